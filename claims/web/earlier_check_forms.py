"""The filters of the list of earlier fact-checks, and the form that takes some in."""

from __future__ import annotations

from typing import Any

from django import forms
from django.utils.text import format_lazy
from django.utils.translation import gettext_lazy as _

from claims.selectors.earlier_checks import CheckSearch
from claims.services.check_imports import MOST_BYTES
from claims.sources.page_addresses import MAX_ADDRESS

MOST_PASTED = 1_000_000  # characters; more is a file
MOST_WORDS = 200


class CheckFilterForm(forms.Form):
    """A filter that holds what it may not is left open."""

    q = forms.CharField(label=_("Words"), max_length=MOST_WORDS, required=False)
    publisher = forms.CharField(label=_("Publisher"), max_length=MOST_WORDS, required=False)
    language = forms.CharField(
        label=_("Language"), max_length=12, required=False, help_text=_("A tag such as id or zh.")
    )
    before = forms.IntegerField(required=False, min_value=1, max_value=2**63 - 1)

    def search(self) -> CheckSearch:
        """Return what was asked for."""
        self.is_valid()
        return CheckSearch(
            words=self.cleaned_data.get("q", ""),
            publisher=self.cleaned_data.get("publisher", ""),
            language=self.cleaned_data.get("language", ""),
            before=self.cleaned_data.get("before"),
        )


class CheckImportForm(forms.Form):
    """Fact-checks to take in: one of a text, a file and an address."""

    document = forms.CharField(
        label=_("ClaimReview as JSON"),
        max_length=MOST_PASTED,
        required=False,
        strip=False,
        widget=forms.Textarea(attrs={"rows": 6, "spellcheck": "false"}),
        help_text=_("One, a list, a DataFeed, or the answer of a search for fact-checks."),
    )
    file = forms.FileField(
        label=_("File"),
        required=False,
        help_text=format_lazy(
            _("JSON, or a page that carries it; up to {limit} MB."),
            limit=MOST_BYTES // 2**20,
        ),
    )
    url = forms.CharField(
        label=_("Address"),
        max_length=MAX_ADDRESS,
        required=False,
        widget=forms.URLInput(),
        help_text=_("Of a page with a fact-check, or of a feed of them."),
    )

    def clean(self) -> dict[str, Any]:
        """Raise ValidationError unless one of the three was given."""
        fields: dict[str, Any] = super().clean() or {}
        given = [name for name in ("document", "file", "url") if fields.get(name)]
        if len(given) != 1 and not self.errors:
            self.add_error("document", _("Give one of the three: a text, a file or an address."))
        return fields

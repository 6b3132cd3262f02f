"""The filters above the list of articles."""

from __future__ import annotations

from typing import Any

from django import forms
from django.utils.translation import gettext_lazy as _

from claims.language_names import language_name
from claims.selectors.articles import ArticleSearch, article_languages, article_sources

STATES = [
    ("", _("any")),
    ("working", _("being worked on")),
    ("done", _("done")),
    ("failed", _("failed")),
]


def _languages() -> list[tuple[str, Any]]:
    return [("", _("any")), *((tag, language_name(tag)) for tag in article_languages())]


class ArticleFilterForm(forms.Form):
    """A filter that holds what it may not is left open."""

    title = forms.CharField(label=_("Title contains"), required=False, max_length=200)
    source = forms.ModelChoiceField(
        article_sources(), label=_("Outlet"), required=False, empty_label=_("any")
    )
    language = forms.ChoiceField(label=_("Language"), choices=_languages, required=False)
    state = forms.ChoiceField(label=_("State"), choices=STATES, required=False)
    before = forms.IntegerField(required=False, min_value=1, max_value=2**63 - 1)

    def search(self) -> ArticleSearch:
        """Return what was asked for."""
        self.is_valid()
        source = self.cleaned_data.get("source")
        return ArticleSearch(
            title=self.cleaned_data.get("title", ""),
            language=self.cleaned_data.get("language", ""),
            source=source.pk if source else None,
            state=self.cleaned_data.get("state", ""),
            before=self.cleaned_data.get("before"),
        )

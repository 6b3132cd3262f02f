"""The filters above the list of published verdicts."""

from __future__ import annotations

from django import forms
from django.utils.translation import gettext as _
from django.utils.translation import gettext_lazy

from claims.language_names import language_name
from reviews.selectors.published import VerdictSearch, published_languages, scale_ratings


def _ratings() -> list[tuple[str, str]]:
    return [("", _("any")), *((rating.slug, rating.label) for rating in scale_ratings())]


def _languages() -> list[tuple[str, str]]:
    return [("", _("any")), *((tag, language_name(tag)) for tag in published_languages())]


class VerdictFilterForm(forms.Form):
    """A filter that holds what it may not is left open."""

    q = forms.CharField(label=gettext_lazy("Words"), required=False, max_length=200)
    rating = forms.ChoiceField(label=gettext_lazy("Rating"), choices=_ratings, required=False)
    language = forms.ChoiceField(label=gettext_lazy("Language"), choices=_languages, required=False)
    before = forms.IntegerField(required=False, min_value=1, max_value=2**63 - 1)

    def search(self) -> VerdictSearch:
        """Return what was asked for."""
        self.is_valid()
        return VerdictSearch(
            words=self.cleaned_data.get("q", ""),
            rating=self.cleaned_data.get("rating", ""),
            language=self.cleaned_data.get("language", ""),
            before=self.cleaned_data.get("before"),
        )

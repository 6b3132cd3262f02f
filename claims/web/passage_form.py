"""The form by which a person makes a claim of words in an article."""

from __future__ import annotations

from django import forms
from django.http import QueryDict
from django.utils.translation import gettext_lazy as _

from reviews.services.passages import MOST_SENT

MAX_COUNT = 2**31 - 1  # no text is longer


class PassageForm(forms.Form):
    """Words of the article, and where they stand if they were selected there."""

    words = forms.CharField(
        label=_("Words of the article that make a claim"),
        help_text=_("Select them in the text, or paste them here just as they stand there."),
        max_length=MOST_SENT,
        widget=forms.Textarea(attrs={"rows": 2, "dir": "auto", "data-key": "m"}),
    )
    start = forms.IntegerField(
        required=False, min_value=0, max_value=MAX_COUNT, widget=forms.HiddenInput
    )
    end = forms.IntegerField(
        required=False, min_value=0, max_value=MAX_COUNT, widget=forms.HiddenInput
    )


def passage_form(data: QueryDict | None = None) -> PassageForm:
    """Return the form, its ids apart from those of the forms beside it."""
    return PassageForm(data, auto_id="passage-%s")

"""A row of evidence as it is typed."""

from __future__ import annotations

from django import forms
from django.utils.translation import gettext_lazy as _

from claims.models.evidence import EvidenceKind, Stance


class EvidenceForm(forms.Form):
    """What the service asks of a row of evidence."""

    url = forms.URLField(
        label=_("Address"), max_length=2000, assume_scheme="https",
        widget=forms.URLInput(attrs={"placeholder": "https://", "data-key": "e"}),
    )  # fmt: skip
    # What is left empty, the copy of the page fills in.
    publisher = forms.CharField(
        label=_("Publisher"),
        help_text=_("Left empty: as the page calls itself."),
        max_length=200,
        required=False,
    )
    title = forms.CharField(
        label=_("Title"),
        help_text=_("Left empty: the title of the page."),
        max_length=500,
        required=False,
    )
    quote = forms.CharField(
        label=_("Quoted passage"),
        help_text=_("Word for word, in its own language."),
        required=False,
        max_length=5000,
        widget=forms.Textarea(attrs={"rows": 2}),
    )
    # No stance to begin with: one chosen by nobody was published beside the opposite rating.
    stance = forms.ChoiceField(
        label=_("What it does"), choices=[("", _("choose…")), *Stance.choices]
    )
    kind = forms.ChoiceField(
        label=_("Kind"), choices=EvidenceKind.choices, initial=EvidenceKind.PRIMARY
    )
    note = forms.CharField(label=_("Note"), max_length=2000, required=False)

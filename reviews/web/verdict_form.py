"""The verdict as its author revises it."""

from __future__ import annotations

from collections.abc import Mapping
from typing import Any

from django import forms
from django.utils.translation import gettext_lazy as _

from reviews.models import Verdict
from reviews.models.verdict import CORRECTION_CHOICES
from reviews.services.verdicts import MAX_SUMMARY, MAX_TEXT, VerdictText


class VerdictForm(forms.Form):
    """A verdict with the revision it was based on; the choices shown are those of its scale."""

    # Not to clash with the review form of the same page.
    prefix = "verdict"
    based_on = forms.IntegerField(min_value=0, widget=forms.HiddenInput)
    # Sent by the button that saves over what another window saved: the revision compared.
    overwrite = forms.IntegerField(min_value=0, required=False, widget=forms.HiddenInput)
    rating = forms.SlugField(label=_("Rating"))
    summary = forms.CharField(
        label=_("Summary"), max_length=MAX_SUMMARY, widget=forms.Textarea(attrs={"rows": 3})
    )
    explanation = forms.CharField(
        label=_("Explanation"), max_length=MAX_TEXT, widget=forms.Textarea(attrs={"rows": 10})
    )
    true_as_of = forms.DateField(
        label=_("Evidence seen up to"),
        help_text=_("The day up to which the evidence was looked at."),
        widget=forms.DateInput(attrs={"type": "date"}, format="%Y-%m-%d"),
    )
    no_evidence_reason = forms.CharField(
        label=_("Why there is no evidence"),
        required=False,
        max_length=MAX_TEXT,
        widget=forms.Textarea(attrs={"rows": 2}),
    )
    correction_kind = forms.ChoiceField(
        label=_("Kind of change"),
        help_text=_("Only for a correction: what kind of change it is."),
        choices=[("", _("none: a first version")), *CORRECTION_CHOICES],
        required=False,
    )
    correction_note = forms.CharField(
        label=_("What changed"),
        help_text=_("Only for a correction: what readers are told about the change."),
        required=False,
        max_length=MAX_TEXT,
        widget=forms.Textarea(attrs={"rows": 2}),
    )

    def __init__(self, verdict: Verdict, data: Mapping[str, Any] | None = None) -> None:
        super().__init__(data, initial=_stored(verdict))
        ratings = verdict.rating.scale.ratings.order_by("number")
        self.fields["rating"].widget = forms.Select(
            choices=[(rating.slug, rating.label) for rating in ratings]
        )

    def base(self) -> int:
        """Return the revision that what was typed may replace."""
        return int(self.cleaned_data["overwrite"] or self.cleaned_data["based_on"])

    def text(self) -> VerdictText:
        """Return what was typed; the form has to be valid."""
        data = self.cleaned_data
        return VerdictText(
            rating=data["rating"],
            summary=data["summary"],
            explanation=data["explanation"],
            true_as_of=data["true_as_of"],
            no_evidence_reason=data["no_evidence_reason"],
            correction_note=data["correction_note"],
            correction_kind=data["correction_kind"],
        )


def _stored(verdict: Verdict) -> dict[str, object]:
    return {
        "based_on": verdict.revision,
        "rating": verdict.rating.slug,
        "summary": verdict.summary,
        "explanation": verdict.explanation,
        "true_as_of": verdict.true_as_of,
        "no_evidence_reason": verdict.no_evidence_reason,
        "correction_note": verdict.correction_note,
        "correction_kind": verdict.correction_kind,
    }

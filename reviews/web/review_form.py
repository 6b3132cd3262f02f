"""What a reviewer types: rating, summary, rationale, confidence, the evidence used."""

from __future__ import annotations

from django import forms
from django.utils.translation import gettext_lazy as _

from reviews.models import Lease, Review
from reviews.models.review import Confidence
from reviews.services.reviews import ReviewText
from reviews.services.verdicts import MAX_SUMMARY, MAX_TEXT
from reviews.web.row_ids import row_id, row_ids


class IdsField(forms.Field):
    """Row ids from check boxes; which of them exist, the service asks."""

    widget = forms.SelectMultiple

    def to_python(self, value: list[str] | None) -> list[int]:
        """Return the ids; raise ValidationError unless all can be one."""
        ids = [row_id(each) for each in value or []]
        if None in ids:
            raise forms.ValidationError(_("Choose evidence from the list."))
        return [each for each in ids if each is not None]


class ReviewForm(forms.Form):
    """A review with the lease it is written under and the version it was based on."""

    token = forms.UUIDField(widget=forms.HiddenInput)
    based_on = forms.IntegerField(min_value=0, widget=forms.HiddenInput)
    # Sent by the button that saves over what another window saved: the version that was compared.
    overwrite = forms.IntegerField(min_value=0, required=False)
    rating = forms.SlugField(label=_("Rating"), required=False)
    summary = forms.CharField(
        label=_("Summary"),
        help_text=_("One or two sentences for readers: what is true, and how we know."),
        required=False,
        max_length=MAX_SUMMARY,
        widget=forms.Textarea(attrs={"rows": 2, "data-key": "s"}),
    )
    rationale = forms.CharField(
        label=_("Rationale"),
        help_text=_("How the evidence leads to the rating, step by step."),
        required=False,
        max_length=MAX_TEXT,
        widget=forms.Textarea(attrs={"rows": 6, "data-key": "r"}),
    )
    no_evidence_reason = forms.CharField(
        label=_("Why there is no evidence"),
        help_text=_("Only if none can be found: say where you looked. It is published."),
        required=False,
        max_length=MAX_TEXT,
        widget=forms.Textarea(attrs={"rows": 2}),
    )
    confidence = forms.TypedChoiceField(
        label=_("Confidence"), choices=Confidence.choices, coerce=int
    )
    evidence = IdsField(label=_("Evidence used"), required=False)

    def base(self) -> int:
        """Return the version that what was typed may replace."""
        return int(self.cleaned_data["overwrite"] or self.cleaned_data["based_on"])

    def text(self) -> ReviewText:
        """Return what was typed; the form has to be valid."""
        data = self.cleaned_data
        return ReviewText(
            rating=data["rating"],
            summary=data["summary"],
            rationale=data["rationale"],
            no_evidence_reason=data["no_evidence_reason"],
            confidence=data["confidence"],
            evidence=tuple(data["evidence"]),
        )


def form_of(review: Review | None, lease: Lease) -> ReviewForm:
    """Return the form of whoever holds `lease`, filled with their draft if there is one."""
    initial: dict[str, object] = {
        "token": lease.token,
        "based_on": 0,
        "confidence": Confidence.MEDIUM,
    }
    if review is not None:
        initial |= {
            "based_on": review.version,
            "rating": review.rating.slug if review.rating else "",
            "summary": review.summary,
            "rationale": review.rationale,
            "no_evidence_reason": review.no_evidence_reason,
            "confidence": review.confidence,
            "evidence": list(review.evidence.values_list("pk", flat=True)),
        }
    return ReviewForm(initial=initial)


def chosen_evidence(form: ReviewForm) -> frozenset[int]:
    """Return the ids of the rows to show as used: those sent, else those saved."""
    sent = form["evidence"].value() or []
    return row_ids(map(str, sent))

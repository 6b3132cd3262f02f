"""What an editor gives with a sign-off, and to whom a verdict is handed over."""

from __future__ import annotations

from django import forms
from django.utils.translation import gettext_lazy as _

from factcheck.accounts.models import User
from factcheck.centuries import within_centuries
from reviews.domain.states import REVIEWERS
from reviews.models import Verdict
from reviews.selectors.review_days import review_day
from reviews.services.moves import MAX_NOTE
from reviews.services.sign_offs import Terms
from reviews.services.verdicts import MAX_TEXT
from reviews.web.days import DayInput


class SignOffForm(forms.Form):
    """The hash of what was read, and the terms of the sign-off."""

    seen_hash = forms.CharField(widget=forms.HiddenInput, required=False)
    review_by = forms.DateField(
        label=_("Look again by"),
        help_text=_("On this day the claim comes back to the queue; the verdict stays published."),
        required=False, widget=DayInput(), validators=[within_centuries],
    )  # fmt: skip
    one_origin_reason = forms.CharField(
        label=_("Why this evidence is enough"),
        help_text=_("It has fewer than two independent origins: same site, publisher or text."),
        required=False,
        max_length=MAX_TEXT,
        widget=forms.Textarea(attrs={"rows": 2}),
    )

    @classmethod
    def of(cls, verdict: Verdict, seen_hash: str) -> SignOffForm:
        """Return the form as the page shows it first."""
        return cls(initial={"seen_hash": seen_hash, "review_by": review_day(verdict)})

    def terms(self) -> Terms:
        """Return what was given; the form has to be valid."""
        data = self.cleaned_data
        return Terms(review_by=data["review_by"], one_origin_reason=data["one_origin_reason"])


def _reviewers() -> list[tuple[str, str]]:
    people = User.objects.filter(is_active=True, groups__name__in=REVIEWERS).distinct()
    return [(each.username, each.shown_name) for each in people.order_by("username")]


class HandOverForm(forms.Form):
    """Who goes on with a verdict, and why."""

    author = forms.ChoiceField(label=_("New author"), choices=_reviewers)
    note = forms.CharField(
        label=_("Reason"),
        required=False,
        max_length=MAX_NOTE,
        widget=forms.Textarea(attrs={"rows": 2}),
    )

    def whom(self) -> User:
        """Return the new author; the form has to be valid."""
        return User.objects.get(username=self.cleaned_data["author"])

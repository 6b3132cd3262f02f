"""How far reviewers agree, for editors: figures with their intervals, or why there are none."""

from __future__ import annotations

from django import forms
from django.http import HttpRequest, HttpResponse
from django.shortcuts import render
from django.utils.translation import gettext_lazy
from django.views.decorators.http import require_safe

from factcheck.accounts.roles import Role
from factcheck.centuries import within_centuries
from factcheck.web.permissions import desk
from reviews.domain.estimates import ENOUGH
from reviews.selectors.agreement import Period, a_year_ago, agreement_of
from reviews.web.days import DayInput, periods


class PeriodForm(forms.Form):
    """Days of submission; one that makes no sense is left open."""

    since = forms.DateField(
        label=gettext_lazy("Submitted from"),
        required=False, widget=DayInput(), validators=[within_centuries],
    )  # fmt: skip
    until = forms.DateField(
        label=gettext_lazy("to (included)"),
        required=False, widget=DayInput(), validators=[within_centuries],
    )  # fmt: skip

    def period(self) -> Period:
        """Return what was asked for."""
        self.is_valid()
        return Period(self.cleaned_data.get("since"), self.cleaned_data.get("until"))


@desk(Role.EDITOR)
@require_safe
def agreement(request: HttpRequest) -> HttpResponse:
    """Show the agreement of the blind reviews submitted in the period of the URL, or a year."""
    form = PeriodForm({"since": a_year_ago().isoformat(), **request.GET.dict()})
    context = {
        "form": form,
        "periods": periods(),
        "agreement": agreement_of(form.period()),
        "enough": ENOUGH,
    }
    return render(request, "reviews/agreement.html", context)

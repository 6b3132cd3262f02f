"""The form that asks for a report, and the periods it offers at a click."""

from __future__ import annotations

import datetime
from dataclasses import dataclass

from django import forms
from django.http import HttpRequest
from django.utils import timezone
from django.utils.translation import gettext as _
from django.utils.translation import gettext_lazy

from factcheck.centuries import within_centuries
from reviews.exports.files import format_choices

ONE_DAY = datetime.timedelta(days=1)


@dataclass(frozen=True, slots=True)
class Period:
    """Days a person often asks for; both ends included."""

    label: str
    first: datetime.date
    last: datetime.date


def periods() -> list[Period]:
    """Return the usual periods as of today, in the person's time zone."""
    today = timezone.localdate()
    month = today.replace(day=1)
    before = (month - ONE_DAY).replace(day=1)
    return [
        Period(_("this month"), month, today),
        Period(_("last month"), before, month - ONE_DAY),
        Period(_("last 7 days"), today - 6 * ONE_DAY, today),
        Period(_("this year"), today.replace(month=1, day=1), today),
    ]


class DayInput(forms.DateInput):
    input_type = "date"

    def __init__(self) -> None:
        super().__init__(format="%Y-%m-%d")


class ReportForm(forms.Form):
    """Period and format of a report."""

    published_from = forms.DateField(
        label=gettext_lazy("Published from"), widget=DayInput(), validators=[within_centuries]
    )
    published_to = forms.DateField(
        label=gettext_lazy("to (included)"), widget=DayInput(), validators=[within_centuries]
    )
    format = forms.ChoiceField(label=gettext_lazy("Format"), choices=format_choices)

    @classmethod
    def for_query(cls, request: HttpRequest) -> ReportForm:
        """Return the form with the days the address asks for, else those of this month."""
        month = periods()[0]
        return cls(
            initial={
                "published_from": request.GET.get("from", month.first),
                "published_to": request.GET.get("to", month.last),
            }
        )

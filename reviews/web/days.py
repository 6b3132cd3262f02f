"""Days as forms take them in, and the periods that pages offer at a click."""

from __future__ import annotations

import datetime
from dataclasses import dataclass

from django import forms
from django.utils import timezone

from reviews.domain.report_periods import Period, days_of
from reviews.models.saved_report import PERIOD_LABELS

OFFERED = (Period.THIS_MONTH, Period.LAST_MONTH, Period.LAST_7_DAYS, Period.THIS_YEAR)


class DayInput(forms.DateInput):
    """A day, as browsers' own pickers send it."""

    input_type = "date"

    def __init__(self) -> None:
        super().__init__(format="%Y-%m-%d")


@dataclass(frozen=True, slots=True)
class NamedDays:
    """Days a person often asks for; both ends included."""

    label: str
    first: datetime.date
    last: datetime.date


def periods() -> list[NamedDays]:
    """Return the usual periods as of today, in the person's time zone."""
    today = timezone.localdate()
    return [NamedDays(str(PERIOD_LABELS[each]), *days_of(each, today)) for each in OFFERED]

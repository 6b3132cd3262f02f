"""Periods a report is asked for by name: days that move with the calendar."""

from __future__ import annotations

import datetime
from collections.abc import Callable
from enum import StrEnum

ONE_DAY = datetime.timedelta(days=1)
Days = tuple[datetime.date, datetime.date]


class Period(StrEnum):
    """A period relative to a day. Weeks start on Monday (ISO 8601)."""

    YESTERDAY = "yesterday"
    LAST_7_DAYS = "last_7_days"
    LAST_WEEK = "last_week"
    THIS_MONTH = "this_month"
    LAST_MONTH = "last_month"
    LAST_QUARTER = "last_quarter"
    THIS_YEAR = "this_year"
    LAST_YEAR = "last_year"


def days_of(period: Period, today: datetime.date) -> Days:
    """Return the first and the last day of `period` as seen on `today`, both included."""
    return _DAYS[period](today)


def _yesterday(today: datetime.date) -> Days:
    return today - ONE_DAY, today - ONE_DAY


def _last_7_days(today: datetime.date) -> Days:
    return today - 6 * ONE_DAY, today


def _last_week(today: datetime.date) -> Days:
    monday = today - today.weekday() * ONE_DAY
    return monday - 7 * ONE_DAY, monday - ONE_DAY


def _this_month(today: datetime.date) -> Days:
    return today.replace(day=1), today


def _last_month(today: datetime.date) -> Days:
    last = today.replace(day=1) - ONE_DAY
    return last.replace(day=1), last


def _last_quarter(today: datetime.date) -> Days:
    starts = today.replace(month=(today.month - 1) // 3 * 3 + 1, day=1)
    last = starts - ONE_DAY
    return last.replace(month=last.month - 2, day=1), last


def _this_year(today: datetime.date) -> Days:
    return today.replace(month=1, day=1), today


def _last_year(today: datetime.date) -> Days:
    year = today.year - 1
    return datetime.date(year, 1, 1), datetime.date(year, 12, 31)


_DAYS: dict[Period, Callable[[datetime.date], Days]] = {
    Period.YESTERDAY: _yesterday,
    Period.LAST_7_DAYS: _last_7_days,
    Period.LAST_WEEK: _last_week,
    Period.THIS_MONTH: _this_month,
    Period.LAST_MONTH: _last_month,
    Period.LAST_QUARTER: _last_quarter,
    Period.THIS_YEAR: _this_year,
    Period.LAST_YEAR: _last_year,
}

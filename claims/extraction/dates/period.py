"""Stretches of days."""

from __future__ import annotations

import calendar
import datetime
from typing import Literal

Period = tuple[datetime.date, datetime.date]
"""The first and the last day."""

Grain = Literal["day", "week", "fortnight", "month", "quarter", "year", "decade"]
_DAYS: dict[str, int] = {"day": 1, "week": 7, "fortnight": 14}
_MONTHS: dict[str, int] = {"month": 1, "quarter": 3, "year": 12, "decade": 120}


def day(year: int, month: int, number: int) -> Period | None:
    """Return one day; None for 31 April and month 14, which are misprints."""
    try:
        date = datetime.date(year, month, number)
    except ValueError:
        return None
    return date, date


def months(year: int, month: int, count: int = 1) -> Period | None:
    """Return `count` whole months; `month` may lie outside 1 to 12 and then counts on."""
    first, after = _first_of_month(year, month), _first_of_month(year, month + count)
    return (first, after - datetime.timedelta(days=1)) if first and after else None


def _first_of_month(year: int, month: int) -> datetime.date | None:
    year, month = year + (month - 1) // 12, (month - 1) % 12 + 1
    return datetime.date(year, month, 1) if datetime.MINYEAR <= year <= datetime.MAXYEAR else None


def years(year: int, count: int = 1) -> Period | None:
    """Return `count` whole years."""
    return months(year, 1, 12 * count)


def around(date: datetime.date, grain: Grain, ago: int = 0) -> Period | None:
    """Return the day, week, month, quarter or year `ago` of them before that of `date`."""
    if grain == "month":
        return months(date.year, date.month - ago)
    if grain == "quarter":
        return months(date.year, date.month - (date.month - 1) % 3 - 3 * ago, 3)
    if grain in {"year", "decade"}:
        return years(date.year - ago * (10 if grain == "decade" else 1))
    length = _DAYS[grain]
    first = shifted(date, -ago * length - (date.weekday() if length > 1 else 0))
    last = first and shifted(first, length - 1)
    return (first, last) if first and last else None


def week_of(date: datetime.date) -> Period | None:
    """Return the week of a day, Monday to Sunday."""
    return around(date, "week")


def shifted(date: datetime.date, days: int) -> datetime.date | None:
    """Return the day so many days on; None beyond the calendar."""
    try:
        return date + datetime.timedelta(days=days)
    except OverflowError:
        return None


def stretch(date: datetime.date, grain: Grain, count: int) -> Period | None:
    """Return `count` of a grain up to `date`, or from the day after it when negative.

    "the past three months" of 5 February are those since 5 November.
    """
    far = moved(date, grain, -count)
    if far is None or not count:
        return None
    near = shifted(date, 1) if count < 0 else None
    return (near, far) if near else (far, date)


def moved(date: datetime.date, grain: Grain, count: int) -> datetime.date | None:
    """Return `date` moved by so many days, weeks, months, quarters or years."""
    if grain in _DAYS:
        return shifted(date, count * _DAYS[grain])
    by = _MONTHS[grain] * count
    month = months(date.year, date.month + by)
    if month is None:
        return None
    length = calendar.monthrange(month[0].year, month[0].month)[1]
    return month[0].replace(day=min(date.day, length))

"""Parts of a period: its beginning, middle and end, its third week, its last Friday."""

from __future__ import annotations

import datetime
from typing import Literal

from claims.extraction.dates.period import Grain, Period, months, shifted

Part = Literal["early", "mid", "late", "earlier", "later"]


def part_of(period: Period, which: Part) -> Period | None:
    """Return the early, middle or late part; of a day the day.

    Thirds of years and what is longer, in months; of a month the days to the 15th, from the 10th
    to the 20th, and from the 16th; of a week the days to Wednesday, Wednesday and Thursday, and
    from Thursday.
    """
    first, last = period
    days = (last - first).days + 1
    if days < 7:
        return period
    if days < 60:
        half, low, high = (14, 9, 19) if days > 7 else (2, 2, 3)
        start = {"mid": low, "late": half + 1, "later": half + 1}.get(which, 0)
        end = {"mid": high, "early": half, "earlier": half}.get(which, days - 1)
        return _days(first, start, end)
    there = 12 * (last.year - first.year) + last.month - first.month + 1
    third = there // 3
    month = {"mid": third, "late": there - third, "later": there - third}.get(which, 0)
    return months(first.year, first.month + month, there - 2 * third if which == "mid" else third)


def counted(
    period: Period, grain: Grain, nth: int, count: int, *, ending: bool = False
) -> Period | None:
    """Return `count` days, weeks, months … of a period, from the `nth` on or its last ones.

    A week belongs to the month or year that has its Thursday, as in ISO 8601.
    """
    first, last = period
    if grain in {"day", "week", "fortnight"}:
        length = {"day": 1, "week": 7}.get(grain, 14)
        if length > 1:
            first, last = _monday(first), _sunday(last)
        total = count * length
        found = (
            _days(last, 1 - total, 0)
            if ending
            else _days(first, (nth - 1) * length, (nth - 1) * length + total - 1)
        )
    else:
        length = {"month": 1, "quarter": 3, "year": 12}.get(grain, 120)
        there = 12 * (last.year - first.year) + last.month - first.month + 1
        start = there - count * length if ending else (nth - 1) * length
        found = months(first.year, first.month + start, count * length)
    return found if found and first <= found[0] and found[1] <= last else None


def weekday_in(period: Period, weekday: int, nth: int) -> Period | None:
    """Return the `nth` such day of the week in a period, the last one for -1."""
    first, last = period
    if nth < 0:
        found = shifted(last, -((last.weekday() - weekday) % 7))
    else:
        found = shifted(first, (weekday - first.weekday()) % 7 + 7 * (nth - 1))
    return (found, found) if found and first <= found <= last else None


def _days(day: datetime.date, start: int, end: int) -> Period | None:
    first, last = shifted(day, start), shifted(day, end)
    return (first, last) if first and last else None


def _monday(first: datetime.date) -> datetime.date:
    """Return the Monday of the first week whose Thursday is not before `first`."""
    return shifted(first, (3 - first.weekday()) % 7 - 3) or first


def _sunday(last: datetime.date) -> datetime.date:
    """Return the Sunday of the last week whose Thursday is not after `last`."""
    return shifted(last, 3 - (last.weekday() - 3) % 7) or last

"""Days and periods of the calendar: 20 January 2025, 去年5月至6月, the third quarter, the 1990s."""

from __future__ import annotations

import datetime
import re

from claims.extraction.dates.period import Grain, Period, day, months, shifted, years
from claims.extraction.dates.reading import (
    day_number,
    grain_of,
    latest,
    month_of,
    next_of,
    number_of,
    part,
    year_of,
)
from claims.extraction.lexicon.calendar import ORDINALS, SEASONS, SPOKEN_DECADES

# The first and the last day of each; 0 is the month's end.
_THIRDS = {"上旬": (1, 10), "中旬": (11, 20), "下旬": (21, 0)}


def calendar_day(match: re.Match[str], published: datetime.date | None) -> Period | None:
    """Read a day of a month, or the days from one to another of it."""
    month, number = month_of(match), day_number(match)
    last = day_number(match, "day2") if part(match, "day2") else number

    def in_year(year: int) -> Period | None:
        first, end = day(year, month, number), day(year, month, last)
        if month > 12 and last == number <= 12:  # 1/20/2025: the month stands first
            return day(year, number, month)
        return (first[0], end[0]) if first and end and first <= end else None

    year = year_of(match, published)
    if year is not None:
        return in_year(year)
    return latest(published, in_year) if published else None


def calendar_month(match: re.Match[str], published: datetime.date | None) -> Period | None:
    """Read a month, a third of it, or the months from one to another."""
    month = month_of(match)
    last = month_of(match, "month2") if part(match, "month2") else month
    if not (1 <= month <= 12 and 1 <= last <= 12):
        return None
    count = (last - month) % 12 + 1  # 8月至2月 ends in the next year

    def in_year(year: int) -> Period | None:
        whole = months(year, month, count)
        if not whole or not part(match, "third"):
            return whole
        first, end = _THIRDS[match["third"]]
        return whole[0].replace(day=first), whole[0].replace(day=end) if end else whole[1]

    year = year_of(match, published)
    if year is not None:
        turned = last < month and match.start("month2") < match.start("year")
        return in_year(year - 1 if turned else year)  # "November to February 2017" ends in 2017
    return latest(published, in_year) if published else None


def calendar_year(match: re.Match[str], published: datetime.date | None) -> Period | None:
    """Read a year, or the years from one to another."""
    year = year_of(match, published)
    if year is None:
        return None
    last = int(part(match, "year2") or year)
    return years(year, last - year + 1) if year <= last < year + 200 else None


def quarter(match: re.Match[str], published: datetime.date | None) -> Period | None:
    """Read a quarter; without a year the latest that has begun."""
    written = part(match, "quarter").casefold()
    number = ORDINALS.get(written) or number_of(written)
    return _of_year(match, published, 3 * number - 2, 3) if 1 <= number <= 4 else None


def half(match: re.Match[str], published: datetime.date | None) -> Period | None:
    """Read the first or second half of a year."""
    written = part(match, "half").casefold()
    second = written in {"下", "后", "h2"} or ORDINALS.get(written) == 2
    return _of_year(match, published, 7 if second else 1, 6)


def portion(match: re.Match[str], published: datetime.date | None) -> Period | None:
    """Read the first, last or so-manieth days, weeks, months or quarters of a year.

    今年前5个月, "the last two weeks of 2024", 2021年的第三个月. Weeks are those of ISO 8601.
    """
    year = year_of(match, published)
    if year is None:
        if published is None:
            return None
        year = published.year
    grain, nth = grain_of(match), number_of(part(match, "nth"))
    count = number_of(part(match, "count")) or 1
    there = _HOW_MANY.get(grain) or datetime.date(year, 12, 28).isocalendar().week
    first = there - count + 1 if part(match, "ending") else nth or 1
    if not 1 <= first <= first + (0 if nth else count - 1) <= there:
        return None
    return _counted(year, grain, first, 1 if nth else count)


_HOW_MANY = {"day": 365, "month": 12, "quarter": 4}


def _counted(year: int, grain: Grain, first: int, count: int) -> Period | None:
    if grain == "week":
        start: datetime.date | None = datetime.date.fromisocalendar(year, first, 1)
    elif grain == "day":
        start = datetime.date(year, 1, 1) + datetime.timedelta(days=first - 1)
    else:
        length = 3 if grain == "quarter" else 1
        return months(year, (first - 1) * length + 1, count * length)
    end = start and shifted(start, count * (7 if grain == "week" else 1) - 1)
    return (start, end) if start and end else None


def _of_year(
    match: re.Match[str], published: datetime.date | None, month: int, count: int
) -> Period | None:
    year = year_of(match, published)
    if year is not None:
        return months(year, month, count)
    if published is None:
        return None
    return latest(published, lambda each: months(each, month, count))


def decade(match: re.Match[str], _: datetime.date | None) -> Period | None:
    """Read ten years: the 1990s, 九十年代, 十九世纪七十年代."""
    if part(match, "year"):
        return years(int(match["year"]), 10)
    said = part(match, "said").casefold()
    tens = SPOKEN_DECADES[said] if said else number_of(part(match, "tens"))
    if part(match, "century"):
        return years(100 * (number_of(part(match, "century")) - 1) + tens, 10)
    # Without a century the one with more of those years behind it: the 30s are yet to come.
    return years((1900 if tens >= 30 else 2000) + tens, 10) if tens < 100 else None


def century(match: re.Match[str], _: datetime.date | None) -> Period | None:
    """Read a hundred years."""
    number = day_number(match, "century")
    return years(100 * (number - 1) or 1, 100) if 1 <= number <= 30 else None


def season(match: re.Match[str], published: datetime.date | None) -> Period | None:
    """Read a season; that of a winter's year begins in its December."""
    month, side = SEASONS[match["season"].casefold()], part(match, "side").casefold()
    year = year_of(match, published)
    if year is not None or published is None:
        return months(year, month, 3) if year is not None else None

    def in_year(each: int) -> Period | None:
        return months(each, month, 3)

    if side == "next":
        return next_of(published, in_year)
    found = latest(published, in_year)
    over = found and side == "last" and found[1] >= published
    return in_year(found[0].year - 1) if found and over else found


def day_of_month(match: re.Match[str], published: datetime.date | None) -> Period | None:
    """Read a day without a month (12日): the latest not after the article."""
    if published is None:
        return None
    number = day_number(match)
    for back in range(3):
        month = months(published.year, published.month - back)
        found = month and day(month[0].year, month[0].month, number)
        ahead = shifted(published, 1)
        if found and ahead and found[0] <= ahead:
            return found
    return None

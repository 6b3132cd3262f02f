"""Days and periods counted from the article's own date: last week, 上周三, three days ago."""

from __future__ import annotations

import datetime
import re
from typing import Final

from claims.extraction.dates.parts import part_of
from claims.extraction.dates.period import (
    Grain,
    Period,
    around,
    day,
    months,
    moved,
    shifted,
    stretch,
)
from claims.extraction.dates.reading import day_number, grain_of, number_of, part
from claims.extraction.lexicon.calendar import (
    DAY_SIDES,
    DAYS_AGO,
    MONTHS_AGO,
    PARTS,
    QUARTERS_AGO,
    WEEKDAYS,
    WEEKS_AGO,
    WEEKS_OF_DAYS,
    YEARS_AGO,
)

_TABLES: tuple[tuple[Grain, dict[str, int]], ...] = (
    ("day", DAYS_AGO),
    ("week", WEEKS_AGO),
    ("month", MONTHS_AGO),
    ("quarter", QUARTERS_AGO),
    ("year", YEARS_AGO),
)
AGO: Final = {word: (grain, ago) for grain, table in _TABLES for word, ago in table.items()}
"""How far back each word looks: 上周 is one week, 明天 minus one day."""

_AHEAD = datetime.timedelta(days=31)
_MONTHS_ROUND = 14  # months within which every 13th has been a Friday, and so on


def relative(match: re.Match[str], published: datetime.date | None) -> Period | None:
    """Read "yesterday", "pekan lalu", 本月."""
    if published is None:
        return None
    grain, ago = AGO[match["word"].casefold()]
    return around(published, grain, ago)


def near_day(match: re.Match[str], published: datetime.date | None) -> Period | None:
    """Read a day of this, the last or the next month (本月15日)."""
    if published is None:
        return None
    month = around(published, "month", MONTHS_AGO.get(match["near"].casefold(), 0))
    return month and day(month[0].year, month[0].month, day_number(match))


def weekday(match: re.Match[str], published: datetime.date | None) -> Period | None:
    """Read a day of the week: the latest one, the article's own day included, unless it says."""
    if published is None:
        return None
    back = published.weekday() - WEEKDAYS[match["word"].casefold()]
    week = part(match, "week").casefold()
    if week:
        back += 7 * WEEKS_OF_DAYS[week]
    else:
        side = DAY_SIDES.get((part(match, "side") or part(match, "after")).casefold(), 0)
        back = {0: back % 7, 1: back % 7 or 7, -1: back % 7 - 7}[side]
    found = shifted(published, -back)
    return (found, found) if found else None


def weekend(match: re.Match[str], published: datetime.date | None) -> Period | None:
    """Read the Saturday and Sunday of a week."""
    if published is None:
        return None
    word = part(match, "week").casefold()
    ago = WEEKS_OF_DAYS.get(word, DAY_SIDES.get(word, 0))
    week = around(published, "week", ago)
    saturday = week and shifted(week[0], 5)
    return (saturday, week[1]) if week and saturday else None


def recent(match: re.Match[str], published: datetime.date | None) -> Period | None:
    """Read "the past three months", 近十年 and "the next two weeks"."""
    if published is None:
        return None
    grain, count = grain_of(match), number_of(part(match, "count")) or 1
    if grain == "quarter":  # "the past two quarters" are those that are over
        this = around(published, grain)
        return this and months(
            this[0].year, this[0].month + (3 if part(match, "ahead") else -3 * count), 3 * count
        )
    return stretch(published, grain, -count if part(match, "ahead") else count)


def ago(match: re.Match[str], published: datetime.date | None) -> Period | None:
    """Read "three days ago" and 两周后: a day; of months and years the whole month or year."""
    if published is None:
        return None
    grain, count = grain_of(match), number_of(part(match, "count"))
    found = moved(published, grain, count if part(match, "later") else -count)
    if found is None:
        return None
    return (found, found) if grain in {"day", "week", "fortnight"} else around(found, grain)


def after_that(match: re.Match[str], told: datetime.date | None) -> Period | None:
    """Read "three days later", "tiga hari kemudian": counted from the day told before."""
    return ago(match, told)


def this_part(match: re.Match[str], published: datetime.date | None) -> Period | None:
    """Read "the end of the month", "later in the year", "akhir tahun" of the article's own."""
    grain = grain_of(match)
    whole = around(published, grain) if published else None
    if published is None or whole is None:
        return None
    which = part(match, "part").casefold()
    if which in {"rest", "remainder"} or which.startswith("later"):
        return published, whole[1]
    if which.startswith("earlier") or "to-date" in which or "to date" in which:
        return whole[0], published
    return part_of(whole, PARTS[which])


def numbered_weekday(match: re.Match[str], published: datetime.date | None) -> Period | None:
    """Read "Friday the 13th": the latest such day."""
    if published is None:
        return None
    weekday, number = WEEKDAYS[match["word"].casefold()], day_number(match)
    for back in range(-1, _MONTHS_ROUND):
        month = months(published.year, published.month - back)
        found = month and day(month[0].year, month[0].month, number)
        if found and found[0].weekday() == weekday and found[0] <= published + _AHEAD:
            return found
    return None

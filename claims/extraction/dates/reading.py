"""What the named groups of a date's form say: its year, month, count and grain.

The forms name their groups alike, and each reader asks only for those its form has.
"""

from __future__ import annotations

import datetime
import re
from collections.abc import Callable
from dataclasses import dataclass, replace
from typing import cast

from claims.extraction.dates.period import Grain, Period
from claims.extraction.lexicon.calendar import (
    COUNTS,
    DAY_NUMBERS,
    GRAINS,
    MONTHS,
    ORDINALS,
    YEAR_STARTS,
    YEARS_AGO,
)
from claims.extraction.numbers.chinese_value import numeral_value
from claims.extraction.types import Span

Today = datetime.date | None
"""The article's own date, when it is known."""

Reader = Callable[[re.Match[str], Today], Period | None]
Change = Callable[[re.Match[str], Period, Today], Period | None]
"""Reads what stands around a date ("the end of …") into the period it makes of it."""

Form = tuple[re.Pattern[str], Reader]
Group = tuple[re.Pattern[str], tuple[Form, ...]]
"""Forms, and before them what every one of them has: most sentences have none of it."""


@dataclass(frozen=True, slots=True)
class Found:
    """A form found in a text, with what stands around it, not read yet."""

    span: Span
    match: re.Match[str]
    reader: Reader
    changes: tuple[tuple[re.Match[str], Change], ...] = ()

    @property
    def core(self) -> int:
        """Where the date itself starts, past the "from" or "since" of its form."""
        starts = [self.match.start(name) for name, text in self.match.groupdict().items() if text]
        around = [match.start() for match, _ in self.changes]
        return min([*starts, *around], default=self.span.start)

    def with_change(self, match: re.Match[str], change: Change) -> Found:
        """Return it with one thing more around it, before or behind."""
        span = Span(min(self.span.start, match.start()), max(self.span.end, match.end()))
        return replace(self, span=span, changes=(*self.changes, (match, change)))

    def period(self, published: Today) -> Period | None:
        """Return its first and last day; None when they cannot be told."""
        period = self.reader(self.match, published)
        for match, change in self.changes:
            period = period and change(match, period, published)
        return period


_AHEAD = datetime.timedelta(days=45)
_PIVOT = 50  # '49 is 2049 and '50 is 1950
_LEAP = 8  # years within which every day of the calendar comes round


def part(match: re.Match[str], name: str) -> str:
    """Return what a group matched, "" where the form has no such group."""
    return match.groupdict().get(name) or ""


def names_year(match: re.Match[str]) -> bool:
    """Say whether the year itself is written."""
    return any(part(match, name) for name in ("year", "short", "said", "era", "spoken"))


def names_week(match: re.Match[str]) -> bool:
    """Say whether a day of the week comes with its week, or the side of the article it is on."""
    return any(part(match, name) for name in ("week", "side", "after"))


def year_of(match: re.Match[str], published: datetime.date | None) -> int | None:
    """Return the year that is written, or said from the article's own ("last year")."""
    if written := part(match, "year"):
        return int(written)
    if short := part(match, "short"):
        return (2000 if int(short) < _PIVOT else 1900) + int(short)
    if said := part(match, "said"):
        number = int(numeral_value(said) or 0)
        return number if number >= 1000 else 2000 + number
    if spoken := part(match, "spoken"):
        first, *rest = re.findall(r"[a-z]+", spoken.casefold())
        return YEAR_STARTS[first] + sum(COUNTS.get(word, 0) for word in rest if word != "hundred")
    if era := part(match, "era"):
        return 1911 + number_of(era)
    word = part(match, "yearword").casefold()
    return published.year - YEARS_AGO[word] if word and published else None


def number_of(written: str) -> int:
    """Return a small number in digits, words or Chinese numerals."""
    written = written.casefold()
    if word := COUNTS.get(written) or ORDINALS.get(written) or DAY_NUMBERS.get(written):
        return word
    return int(numeral_value(written) or 0)


def day_number(match: re.Match[str], name: str = "day") -> int:
    """Return the number of a day in a month: "3", "3rd", "twenty-third", "二十三"."""
    written = part(match, name)
    return number_of(written.rstrip("sthndrSTHNDR") if written[:1].isdigit() else written)


def month_of(match: re.Match[str], name: str = "month") -> int:
    """Return the number of a month."""
    written = part(match, name).casefold()
    return MONTHS.get(written) or number_of(written)


def grain_of(match: re.Match[str]) -> Grain:
    """Return whether days, weeks, months, quarters or years are counted."""
    return cast("Grain", GRAINS[part(match, "grain").casefold()])


def latest(published: datetime.date, in_year: Callable[[int], Period | None]) -> Period | None:
    """Return the latest of a yearly period that does not begin well after the article."""
    for year in range(published.year + 1, published.year - _LEAP, -1):
        if (
            year >= datetime.MINYEAR
            and (period := in_year(year))
            and period[0] <= published + _AHEAD
        ):
            return period
    return None


def next_of(published: datetime.date, in_year: Callable[[int], Period | None]) -> Period | None:
    """Return the first of a yearly period that begins after the article."""
    for year in range(published.year, published.year + _LEAP):
        if year <= datetime.MAXYEAR and (period := in_year(year)) and period[0] > published:
            return period
    return None

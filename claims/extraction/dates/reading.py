"""What the named groups of a date's form say: its year, month, count and grain.

The forms name their groups alike, and each reader asks only for those its form has.
"""

from __future__ import annotations

import datetime
import re
from collections.abc import Callable
from dataclasses import dataclass
from typing import cast

from claims.extraction.dates.period import Grain, Period
from claims.extraction.lexicon.calendar import COUNTS, GRAINS, MONTHS, ORDINALS, YEARS_AGO
from claims.extraction.numbers.chinese_value import numeral_value
from claims.extraction.types import Span

Reader = Callable[[re.Match[str], datetime.date | None], Period | None]
Form = tuple[re.Pattern[str], Reader]
Group = tuple[re.Pattern[str], tuple[Form, ...]]
"""Forms, and before them what every one of them has: most sentences have none of it."""


@dataclass(frozen=True, slots=True)
class Found:
    """A form found in a text, not read yet."""

    span: Span
    match: re.Match[str]
    reader: Reader

    @property
    def core(self) -> int:
        """Where the date itself starts, past the "from" or "since" of its form."""
        return min(
            (self.match.start(name) for name in self.match.groupdict() if self.match[name]),
            default=self.span.start,
        )


_AHEAD = datetime.timedelta(days=45)
_LEAP = 8  # years within which every day of the calendar comes round


def part(match: re.Match[str], name: str) -> str:
    """Return what a group matched, "" where the form has no such group."""
    return match.groupdict().get(name) or ""


def names_year(match: re.Match[str]) -> bool:
    """Say whether the year itself is written."""
    return any(part(match, name) for name in ("year", "short", "said", "era"))


def year_of(match: re.Match[str], published: datetime.date | None) -> int | None:
    """Return the year that is written, or said from the article's own ("last year")."""
    if written := part(match, "year"):
        return int(written)
    if short := part(match, "short"):
        return 2000 + int(short)
    if said := part(match, "said"):
        number = int(numeral_value(said) or 0)
        return number if number >= 1000 else 2000 + number
    if era := part(match, "era"):
        return 1911 + number_of(era)
    word = part(match, "yearword").casefold()
    return published.year - YEARS_AGO[word] if word and published else None


def number_of(written: str) -> int:
    """Return a small number in digits, words or Chinese numerals."""
    written = written.casefold()
    if word := COUNTS.get(written) or ORDINALS.get(written):
        return word
    return int(numeral_value(written) or 0)


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

"""Holidays with a fixed day, those counted by weekday, and those that move with Easter."""

from __future__ import annotations

import datetime
import re
from typing import Final

from claims.extraction.dates.parts import weekday_in
from claims.extraction.dates.period import Period, day, months, shifted
from claims.extraction.dates.reading import Group, Today, latest, next_of, part, year_of
from claims.extraction.lexicon.holidays import BARE, EASTER, FIXED, NAMES, WEEKDAYS_OF
from claims.extraction.lexicon.wording import any_of

_YEAR = r"(?:,?\s+(?:of\s+|in\s+|tahun\s+)?(?P<year>(?:19|20)\d\d)(?!\d|[.,]\d))"
_SIDE = r"(?:(?P<side>last|previous|this|next|following)\s+)?"
# A name alone is a thing as often: Christmas trees, Easter Island, Black Friday sales.
_LEAD = (
    r"\b(?:on|at|by|since|before|after|until|till|over|around|pada|sejak|sebelum|"
    r"setelah|saat|sampai|jelang|menjelang)\s+"
)
_ENDS = (
    r"(?=\s*(?:[.,;:!?)]|$)|\s+(?:at|in|and|when|for|to|from|(?:early\s+)?morning|evening|night|this|that|with|"
    r"di|dan|untuk|yang)\b)"
)
_BARE = any_of(BARE)
_ANY = any_of(NAMES)
_FULL = any_of(name for name in NAMES if name not in BARE)

_FORMS = (
    rf"\b{_SIDE}(?P<holiday>{_ANY}){_YEAR}",
    rf"\b{_SIDE}(?P<holiday>{_FULL})",
    rf"\b(?P<side>last|previous|this|next|following)\s+(?P<holiday>{_BARE}){_ENDS}",
    rf"{_LEAD}(?P<holiday>{_BARE}){_ENDS}",
)


def holiday(match: re.Match[str], published: Today) -> Period | None:
    """Read a holiday: of its year, else the latest, or the next when it says so."""
    name = NAMES[" ".join(match["holiday"].casefold().replace("’", "'").split())]
    year = year_of(match, published)
    if year is not None:
        return _in_year(name, year)
    if published is None:
        return None
    side = part(match, "side").casefold()
    if side in {"next", "following"}:
        return next_of(published, lambda each: _in_year(name, each))
    over = shifted(published, -46) if side in {"last", "previous"} else None
    return latest(over or published, lambda each: _in_year(name, each))


def _in_year(name: str, year: int) -> Period | None:
    if name in FIXED:
        return day(year, *FIXED[name])
    if name in EASTER:
        return _after_easter(year, EASTER[name])
    month, weekday, nth, later = WEEKDAYS_OF[name]
    whole = months(year, month)
    found = whole and weekday_in(whole, weekday, nth)
    moved = found and shifted(found[0], later)
    return (moved, moved) if moved else None


def _after_easter(year: int, days: int) -> Period | None:
    found = shifted(easter(year), days) if year > 1582 else None
    return (found, found) if found else None


def easter(year: int) -> datetime.date:
    """Return the Western Easter Sunday of a Gregorian year.

    The algorithm of Meeus, Jones and Butcher; the letters are theirs.
    """
    a, (b, c) = year % 19, divmod(year, 100)
    d, e = divmod(b, 4)
    g = (b - (b + 8) // 25 + 1) // 3
    h = (19 * a + b - d - g + 15) % 30
    i, k = divmod(c, 4)
    weekday = (32 + 2 * e + 2 * i - h - k) % 7
    m = (a + 11 * h + 22 * weekday) // 451
    month, before = divmod(h + weekday - 7 * m + 114, 31)
    return datetime.date(year, month, before + 1)


GROUP: Final[Group] = (
    re.compile(_ANY, re.IGNORECASE),
    tuple((re.compile(form, re.IGNORECASE), holiday) for form in _FORMS),
)

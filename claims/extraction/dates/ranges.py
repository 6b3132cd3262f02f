"""Two dates that are the ends of a period: "10 Januari hingga 20 Februari", 6月1日-6月30日."""

from __future__ import annotations

import datetime
import re

from claims.extraction.dates import absolute, relative
from claims.extraction.dates.period import Period, around, shifted
from claims.extraction.dates.reading import Found, Reader, names_week, names_year
from claims.extraction.types import Span

_JOINT = re.compile(
    r"\s*(?:[-–—~～至到]|(?:to|until|till|through|hingga|sampai(?: dengan)?)\b)\s*(?:the\s+)?",
    re.IGNORECASE,
)
_BETWEEN = re.compile(r"\s*(?:和|与|跟|and\b|dan\b)\s*", re.IGNORECASE)
_OPENED = re.compile(r"\b(?:between|antara)\s+(?:the\s+)?\Z", re.IGNORECASE)
_CLOSED = re.compile(r"\s?之?间")
_YEARLY: frozenset[Reader] = frozenset(
    {absolute.calendar_day, absolute.calendar_month, absolute.quarter, absolute.half}
)
"""Readers of what comes round every year."""

# A yearly date is read as the latest that begins within 45 days of its anchor: with one so far on,
# as the first that begins after the other end.
_YEAR_ON = 364 - 45


def is_range(folded: str, one: Found, other: Found) -> bool:
    """Say whether what stands between and around two dates makes them ends of a period."""
    if _JOINT.fullmatch(folded, one.span.end, other.core):
        return True
    if not _BETWEEN.fullmatch(folded, one.span.end, other.core):
        return False
    opened = _OPENED.search(folded, max(0, one.core - 16), one.core)
    return bool(opened or _CLOSED.match(folded, other.span.end))


def joined(one: Found, other: Found, published: datetime.date | None) -> Period | None:
    """Return the period from the first day of one date to the last of the other.

    The year of either holds for both: "November to February 2017" begins in 2016.
    """
    if names_year(other.match) and not names_year(one.match) and one.reader in _YEARLY:
        last = other.period(published)
        first = one.period(last[1]) if last else None
    else:
        first = one.period(published)
        last = other.period(_anchor(first, other, published)) if first else None
    return (first[0], last[1]) if first and last and first[0] <= last[1] else None


def _anchor(first: Period, other: Found, published: datetime.date | None) -> datetime.date | None:
    if other.reader is absolute.day_of_month:
        month = around(first[0], "month")
        return month and month[1]
    if other.reader is relative.weekday and not names_week(other.match):
        return shifted(first[0], 6)  # "from Monday to Friday" is one week
    return shifted(first[0], _YEAR_ON) if other.reader in _YEARLY else published


def span_of(one: Found, other: Found) -> Span:
    """Return the stretch of text of both."""
    return Span(one.span.start, other.span.end)

"""Dates and periods written in a sentence, resolved to their first and last day.

What lacks a year is read as the latest such day not after the article's own date, give or take a
month ahead (an article of late December announces January). Without the article's date only what
names its year resolves.
"""

from __future__ import annotations

import datetime
import re
from collections.abc import Iterator, Sequence

from claims.extraction.dates import chinese, digits, holidays, latin, relative
from claims.extraction.dates.changes import changed
from claims.extraction.dates.digits import month_first
from claims.extraction.dates.ranges import is_range, joined, span_of
from claims.extraction.dates.reading import Form, Found, Group, Today
from claims.extraction.types import DateMention, Span

__all__ = ["Found", "date_spans", "dates_in", "find_dates", "month_first", "resolved"]

_WORDED: tuple[Group, ...] = (holidays.GROUP, *latin.GROUPS, *chinese.GROUPS)
_GROUPS = {True: (digits.MONTH_FIRST, *_WORDED), False: (digits.DAY_FIRST, *_WORDED)}


def find_dates(folded: str, sentence: Span, *, month_first: bool = False) -> tuple[Found, ...]:
    """Return the dates of a sentence as they stand there, ordered and apart."""
    return tuple(_found(folded, sentence, _GROUPS[month_first]))


def resolved(folded: str, found: Sequence[Found], published: Today) -> tuple[DateMention, ...]:
    """Return the dates that can be told, two that are a range as one, spans in the view."""
    return tuple(_mentions(folded, found, published))


def date_spans(folded: str, sentence: Span) -> list[Span]:
    """Return where dates stand, resolved or not, ordered and apart."""
    return [found.span for found in find_dates(folded, sentence)]


def dates_in(
    folded: str, sentence: Span, published: datetime.date | None, *, month_first: bool = False
) -> tuple[DateMention, ...]:
    """Return the dates of a sentence that can be told, spans in the view, in order."""
    return resolved(folded, find_dates(folded, sentence, month_first=month_first), published)


def _mentions(folded: str, found: Sequence[Found], published: Today) -> Iterator[DateMention]:
    at = 0
    told: datetime.date | None = None
    while at < len(found):
        one, other = found[at], found[at + 1] if at + 1 < len(found) else None
        if other and is_range(folded, one, other):
            period = joined(one, other, published)
            if period:
                yield DateMention(span_of(one, other), *period)
                told, at = period[1], at + 2
                continue
        # "They met on 3 May and two days later …": what is told, not the article, is the anchor.
        period = one.period(told if one.reader is relative.after_that else published)
        if period:
            told = period[1]
            yield DateMention(one.span, *period)
        at += 1


def _found(folded: str, sentence: Span, groups: tuple[Group, ...]) -> Iterator[Found]:
    forms: list[Form] = [
        form
        for hint, group in groups
        if hint.search(folded, sentence.start, sentence.end)
        for form in group
    ]
    taken = [
        (_start(match), -match.end(), order, match, reader)
        for order, (pattern, reader) in enumerate(forms)
        for match in pattern.finditer(folded, sentence.start, sentence.end)
    ]
    last = sentence.start
    for start, minus_end, _, match, reader in sorted(taken, key=lambda row: row[:3]):
        if start >= last:
            found = changed(
                folded, Found(Span(start, -minus_end), match, reader), Span(last, sentence.end)
            )
            last = found.span.end
            yield found


def _start(match: re.Match[str]) -> int:
    """Return where a date starts: past its lead, which only says that it is one."""
    return match.end("lead") if "lead" in match.re.groupindex else match.start()

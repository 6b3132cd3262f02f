"""Dates and periods written in a sentence, resolved to their first and last day.

What lacks a year is read as the latest such day not after the article's own date, give or take a
month ahead (an article of late December announces January). Without the article's date only what
names its year resolves.
"""

from __future__ import annotations

import datetime
from collections.abc import Iterator

from claims.extraction.dates import chinese, latin
from claims.extraction.dates.ranges import is_range, joined, span_of
from claims.extraction.dates.reading import Form, Found
from claims.extraction.types import DateMention, Span

_GROUPS = (*latin.GROUPS, *chinese.GROUPS)


def date_spans(folded: str, sentence: Span) -> list[Span]:
    """Return where dates stand, resolved or not, ordered and apart."""
    return [found.span for found in _found(folded, sentence)]


def dates_in(
    folded: str, sentence: Span, published: datetime.date | None
) -> tuple[DateMention, ...]:
    """Return the dates of a sentence that can be told, spans in the view, in order."""
    return tuple(_mentions(folded, list(_found(folded, sentence)), published))


def _mentions(
    folded: str, found: list[Found], published: datetime.date | None
) -> Iterator[DateMention]:
    at = 0
    while at < len(found):
        one, other = found[at], found[at + 1] if at + 1 < len(found) else None
        if other and is_range(folded, one, other):
            period = joined(one, other, published)
            if period:
                yield DateMention(span_of(one, other), *period)
                at += 2
                continue
        period = one.reader(one.match, published)
        if period:
            yield DateMention(one.span, *period)
        at += 1


def _found(folded: str, sentence: Span) -> Iterator[Found]:
    forms: list[Form] = [
        form
        for hint, group in _GROUPS
        if hint.search(folded, sentence.start, sentence.end)
        for form in group
    ]
    taken = [
        (match.start(), -match.end(), order, match, reader)
        for order, (pattern, reader) in enumerate(forms)
        for match in pattern.finditer(folded, sentence.start, sentence.end)
    ]
    last = sentence.start
    for start, minus_end, _, match, reader in sorted(taken, key=lambda row: row[:3]):
        if start >= last:
            last = -minus_end
            yield Found(Span(start, last), match, reader)

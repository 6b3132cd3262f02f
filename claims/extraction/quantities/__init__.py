"""Figures as values: money, percentages, and counts of things.

Years, dates, model names (GPT-4, R1), list numbers, times and telephone numbers are no quantities.
"""

from __future__ import annotations

from collections.abc import Iterator, Sequence

from claims.extraction.han import HAN_CHARACTER
from claims.extraction.quantities import chinese, latin
from claims.extraction.quantities.reading import Passage
from claims.extraction.types import Quantity, Span
from claims.extraction.view import View


def quantities_in(
    view: View,
    folded: str,
    sentence: Span,
    language: str,
    dates: Sequence[Span],
    *,
    yuan: str = "CNY",
) -> tuple[Quantity, ...]:
    """Return the quantities of a sentence, spans in the view, in order, clear of `dates`.

    `yuan` is the ISO 4217 code of what 元 means in the article: see `money.yuan_of`.
    """
    found: list[Quantity] = []
    base = language.split("-", maxsplit=1)[0]
    passage = Passage(view.text, folded, sentence, base, yuan)
    for quantity in sorted(_candidates(passage), key=_widest_first):
        last = found[-1].span.end if found else sentence.start
        if quantity.span.start >= last and not any(day.meets(quantity.span) for day in dates):
            found.append(quantity)
    return tuple(found)


def _candidates(passage: Passage) -> Iterator[Quantity]:
    sentence = passage.sentence
    if HAN_CHARACTER.search(passage.text, sentence.start, sentence.end):
        yield from chinese.find(passage)
    yield from latin.find(passage)


def _widest_first(quantity: Quantity) -> tuple[int, int]:
    return quantity.span.start, -quantity.span.end

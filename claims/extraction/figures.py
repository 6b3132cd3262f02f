"""The figures of a sentence as a set, to tell whether two sentences could give the same ones."""

from __future__ import annotations

import re
from collections.abc import Iterable, Sequence
from math import isclose

from claims.extraction.types import Quantity, Span

Figure = tuple[str, float, float, int]
"""Its kind ("%", a currency, or "" for what is counted), low and high end, and direction.

The direction is 1 for "more than", -1 for "less than", else 0.
"""
Figures = frozenset[Figure]

_NUMBER = re.compile(r"\d+(?:[.,]\d+)*")
_LIST_MARK = re.compile(r"\s*(?:[•·*▪-]\s*)?\d{1,2}(?:[.)]\s|、)")
_CURRENCY = re.compile("[A-Z]{3}")
_DIRECTIONS = {"<": -1, "<=": -1, ">": 1, ">=": 1}
_MOST = 20  # a sentence with more figures is a table row, and comparing them all takes long


def figures_in(text: str, quantities: Iterable[Quantity], read: Sequence[Span]) -> Figures:
    """Return the quantities found in `text` and the numbers outside `read`, a list mark apart.

    `read` are the stretches of `text` that were read as a quantity or a date, in any order.
    """
    mark = _LIST_MARK.match(text)
    rest = _blank(text, [*read, Span(*mark.span())] if mark else read)
    numbers = [_counted(match[0]) for match in _NUMBER.finditer(rest)]
    return frozenset([*map(_figure, quantities), *numbers])


def _blank(text: str, spans: Iterable[Span]) -> str:
    """Return `text` with spaces where the spans are."""
    pieces, done = [], 0
    for span in sorted(spans):
        pieces += [text[done : span.start], " "]
        done = max(done, span.end)
    return "".join([*pieces, text[done:]])


def figures_clash(left: Figures, right: Figures) -> bool:
    """Say whether two sentences cannot give the same figures.

    They may where one says no figure, or only such as the other says too.
    """
    fewer, more = sorted((left, right), key=len)
    if len(more) > _MOST:
        return left != right
    return any(not any(_agree(one, other) for other in more) for one in fewer)


def _figure(quantity: Quantity) -> Figure:
    kind = quantity.unit if quantity.unit == "%" or _CURRENCY.fullmatch(quantity.unit) else ""
    low = quantity.low if quantity.value is None else quantity.value
    high = quantity.high if quantity.value is None else quantity.value
    return kind, low or 0.0, high or 0.0, _DIRECTIONS.get(quantity.comparator, 0)


def _counted(number: str) -> Figure:
    """Return a bare number; separators are left out, as it is compared with its like only."""
    value = float(re.sub("[.,]", "", number)[:30])
    return "", value, value, 0


def _agree(one: Figure, other: Figure) -> bool:
    return (
        one[0] == other[0]
        and isclose(one[1], other[1], rel_tol=1e-9)
        and isclose(one[2], other[2], rel_tol=1e-9)
        and one[3] * other[3] >= 0
    )

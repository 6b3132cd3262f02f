"""Compare sums of money in two currencies: a paper states the same price in its readers' money."""

from __future__ import annotations

import math
from collections.abc import Iterator, Sequence
from functools import cache

from claims.extraction.types import Quantity
from claims.matching.tables import rows

# Rates move, and writers round: 1.2 billion dollars are 8.5 billion yuan to one, 8.3 to another.
_SLACK = 0.14


@cache
def _rates() -> dict[str, float]:
    return {currency: float(units) for currency, units in rows("exchange.tsv")}


def in_dollars(quantity: Quantity) -> float | None:
    """Return about how many US dollars a sum is; None for a range and for what is no money."""
    rate = _rates().get(quantity.unit)
    if rate is None or not quantity.value:
        return None
    return abs(quantity.value) / rate


def converted_pair(
    left: Sequence[Quantity], right: Sequence[Quantity]
) -> tuple[Quantity, Quantity] | None:
    """Return two sums in different currencies that come to about the same, or None."""
    for one, dollars in _sums(left):
        for other, theirs in _sums(right):
            if one.unit != other.unit and abs(math.log(dollars / theirs)) <= _SLACK:
                return one, other
    return None


def _sums(quantities: Sequence[Quantity]) -> Iterator[tuple[Quantity, float]]:
    for quantity in quantities:
        dollars = in_dollars(quantity)
        if dollars is not None:
            yield quantity, dollars

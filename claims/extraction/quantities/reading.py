"""What stands around a number, and the quantity that number and surroundings make."""

from __future__ import annotations

from dataclasses import dataclass

from claims.extraction.numbers.number import Number, rounded
from claims.extraction.types import Comparator, Quantity, Span


@dataclass(frozen=True, slots=True)
class Passage:
    """A sentence to read figures in: `folded` is `text` in Simplified characters.

    `language` decides what a comma in digits is, `yuan` is the ISO 4217 code of what 元 means.
    """

    text: str
    folded: str
    sentence: Span
    language: str
    yuan: str


@dataclass(frozen=True, slots=True)
class Lead:
    """What stands before a number: where it starts, how it compares, and the money it names.

    `share` is what the number is a hundredth of (百分之: 1, 千分之: 0.1), or None.
    """

    start: int
    comparator: Comparator | None = None
    money: str = ""
    share: float | None = None


@dataclass(frozen=True, slots=True)
class Unit:
    """What stands behind a number: its unit, where it ends, and what it does to the value.

    `name` is as `Quantity.unit`. The value is multiplied by `factor` and then `extra` is added
    (三成五: 3 times 10 and 5); `comparator` is of words behind it ("or more", 以上).
    """

    name: str
    end: int
    factor: float = 1.0
    extra: float = 0.0
    comparator: Comparator | None = None


def quantity_of(lead: Lead, number: Number, unit: Unit, second: Number | None = None) -> Quantity:
    """Return the quantity of a number, or of a range of two."""
    low, high = number.value, number.high
    if second is not None:
        high = second.value if second.high is None else second.high
        # "5 to 7 million" means five million; "900 to 1.2 thousand" does not multiply the 900.
        if number.scale == 1 < second.scale and low * second.scale <= high:
            low *= second.scale
    span = Span(lead.start, unit.end)
    low = rounded(low * unit.factor + unit.extra)
    if high is None:
        more: Comparator | None = ">" if number.more else None
        return Quantity(span, low, unit.name, lead.comparator or more or unit.comparator or "=")
    high = rounded(high * unit.factor + unit.extra)
    return Quantity(span, None, unit.name, low=min(low, high), high=max(low, high))

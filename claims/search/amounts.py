"""Amounts as lexemes that are equal however they are written: 5,5 juta, 5.5 million, 550万.

`#5500000` is the number, `#usd:5500000` the sum, `#:5500000` a number whose unit is not said, and
`*6` says that something is counted in millions.
"""

from __future__ import annotations

import math
import re
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass

from claims.extraction.lexicon.numerals import MAGNITUDES
from claims.extraction.numbers.chinese import chinese_numbers
from claims.extraction.numbers.latin import latin_numbers
from claims.extraction.numbers.number import Number
from claims.extraction.quantities import quantities_in
from claims.extraction.types import Quantity, Span
from claims.matching.units import comparable_unit
from claims.search.folded_text import Folded

_CHINESE_MAGNITUDES = {"百万": 1e6, "千万": 1e7, "十亿": 1e9, "万亿": 1e12}


@dataclass(frozen=True, slots=True)
class Amount:
    """A number or a quantity: its values, its unit ("" if none is said), where it stands.

    `end` is where the number ends; what is counted or paid may stand after it, to `unit_end`.
    Places are in the folded text. A range has two values.
    """

    values: tuple[float, ...]
    unit: str
    start: int
    end: int
    unit_end: int

    @property
    def is_measured(self) -> bool:
        """Return whether the unit is money or per cent, and not what is counted."""
        return is_measure(self.unit)


def is_measure(unit: str) -> bool:
    """Return whether a unit is an ISO 4217 code or per cent."""
    return unit == "%" or (len(unit) == 3 and unit.isascii() and unit.isupper())


def amounts_in(folded: Folded, language: str, *, yuan: str = "CNY") -> list[Amount]:
    """Return the numbers of a text, each once, with the unit where one is read."""
    span = Span(0, len(folded.text))
    read = quantities_in(folded.view, folded.simplified, span, language, (), yuan=yuan)
    numbers = _numbers(folded, span, language)
    held = _holding(numbers, sorted(read, key=lambda each: each.span.start))
    return [_amount(number, quantity) for number, quantity in zip(numbers, held, strict=True)]


def lexemes_of(amount: Amount) -> Iterator[str]:
    """Yield what of an amount is indexed."""
    for value in amount.values:
        written = number_text(value)
        yield f"#{written}"
        yield f"#{unit_key(amount.unit)}:{written}"
        if (order := order_of(value)) >= 3:
            yield f"*{order}"


def number_text(value: float) -> str:
    """Return the one way in which a value is written here: without sign, to ten digits."""
    return f"{abs(value):.10g}"


def unit_key(unit: str) -> str:
    """Return a unit in the one way of writing it, without what would end a lexeme."""
    return re.sub(r"[^\w%]", "", comparable_unit(unit)).casefold() if unit else ""


def order_of(value: float) -> int:
    """Return in what a value is counted: 3 in thousands, 6 in millions, 9, 12; 0 in ones."""
    size = abs(value)
    return 0 if size < 1000 else min(12, 3 * int(math.log10(size * (1 + 1e-12)) / 3))


def magnitude_order(word: str) -> int | None:
    """Return what a magnitude by itself counts in: 6 for million, juta, 百万. None for others."""
    size = MAGNITUDES.get(word) or _CHINESE_MAGNITUDES.get(word)
    return order_of(size) if size else None


def _numbers(folded: Folded, span: Span, language: str) -> list[Number]:
    base = language.split("-", maxsplit=1)[0]
    found = [
        *chinese_numbers(folded.simplified, span.start, span.end, base),
        *latin_numbers(folded.view.text, span.start, span.end, base),
    ]
    numbers: list[Number] = []
    for number in sorted(found, key=lambda each: (each.span.start, -each.span.end)):
        is_apart = not numbers or number.span.start >= numbers[-1].span.end
        if is_apart and number.high is None and not _is_in_a_name(folded.text, number.span):
            numbers.append(number)
    return numbers


def _is_in_a_name(text: str, span: Span) -> bool:
    """Say whether Latin letters are written against a number: R1, H800, 5th."""
    before, after = text[span.start - 1 : span.start], text[span.end : span.end + 1]
    last = text[span.end - 1]
    return (before.isascii() and before.isalpha() and text[span.start].isdigit()) or (
        after.isascii() and after.isalpha() and last.isdigit() and text[span.start].isdigit()
    )


def _holding(numbers: Sequence[Number], read: Sequence[Quantity]) -> Iterator[Quantity | None]:
    """Yield for each number the quantity it stands in; both are in order."""
    at = 0
    for number in numbers:
        while at < len(read) and read[at].span.end <= number.span.start:
            at += 1
        holds = at < len(read) and read[at].span.start <= number.span.start
        yield read[at] if holds else None


def _amount(number: Number, quantity: Quantity | None) -> Amount:
    span = number.span
    if quantity is None or not quantity.unit:
        return Amount((number.value,), "", span.start, span.end, span.end)
    values = values_of(quantity.value, quantity.low, quantity.high)
    start = quantity.span.start if is_measure(quantity.unit) else span.start
    return Amount(
        tuple(dict.fromkeys((number.value, *values))),
        quantity.unit,
        start,
        span.end,
        max(span.end, quantity.span.end),
    )


def values_of(*values: float | None) -> Iterable[float]:
    """Return the values that are known."""
    return [value for value in values if value is not None]

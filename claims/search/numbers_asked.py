"""The amounts in a query, in every way it may be meant: nobody says in which language they ask.

"1.500" is fifteen hundred to an Indonesian and one and a half to an English reader, and 元 is the
money of three places.
"""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass

from claims.extraction.quantities.money import money_code
from claims.search.amounts import (
    Amount,
    amounts_in,
    magnitude_order,
    number_text,
    unit_key,
)
from claims.search.folded_text import Folded, folded

_READINGS = (("en", "CNY"), ("id", "CNY"), ("zh", "TWD"), ("zh", "HKD"))


@dataclass(frozen=True, slots=True)
class AskedNumber:
    """An amount of a query: any of `lexemes` will do, and it stands from `start` to `end`.

    For the words up to `unit_end`, which say what is counted, `counted` will do as well: 200 orang
    finds 200 people.
    """

    start: int
    end: int
    unit_end: int
    lexemes: frozenset[str]
    counted: frozenset[str]


def asked_numbers(form: Folded) -> list[AskedNumber]:
    """Return the amounts in a folded query, in order and apart."""
    read = [
        _asked(form, amount)
        for language, yuan in _READINGS
        for amount in amounts_in(form, language, yuan=yuan)
    ]
    numbers: list[AskedNumber] = []
    for number in sorted(read, key=lambda each: (each.start, -each.end)):
        last = numbers[-1] if numbers else None
        if last is None or number.start >= last.end:
            numbers.append(number)
        elif (number.start, number.end) == (last.start, last.end):
            numbers[-1] = _merged(last, number)
    return numbers


def _asked(form: Folded, amount: Amount) -> AskedNumber:
    end = amount.unit_end if amount.is_measured else amount.end
    written = form.text[amount.start : end]
    counted = amount.unit and not amount.is_measured
    return AskedNumber(
        amount.start,
        end,
        amount.unit_end,
        frozenset(_lexemes(amount, written)),
        frozenset(_of_unit(amount)) if counted else frozenset(),
    )


def _lexemes(amount: Amount, written: str) -> Iterator[str]:
    if amount.is_measured:
        yield from _of_unit(amount)
        # Where no unit was read, it may be said elsewhere: "the cost in dollars: 5.5 million".
        yield from (f"#:{number_text(value)}" for value in amount.values)
        return
    yield from (f"#{number_text(value)}" for value in amount.values)
    if written.isascii() and written.isalnum():
        yield written
    if order := magnitude_order(written):
        yield f"*{order}"


def _of_unit(amount: Amount) -> Iterator[str]:
    return (f"#{unit_key(amount.unit)}:{number_text(value)}" for value in amount.values)


def _merged(one: AskedNumber, other: AskedNumber) -> AskedNumber:
    return AskedNumber(
        one.start,
        one.end,
        max(one.unit_end, other.unit_end),
        one.lexemes | other.lexemes,
        one.counted | other.counted,
    )


def value_asked(written: str, language: str) -> float | None:
    """Return the value of an amount that was typed alone ("5,5 juta", "550万"), None if it is none.

    `language` is the typist's: it decides what "1.500" is.
    """
    amounts = amounts_in(folded(written), language)
    return abs(amounts[0].values[0]) if len(amounts) == 1 else None


def unit_asked(written: str) -> str:
    """Return the unit that was typed alone ("dolar", "US$", "persen", "orang"), as `unit_key`."""
    read = amounts_in(folded(f"1000 {written}"), "en") + amounts_in(folded(f"1000{written}"), "zh")
    measured = [amount.unit for amount in read if amount.is_measured]
    return unit_key(money_code(written.strip()) or (measured[0] if measured else written.strip()))

"""Numbers that two statements have in common, whatever is counted.

A unit is written in many ways ("5,000 labourers", "5.000 pekerja") or left out ("the count stood at
94,300"), and then `figures` knows nothing. The number itself tells: the more digits it has, the
less it coincides.
"""

from __future__ import annotations

import re
from functools import lru_cache

from claims.extraction.plain import plain
from claims.matching.places import Found, found
from claims.matching.types import Statement

_NUMERAL = re.compile(
    r"(?<![A-Za-z\d.,])(?:\d{1,3}(?:[.,]\d{3})+(?![\d]|[.,]\d)|\d+(?:[.,]\d+)?)"
    # Not a part of a number, of a date or of a time of day.
    r"(?!\d|\s*[万亿千百月日年号点时]"
    r"|\s+(?:ribu|juta|miliar|triliun|bilion|thousand|million|billion|trillion|bn|m)\b"
    r"|\s+(?:jan|feb|mar|apr|mei|may|jun|jul|aug|agu|ogo|sep|oct|okt|nov|dec|des|dis)[a-z]*\b)",
    re.IGNORECASE,
)
_GROUPED = re.compile(r"\d{1,3}(?:[.,]\d{3})+")
_YEARS = range(1900, 2101)
_ROUND = 0.25  # 5,000 is said of many things, and still of fewer than 5 is
_LEAST_ROUND = 100


def shared_numeral(left: Statement, right: Statement) -> tuple[float, float]:
    """Return how much the numbers in common tell, 0 to 1, and the most telling of them.

    Years are none: a story has one year.
    """
    shared = {value: _telling(value) for value in _numbers(left) & _numbers(right)}
    best = max(shared, key=lambda value: (shared[value], value), default=0.0)
    return min(1.0, sum(shared.values())), best


def _telling(value: float) -> float:
    digits = len(f"{value:.3g}".partition("e")[0].replace(".", "").strip("0"))
    return max((digits - 1) / 2, _ROUND if value >= _LEAST_ROUND else 0.0)


def _numbers(statement: Statement) -> frozenset[float]:
    told = {
        round(abs(value), 6)
        for quantity in statement.quantities
        for value in (quantity.value, quantity.low, quantity.high)
        if value
    }
    return frozenset(told | written_numerals(statement.text).keys())


@lru_cache(maxsize=4096)
def written_numerals(text: str) -> dict[float, Found]:
    """Return the numbers written in digits, each with its first place in the `plain` text."""
    values: dict[float, Found] = {}
    for match in _NUMERAL.finditer(plain(text)):
        value = _value(match.group())
        if value not in _YEARS:
            values.setdefault(value, found(match))
    return values


def _value(numeral: str) -> float:
    if _GROUPED.fullmatch(numeral):
        return float(re.sub(r"[.,]", "", numeral))
    return float(numeral.replace(",", "."))

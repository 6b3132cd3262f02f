"""Dates in digits: 2024-05-31, 31/05/2024, 5/31/24, 31.5.2024, "Friday (31/5)".

Of two numbers up to twelve the day is the first, but the month in English, where an article that
writes any day first elsewhere ("14/3/2024") is taken at its word.
"""

from __future__ import annotations

import re
from typing import Final

from claims.extraction.dates import absolute
from claims.extraction.dates.reading import Group, Reader
from claims.extraction.lexicon.calendar import WEEKDAYS
from claims.extraction.lexicon.wording import any_of

_DAY_FIRST = re.compile(
    r"(?<![\d/.-])(?:1[3-9]|2\d|3[01])([/-])(?:0?[1-9]|1[0-2])\1(?:19|20)?\d\d(?![\d/-])"
)
_YEAR = r"(?P<year>(?:19|20)\d\d)(?!\d|[.,/]\d)"
_SHORT = r"(?P<short>\d\d)(?![\d/%]|[.,-]\d)"
_NUMBER = r"(?:0?[1-9]|[12]\d|3[01])"
_OTHER = rf"(?P<month>{_NUMBER})"
_WEEKDAY = any_of(word for word in WEEKDAYS if word.isascii())
# "5/12" is a share or a score as often; 9/11 is what happened in 2001.
_DATED = rf"(?:\b(?:on|by|until|till|since)|\b{_WEEKDAY},?)\s+(?!9/11\b)"

_ISO = (
    r"(?<!\d)(?P<year>(?:19|20)\d\d)([-/.])(?P<month>[01]?\d)\2(?P<day>[0-3]?\d)(?!\d)",
    rf"(?<![\d/.])(?P<day>{_NUMBER})\.{_OTHER}\.{_YEAR}",
)


def _ordered(first: str) -> tuple[str, ...]:
    return (
        rf"(?<![\d/.,])(?P<{first}>{_NUMBER})/(?P<_>{_NUMBER})/{_YEAR}",
        rf"(?<![\d/.,-])(?P<{first}>{_NUMBER})-(?P<_>{_NUMBER})-{_YEAR}(?!-)",
        rf"(?<![\d/.,-])(?P<{first}>{_NUMBER})/(?P<_>{_NUMBER})/{_SHORT}",
        rf"(?:\b{_WEEKDAY}\s+)?\((?P<{first}>[0-3]?\d)/(?P<_>[0-3]?\d)(?:/{_YEAR})?\)",
        rf"{_DATED}(?P<{first}>{_NUMBER})/(?P<_>{_NUMBER})(?![\d/%]|\.\d)",
    )


def _group(first: str, second: str) -> Group:
    forms = (*_ISO, *(form.replace("(?P<_>", f"(?P<{second}>") for form in _ordered(first)))
    reader: Reader = absolute.calendar_day
    return re.compile(r"\d[-/.]\d"), tuple(
        (re.compile(form, re.IGNORECASE), reader) for form in forms
    )


DAY_FIRST: Final = _group("day", "month")
MONTH_FIRST: Final = _group("month", "day")


def month_first(text: str, language: str) -> bool:
    """Say whether 5/12 is a day in May, in an article of a language (a BCP 47 tag)."""
    return language.split("-", maxsplit=1)[0] == "en" and not _DAY_FIRST.search(text)

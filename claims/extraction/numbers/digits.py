"""Numbers in digits with separators, which languages set differently."""

from __future__ import annotations

import re
from typing import Final

DECIMAL_COMMA: Final = frozenset({"id", "de", "fr", "es", "pt", "it", "vi", "nl", "ru", "tr", "pl"})
"""Languages that write 1.234,5; the others here write 1,234.5."""

DIGITS: Final = (
    r"(?:(?<![\d$€£¥])\d{1,3}(?:，\d{3}(?!\d))++(?:\.\d++)?+|\d++(?:[.,]\d++)*+|(?<![\w.,])\.\d++)"
)
"""Digits with separators inside, as a regular expression that never steps back.

The wide comma groups too (４，５６５), but only before three digits: else it ends a clause.
"""

_GROUPS = {
    mark: re.compile(rf"\d{{1,3}}(?:{re.escape(mark)}\d{{2,3}})*{re.escape(mark)}\d{{3}}")
    for mark in ".,"
}


def read_digits(written: str, language: str, *, scaled: bool = False) -> float | None:
    """Return the value of digits with separators, as "1.234,5" or "5.5"; None for "192.168.0.1".

    One separator before three digits is ambiguous ("1.500"): the language decides. A stop before
    a magnitude (`scaled`) is decimal everywhere: nobody writes "1.625 miliar" for 1.6 trillion.
    """
    written = written.replace("，", ",")
    comma, stop = written.count(","), written.count(".")
    if comma and stop:
        decimal = "," if written.rfind(",") > written.rfind(".") else "."
        return _grouped(written, decimal)
    mark = "," if comma else "."
    if comma + stop > 1:
        return _grouped(written + ".", ".") if comma else _grouped(written + ",", ",")
    groups = mark == ("." if language in DECIMAL_COMMA else ",") and not (scaled and mark == ".")
    if groups and _GROUPS[mark].fullmatch(written) and not written.startswith("0"):
        return float(written.replace(mark, ""))
    return float(written.replace(",", "."))


def _grouped(written: str, decimal: str) -> float | None:
    """Read digits of which the part before the decimal mark must stand in groups."""
    whole, _, part = written.partition(decimal)
    mark = "." if decimal == "," else ","
    if not _GROUPS[mark].fullmatch(whole) or not (part.isdigit() or not part):
        return None
    return float(f"{whole.replace(mark, '')}.{part}")

"""Numbers as written in the languages we read, as floats."""

from __future__ import annotations

import re
from typing import Final

DECIMAL_COMMA: Final = frozenset({"id", "de", "fr", "es", "pt", "it", "vi", "nl", "ru", "tr", "pl"})
"""Languages that write 1.234,5; the others here write 1,234.5."""

CHINESE_DIGITS = "零〇一二两三四五六七八九"
_DIGIT = dict(zip(CHINESE_DIGITS, (0, 0, 1, 2, 2, 3, 4, 5, 6, 7, 8, 9), strict=True))
_SMALL = {"十": 10, "百": 100, "千": 1000}
_LARGE = {"万": 10**4, "亿": 10**8, "兆": 10**12}
_GROUPED = re.compile(r"\d{1,3}(?:[.,]\d{3})+\Z")


def parse_digits(written: str, language: str, *, scaled: bool = False) -> float:
    """Return the value of digits with separators, as "1.234,5" or "5.5".

    One separator before three digits is ambiguous ("1.500"): the language decides. A stop before
    a magnitude (`scaled`) is decimal everywhere: nobody writes "1.625 miliar" for 1.6 trillion.
    """
    comma, stop = written.count(","), written.count(".")
    if comma and stop:
        decimal = "," if written.rfind(",") > written.rfind(".") else "."
        return _parse(written, decimal)
    if not comma and not stop:
        return float(written)
    mark = "," if comma else "."
    if comma + stop > 1:
        return _parse(written, "")
    grouped = _GROUPED.match(written) is not None and not written.startswith("0")
    mark_groups = mark == ("." if language in DECIMAL_COMMA else ",") and not (
        scaled and mark == "."
    )
    return _parse(written, "" if grouped and mark_groups else mark)


def _parse(written: str, decimal: str) -> float:
    for mark in ".,":
        if mark != decimal:
            written = written.replace(mark, "")
    return float(written.replace(",", "."))


def parse_chinese(written: str) -> float:
    """Return the value of a numeral in Chinese characters, as 三千二百, 一点五 or 二〇二五."""
    whole, _, part = written.partition("点")
    value = float(_whole(whole)) if whole else 0.0
    for place, character in enumerate(part, 1):
        value += _DIGIT[character] / 10**place
    return value


def _whole(written: str) -> int:
    if all(character in _DIGIT for character in written):
        return int("".join(str(_DIGIT[character]) for character in written))
    total = section = digit = 0
    last = large = 1
    for character in written:
        if character in _DIGIT:
            digit, last = _DIGIT[character], last if _DIGIT[character] else 1
        elif character in _SMALL:
            section += (digit or 1) * _SMALL[character]
            digit, last = 0, _SMALL[character]
        else:
            counted = section + digit
            unit = _LARGE[character]
            # 三万亿 multiplies all before it, 一亿两千万 only what follows the larger unit.
            total = (total + counted) * unit if unit > large else total + (counted or 1) * unit
            total = total or unit
            section = digit = 0
            last = large = unit
    # 两万五 is 25,000: a last digit counts the next smaller unit.
    return total + section + digit * (last // 10 if last >= 100 and written[-1] in _DIGIT else 1)

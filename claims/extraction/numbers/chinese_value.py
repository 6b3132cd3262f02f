"""What a Chinese numeral says."""

from __future__ import annotations

import re

from claims.extraction.lexicon.numerals import CHINESE_DIGITS, CHINESE_MYRIADS, CHINESE_TENS
from claims.extraction.numbers.digits import DIGITS, read_digits

_TOKEN = re.compile(rf"{DIGITS}|\S")


def numeral_value(written: str, language: str = "zh") -> float | None:
    """Return the value of a numeral, as 三千二百, 一点五, 5万4千 or 二〇二五, or None."""
    whole, _, part = written.partition("点")
    value = _whole(whole, language)
    if value is None:
        return None
    digits = [CHINESE_DIGITS[character] for character in part if character in CHINESE_DIGITS]
    return value + sum(digit * 10.0**-place for place, digit in enumerate(digits, 1))


def _whole(written: str, language: str) -> float | None:
    reading = _Reading()
    for token in _TOKEN.findall(written):
        if token in CHINESE_DIGITS:
            reading.digit(CHINESE_DIGITS[token])
        elif token in CHINESE_TENS:
            reading.tens(CHINESE_TENS[token])
        elif token in CHINESE_MYRIADS:
            reading.myriad(CHINESE_MYRIADS[token])
        elif token[0].isdigit():
            digits = read_digits(token, language, scaled=token != written)
            if digits is None:
                return None
            reading.number(digits)
    return reading.value


class _Reading:
    """A numeral as far as it is read: what larger units closed, this section, the open digits."""

    def __init__(self) -> None:
        self._closed = self._section = 0.0
        self._open: float | None = None
        self._unit = self._last = 1.0  # the last myriad unit, and the last unit of any kind
        self._fills = False  # a digit after another or after a zero: 二〇, 零五

    def digit(self, digit: float) -> None:
        self._fills = self._open is not None or digit == 0
        self._open = 10 * (self._open or 0.0) + digit

    def number(self, value: float) -> None:
        self._fills, self._open = True, value

    def tens(self, unit: float) -> None:
        self._section += (self._open or 1.0) * unit
        self._open, self._last = None, unit

    def myriad(self, unit: float) -> None:
        """三万亿 multiplies all before it, 一亿两千万 only what follows the larger unit."""
        counted = self._section + (self._open or 0.0)
        if unit > self._unit or not counted:
            self._closed = (self._closed + counted or 1.0) * unit
        else:
            self._closed += counted * unit
        self._section, self._open = 0.0, None
        self._unit = self._last = unit

    @property
    def value(self) -> float:
        """两万五 is 25,000: a last lone digit counts the next smaller unit."""
        last = self._open or 0.0
        if self._last >= 100 and not self._fills:
            last *= self._last / 10
        return self._closed + self._section + last

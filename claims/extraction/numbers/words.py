"""Numbers said in words: "twenty-six thousand", "seratus dua puluh lima juta"."""

from __future__ import annotations

import re

from claims.extraction.lexicon.numerals import (
    ADDENDS,
    FACTORS,
    MAGNITUDES,
    TEENS,
    WHOLE_MAGNITUDES,
)

_TOKEN = re.compile(r"[a-z]+")
_FILLERS = frozenset({"a", "and", "dan"})


def number_in_words(written: str) -> tuple[float, float, int] | None:
    """Return the value, the magnitude it ends with and how many characters say it.

    Words that do not go on the number end it: "twenty twenty" says twenty, and then twenty.
    """
    reading = _Reading()
    end = 0
    for match in _TOKEN.finditer(written.casefold()):
        if match[0] not in _FILLERS:
            if not reading.take(match[0]):
                break
            end = match.end()
    return (reading.value, reading.scale, end) if end else None


class _Reading:
    """A number as far as it is said: what magnitudes closed, and the part still open."""

    def __init__(self) -> None:
        self._closed = self._open = self._last = 0.0
        self._least = float("inf")  # the magnitude said last: the next must be smaller
        self._said = False  # whether the open part has a word
        self.scale = 1.0

    @property
    def value(self) -> float:
        return self._closed + self._open

    def take(self, word: str) -> bool:
        """Take one more word; False when it cannot go on this number."""
        if word in ADDENDS:
            return self._add(ADDENDS[word])
        if word in WHOLE_MAGNITUDES:
            return not self._said and self._close(WHOLE_MAGNITUDES[word])
        if word in MAGNITUDES:
            return self._close(MAGNITUDES[word])
        return self._multiply(word)

    def _add(self, addend: float) -> bool:
        room = 10.0 ** len(str(int(addend)))
        if self._said and (self._open % room or not self._open or not addend):
            return False
        self._open, self._last, self._said, self.scale = self._open + addend, addend, True, 1.0
        return True

    def _multiply(self, word: str) -> bool:
        if word == TEENS:
            self._open += 10.0
            return 0 < self._last < 10
        factor = FACTORS.get(word, 12.0 if word == "dozen" else 0.0)
        if not factor or self._last >= factor or (self._said and not self._last):
            return False
        self._open += (self._last or 1.0) * factor - self._last
        self._last, self._said, self.scale = 0.0, True, factor
        return True

    def _close(self, magnitude: float) -> bool:
        if not self._said and self._closed:
            self._closed *= magnitude  # "three lakh crore", "5 ribu miliar"
        elif magnitude >= self._least:
            return False
        else:
            self._closed += (self._open if self._said else 1.0) * magnitude
        self._open, self._last, self._said = 0.0, 0.0, False
        self._least, self.scale = magnitude, magnitude
        return True

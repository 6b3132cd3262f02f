"""The tokenizer of the sentence model, read from the engine's own file, which does not lend it out.

Unigram pieces (Kudo 2018): of all ways to cut a text into known pieces, the likeliest.
"""

from __future__ import annotations

import math
import struct
from collections.abc import Iterator
from itertools import pairwise

import numpy as np

from benchmarks.questions.engine_file import FIRST_COUNT

_SPACE = "▁"
_PREFIX = "query: "
_MOST = 510
_UNKNOWN = 10.0  # so much less likely than the least likely piece is a sign that is in none


class Pieces:
    """Cuts texts into the numbers of their pieces."""

    def __init__(self, model: bytes) -> None:
        many, self._first, self._last, _padding, self._unknown, spelled = struct.unpack_from(
            "<5iQ", model, FIRST_COUNT
        )
        at = FIRST_COUNT + 28
        starts = np.frombuffer(model, "<u4", many + 1, at).tolist()
        at += 4 * (many + 1)
        self._likely = np.frombuffer(model, "<f4", many, at).tolist()
        at += 4 * many
        words = (model[at + one : at + two] for one, two in pairwise(starts))
        self._number = {word.decode(): each for each, word in reversed([*enumerate(words)])}
        self._signs = dict(_signs(model, at + spelled))
        self._longest = max(map(len, self._number))
        self._unlikely = min(self._likely) - _UNKNOWN

    def cut(self, text: str) -> list[int]:
        """Return the numbers of the pieces of a text, between the first and the last of all."""
        text = "".join(self._signs.get(ord(sign), sign) for sign in _PREFIX + text)
        text = _SPACE + _SPACE.join(text.split())
        best = [(0.0, 0, 0)] + [(-math.inf, 0, 0)] * len(text)
        for start in range(len(text)):
            so_far = best[start][0]
            for end, piece, likely in self._from(text, start):
                best[end] = max(best[end], (so_far + likely, start, piece))
        found, at = list[int](), len(text)
        while at:
            _likely, at, piece = best[at]
            found.append(piece)
        return [self._first, *found[::-1][:_MOST], self._last]

    def _from(self, text: str, start: int) -> Iterator[tuple[int, int, float]]:
        yield start + 1, self._unknown, self._unlikely
        for end in range(start + 1, min(start + self._longest, len(text)) + 1):
            piece = self._number.get(text[start:end], self._unknown)
            if piece != self._unknown:
                yield end, piece, self._likely[piece]


def _signs(model: bytes, at: int) -> Iterator[tuple[int, str]]:
    """Yield what stands for a sign, by its code point."""
    (many,) = struct.unpack_from("<i", model, at)
    at += 8
    for _ in range(many):
        sign, length = struct.unpack_from("<IB", model, at)
        points = struct.unpack_from(f"<{length}I", model, at + 5)
        at += 5 + 4 * length
        yield sign, "".join(map(chr, points))

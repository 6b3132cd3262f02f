"""Texts that are one text: a wire report with another headline, a paragraph more, a menu around it.

A text is cut into overlapping runs of folded characters; MinHash keeps of them a sketch of fixed
size, from which two texts are compared without either being read again. Broder, "On the
resemblance and containment of documents", 1997.
"""

from __future__ import annotations

import hashlib
import struct
import zlib
from collections.abc import Iterator
from dataclasses import dataclass
from functools import cache

from claims.evidence.folded import folded
from claims.extraction.han import is_han

MINIMA = 126
BANDS = 42  # of 3 minima: texts alike by a third share one with probability 0.8, by half always
_LATIN_RUN, _HAN_RUN = 12, 5  # folded characters: about two words
FEWEST = 40  # runs: a text of a sentence says too little to be told from another
ALIKE = 0.6  # of the shorter text found in the longer
LEAST_RATIO = 0.25  # of their lengths: less, and the estimate says little
_PACKED = struct.Struct(f"<{MINIMA}I")


@dataclass(frozen=True, slots=True)
class Sketch:
    """A text as `size` distinct runs, and the MINIMA smallest values of as many hashes of them."""

    size: int
    minima: tuple[int, ...]

    @property
    def packed(self) -> bytes:
        """Return the minima as bytes, to be stored."""
        return _PACKED.pack(*self.minima)

    @property
    def bands(self) -> list[int]:
        """Return the BANDS keys to look the sketch up by: signed 32 bit, one shared is a hint."""
        width = len(self.packed) // BANDS
        parts = (self.packed[at : at + width] for at in range(0, len(self.packed), width))
        # The number of the band is part of the key: a value in another band is no hint.
        return [zlib.crc32(part, number) - 2**31 for number, part in enumerate(parts)]


def unpacked(size: int, minima: bytes) -> Sketch:
    """Return the sketch that was stored as `size` and `packed`."""
    return Sketch(size, _PACKED.unpack(minima))


def sketch(text: str) -> Sketch | None:
    """Return the sketch of `text`; None if it is too short to say anything."""
    runs = {zlib.crc32(run.encode()) for run in _runs(folded(text).text)}
    return Sketch(len(runs), _minima(runs)) if len(runs) >= FEWEST else None


def likeness(left: Sketch, right: Sketch) -> float:
    """Return how much of the shorter text is in the longer, estimated: 0 to 1, ± 0.05."""
    equal = sum(a == b for a, b in zip(left.minima, right.minima, strict=True))
    alike = equal / MINIMA
    shared = alike * (left.size + right.size) / (1 + alike)
    return min(1.0, shared / min(left.size, right.size))


def is_near_duplicate(left: Sketch, right: Sketch) -> bool:
    """Return whether the two are copies of one text."""
    ratio = min(left.size, right.size) / max(left.size, right.size)
    return ratio >= LEAST_RATIO and likeness(left, right) >= ALIKE


def _runs(text: str) -> Iterator[str]:
    """Yield the run that starts at each character; a Han character says as much as a word does."""
    for at, character in enumerate(text):
        size = _HAN_RUN if is_han(character) else _LATIN_RUN
        if at + size <= len(text):
            yield text[at : at + size]


def _minima(hashes: set[int]) -> tuple[int, ...]:
    """Return the smallest value of each of the MINIMA hash functions over `hashes`."""
    # Only here: a process that merely compares sketches, as one that builds reports, stays small.
    import numpy as np

    values = np.fromiter(hashes, dtype=np.uint64, count=len(hashes))
    shift = np.uint64(32)
    return tuple(
        int(((values * np.uint64(factor) + np.uint64(term)) >> shift).min())
        for factor, term in _functions()
    )


@cache
def _functions() -> tuple[tuple[int, int], ...]:
    """Return an odd factor and a term for each hash function, the same ones for ever."""
    digests = (hashlib.sha256(f"minimum {number}".encode()).digest() for number in range(MINIMA))
    return tuple(
        (int.from_bytes(each[:8], "big") | 1, int.from_bytes(each[8:16], "big")) for each in digests
    )

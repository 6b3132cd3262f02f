"""What the model sees of a sentence, as numbers."""

from __future__ import annotations

import zlib
from collections import Counter
from collections.abc import Sequence
from dataclasses import dataclass

import numpy as np
from numpy.typing import NDArray

from claims.extraction.embedding import DIMENSIONS, embed
from claims.extraction.plain import fold

Matrix = NDArray[np.float32]

BUCKETS = 4096
"""Character n-grams share this many weights: few enough to ship, and collisions cost little."""

GRAMS = range(2, 5)
WIDTH = DIMENSIONS + BUCKETS + 1


@dataclass(frozen=True, slots=True)
class Reading:
    """A sentence as written, how many words it says (see `Facts.words`), and the signals seen."""

    text: str
    words: float
    signals: frozenset[str] = frozenset()


@dataclass(frozen=True, slots=True)
class Example:
    """A labelled sentence. `worth` is 1 for must be checked, 0 for need not, between for may.

    Sentences of one `story` are never on both sides of a cross-validation.
    """

    reading: Reading
    worth: float
    story: str


def wording_columns(readings: Sequence[Reading]) -> Matrix:
    """Return (n, WIDTH): the embedding, the n-grams as a unit vector, the logarithm of the words.

    Weighing n-grams by one plus the logarithm of their count, and a hash in place of a vocabulary:
    Weinberger et al., "Feature Hashing for Large Scale Multitask Learning", 2009.
    """
    columns = np.zeros((len(readings), WIDTH), dtype=np.float32)
    columns[:, :DIMENSIONS] = embed([reading.text for reading in readings])
    for row, reading in zip(columns, readings, strict=True):
        _count_grams(reading.text, row[DIMENSIONS : DIMENSIONS + BUCKETS])
        row[-1] = np.log1p(reading.words)
    return columns


def _count_grams(text: str, row: Matrix) -> None:
    padded = f" {fold(text)} "
    grams = (padded[at : at + n] for n in GRAMS for at in range(len(padded) - n + 1))
    counts = Counter(zlib.crc32(gram.encode("utf-8", "replace")) % BUCKETS for gram in grams)
    if counts:
        row[list(counts)] = 1 + np.log(list(counts.values()))
        row /= np.linalg.norm(row)

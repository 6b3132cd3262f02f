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


def crowding_among(cosines: NDArray[np.float64]) -> NDArray[np.float64]:
    """Return for each row, the cosines of a statement with n others, the mean of the nearest.

    `cosines` is (m, n). With fewer than ten others nothing is known: the typical value.
    """
    if cosines.shape[1] < NEIGHBOURS:
        return np.full(len(cosines), TYPICAL_CROWDING)
    others = np.where(cosines > _REPETITION, 0.0, cosines)
    nearest: NDArray[np.float64] = np.sort(others, axis=1)[:, -NEIGHBOURS:].mean(axis=1)
    return nearest


def crowding_of(cosines: NDArray[np.float64]) -> NDArray[np.float64]:
    """Return the crowding of each of n statements among the others; `cosines` is (n, n)."""
    if len(cosines) <= NEIGHBOURS:
        return np.full(len(cosines), TYPICAL_CROWDING)
    return crowding_among(np.where(np.eye(len(cosines), dtype=bool), 0.0, cosines))

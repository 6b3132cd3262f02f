"""How close a statement's neighbours are.

Within one story every sentence is near every other, and a cosine that would be telling elsewhere
says little. What counts is how much nearer two statements are than their neighbours are.
"""

from __future__ import annotations

import numpy as np
from numpy.typing import NDArray

from claims.matching.observation import TYPICAL_CROWDING

NEIGHBOURS = 10
# Of few statements the nearest are few: the mean of ten of twelve is how close all of them are,
# and the sentences of a small batch would look as if they stood alone.
_OTHERS_PER_NEIGHBOUR = 4
ENOUGH_OTHERS = NEIGHBOURS * _OTHERS_PER_NEIGHBOUR
# What is nearer repeats the statement: a claim that ten outlets copied is not crowded by itself.
_REPETITION = 0.7


def crowding_among(cosines: NDArray[np.float64], others: int = 0) -> NDArray[np.float64]:
    """Return for each row, the cosines of a statement with n others, the mean of the nearest.

    `cosines` is (m, n); `others` is how many there are where these n are only the nearest of them,
    and counts no further than `ENOUGH_OTHERS`.
    With fewer than four others nothing is known: the typical value.
    """
    known = cosines.shape[1]
    count = min(NEIGHBOURS, (others or known) // _OTHERS_PER_NEIGHBOUR, known)
    if not count:
        return np.full(len(cosines), TYPICAL_CROWDING)
    fresh = np.where(cosines > _REPETITION, 0.0, cosines)
    nearest: NDArray[np.float64] = np.sort(fresh, axis=1)[:, -count:].mean(axis=1)
    return nearest


def crowding_of(cosines: NDArray[np.float64]) -> NDArray[np.float64]:
    """Return the crowding of each of n statements among the others; `cosines` is (n, n)."""
    others = len(cosines) - 1
    return crowding_among(np.where(np.eye(len(cosines), dtype=bool), 0.0, cosines), others)

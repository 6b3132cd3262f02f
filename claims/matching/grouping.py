"""When statements are one family: the one rule, for articles read at once and one by one."""

from __future__ import annotations

from collections.abc import Sequence
from math import fsum

# All pairs across two groups count, so that one weak link does not chain two questions into one.
# Chosen with a story left out of the fit at a time: a wrong join costs more than a missed one.
MEAN_SCORE = 0.75
LEAST_SCORE = -1.5
FARTHEST = -6.0  # a pair that was not compared, and the least that any pair counts
_NEAREST = 6.0  # a word for word copy is sure of itself only, not of its whole family


def are_one_family(scores: Sequence[float]) -> bool:
    """Say whether two groups are one family; `scores` are those of all pairs across them."""
    counted = [max(FARTHEST, min(_NEAREST, score)) for score in scores]
    return fsum(counted) >= MEAN_SCORE * len(counted) and min(counted) >= LEAST_SCORE

"""When statements are one family: the one rule, for articles read at once and one by one."""

from __future__ import annotations

from collections.abc import Sequence

# One good link is enough: an outlet tells a part of what another tells, and two that tell
# different parts have little in common. No pair may speak against it, so that one weak link does
# not chain two questions into one. A wrong join costs more than a missed one.
BEST_SCORE = 0.2
LEAST_SCORE = -1.5
FARTHEST = -6.0  # a pair that was not compared


def are_one_family(scores: Sequence[float]) -> bool:
    """Say whether two groups are one family; `scores` are those of all pairs across them."""
    return max(scores) >= BEST_SCORE and min(scores) >= LEAST_SCORE

"""What a dashboard may say of people: no ranks, and no number small enough to tell of one claim."""

from __future__ import annotations

from collections.abc import Sequence
from statistics import median

# Of fewer people a median tells what a particular one did; a smaller count tells of single claims.
FEWEST = 5


def desk_median(counts: Sequence[int]) -> float | None:
    """Return the median of what people did, or None where it would tell of a particular person."""
    return median(counts) if len(counts) >= FEWEST else None


def shown_count(count: int, *, is_own: bool) -> int | None:
    """Return a count as it stands beside others': None if it is small and somebody else's."""
    return count if is_own or count == 0 or count >= FEWEST else None

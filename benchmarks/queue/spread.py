"""How long answers took: the middle, and what one in twenty exceeds."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from statistics import median, quantiles


@dataclass(frozen=True, slots=True)
class Spread:
    """Milliseconds."""

    p50: float
    p95: float

    def __str__(self) -> str:
        return f"{self.p50:6.0f} {self.p95:6.0f}"


def spread_of(seconds: Sequence[float]) -> Spread:
    """Return the spread of at least two durations."""
    return Spread(median(seconds) * 1000, quantiles(seconds, n=20)[-1] * 1000)

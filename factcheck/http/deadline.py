"""A moment by which everything has to be done, however many steps it takes."""

from __future__ import annotations

import time
from dataclasses import dataclass

from factcheck.http.failure import NoAnswer, Why


@dataclass(frozen=True, slots=True)
class Deadline:
    """A moment of the monotonic clock."""

    at: float

    @classmethod
    def after(cls, seconds: float) -> Deadline:
        """Return the deadline that many seconds from now."""
        return cls(time.monotonic() + seconds)

    def left(self) -> float:
        """Return the seconds left, 0 when there are none."""
        return max(0.0, self.at - time.monotonic())

    def is_past(self) -> bool:
        """Say whether no time is left."""
        return self.left() == 0

    def step(self, most: float = float("inf")) -> float:
        """Return the seconds the next step may take. Raises NoAnswer (timed_out) without any."""
        left = self.left()
        if not left:
            raise NoAnswer(Why.TIMED_OUT, "timed out")
        return min(left, most)

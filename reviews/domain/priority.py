"""The priority of a queue item: points per factor, each shown to the reviewer."""

from __future__ import annotations

from dataclasses import dataclass


@dataclass(frozen=True, slots=True)
class Pull:
    """What makes a claim urgent. `score` is check-worthiness, 0 to 1."""

    score: float
    outlets: int
    has_conflict: bool
    checked_before: bool
    by_hand: bool = False


@dataclass(frozen=True, slots=True)
class Points:
    """Points of one factor, by id."""

    factor: str
    points: int


def priority(pull: Pull) -> tuple[Points, ...]:
    """Return the points per factor, zero ones left out; their sum is the priority.

    Check-worthiness gives 0 to 50; each outlet after the first 10, up to 30; a conflict of
    figures 20; a claim another desk has checked 10, because half the work is done; one a reviewer
    marked 30, because the machine, which did not see it, scores it low.
    """
    factors = (
        Points("check_worthiness", round(50 * pull.score)),
        Points("reach", min(30, 10 * max(0, pull.outlets - 1))),
        Points("conflict", 20 * pull.has_conflict),
        Points("checked_before", 10 * pull.checked_before),
        Points("by_hand", 30 * pull.by_hand),
    )
    return tuple(factor for factor in factors if factor.points)

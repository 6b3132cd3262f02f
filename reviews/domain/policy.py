"""How many reviews a claim needs, and why. Thresholds are the desk's risk, not a formula."""

from __future__ import annotations

import hashlib
from dataclasses import dataclass


@dataclass(frozen=True, slots=True)
class Risk:
    """What speaks for a second pair of eyes. `score` is check-worthiness, 0 to 1."""

    claim_id: int
    score: float
    outlets: int
    has_conflict: bool
    names_person: bool


@dataclass(frozen=True, slots=True)
class ReviewNeed:
    """`reviews` is how many independent reviews are wanted; `because` the ids of the rules."""

    reviews: int
    because: tuple[str, ...]


def review_need(risk: Risk, *, random_share: float) -> ReviewNeed:
    """Return the reviews wanted: two when any rule of risk asks, else one.

    `random_share` (0 to 1) of the rest get a second review too. The draw is a hash of the claim's
    id, so that asking again gives the same answer.
    """
    rules = {
        "conflict": risk.has_conflict,
        "reach": risk.outlets >= 3,
        "person": risk.names_person and risk.score >= 0.9,
        "drawn": _draw(risk.claim_id) < random_share,
    }
    because = tuple(rule for rule, asks in rules.items() if asks)
    return ReviewNeed(reviews=2 if because else 1, because=because)


def _draw(claim_id: int) -> float:
    """Return a number in [0, 1) that is the same for the same claim."""
    digest = hashlib.sha256(f"second review {claim_id}".encode()).digest()
    return int.from_bytes(digest[:8]) / 2**64

"""How many reviews a claim needs, and why. Thresholds are the desk's risk, not a formula."""

from __future__ import annotations

from dataclasses import dataclass

from reviews.domain.lot import lot

BY_HAND = "by_hand"  # the rule of whoever asks for a review more than the policy


@dataclass(frozen=True, slots=True)
class Risk:
    """What speaks for a second pair of eyes. `score` is check-worthiness, 0 to 1."""

    claim_id: int
    score: float
    outlets: int
    has_conflict: bool
    names_person: bool


@dataclass(frozen=True, slots=True)
class Policy:
    """From where on a second review is wanted. `share` (0 to 1) of the rest is drawn by lot.

    `outlets` that carry a claim; `score` of any claim, `person_score` of one by a named person.
    """

    outlets: int
    score: float
    person_score: float
    share: float


@dataclass(frozen=True, slots=True)
class ReviewNeed:
    """`reviews` is how many independent reviews are wanted; `because` the ids of the rules."""

    reviews: int
    because: tuple[str, ...]


def review_need(risk: Risk, policy: Policy) -> ReviewNeed:
    """Return the reviews wanted: two when any rule of risk asks, else one.

    The draw is a hash of the claim's id, so that asking again gives the same answer.
    """
    rules = {
        "conflict": risk.has_conflict,
        "reach": risk.outlets >= policy.outlets,
        "score": risk.score >= policy.score,
        "person": risk.names_person and risk.score >= policy.person_score,
        "drawn": lot(f"second review {risk.claim_id}") < policy.share,
    }
    because = tuple(rule for rule, asks in rules.items() if asks)
    return ReviewNeed(reviews=2 if because else 1, because=because)

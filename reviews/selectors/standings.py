"""How a claim stands in the news: what its priority, its reviews and its reasons follow from."""

from __future__ import annotations

from dataclasses import dataclass
from typing import Any

from django.db.models import Q

from claims.models import Claim
from claims.models.values import quantity_rows
from claims.selectors.figures import Conflict, claim_conflict
from claims.selectors.reach import claim_reach
from claims.selectors.sentence_marks import claim_raised_by
from reviews.domain.policy import Risk
from reviews.domain.priority import Pull
from reviews.models import QueueReason, Verdict, VerdictStatus

Kind = QueueReason.Kind


@dataclass(frozen=True, slots=True)
class Standing:
    """The same facts as the pure functions want them, and as rows of reasons."""

    pull: Pull
    risk: Risk
    reasons: dict[str, dict[str, Any]]


def claim_standing(claim: Claim) -> Standing:
    """Return how `claim` stands now."""
    reach = claim_reach(claim)
    checked = list(claim.earlier_checks.filter(outcome="same").select_related("check_found")[:3])
    conflict = claim_conflict(claim)
    people = claim_raised_by(claim)
    reasons: dict[str, dict[str, Any]] = {Kind.CHECK_WORTHY: {"score": round(claim.score, 2)}}
    if conflict:
        reasons[Kind.CONFLICT] = _detail(conflict)
    if reach.outlets > 1:
        reasons[Kind.REACH] = {"outlets": reach.outlets, "texts": reach.texts}
    if checked:
        reasons[Kind.CHECKED_BEFORE] = {"by": [match.check_found.publisher for match in checked]}
    if people:
        reasons[Kind.BY_HAND] = {"by": [person.shown_name for person in people]}
    return Standing(
        pull=Pull(
            score=claim.score,
            outlets=reach.outlets,
            copies=max(0, reach.outlets - reach.texts),
            has_conflict=conflict is not None,
            checked_before=bool(checked),
            checked_here=_is_checked_here(claim),
            by_hand=bool(people),
        ),
        risk=Risk(claim.pk, claim.score, reach.outlets, conflict is not None, bool(claim.speaker)),
        reasons=reasons,
    )


def _is_checked_here(claim: Claim) -> bool:
    """Return whether the desk's verdict on the claim, or on one of its family, is published."""
    same = Q(claim=claim) | Q(claim__family=claim.family_id, claim__family__isnull=False)
    return Verdict.objects.filter(same, status=VerdictStatus.PUBLISHED).exists()


def _detail(conflict: Conflict) -> dict[str, Any]:
    return {
        "unit": conflict.unit,
        "sides": [
            {"claim": side.claim_id, "outlet": side.outlet, **row}
            for side, row in zip(
                conflict.sides, quantity_rows(side.quantity for side in conflict.sides), strict=True
            )
        ],
    }

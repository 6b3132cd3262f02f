"""How a claim stands in the news: what its priority, its reviews and its reasons follow from."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Collection
from dataclasses import dataclass
from typing import Any

from claims.models import Claim, EarlierCheckMatch
from claims.models.values import quantity_rows
from claims.selectors.figures import Conflict, claim_conflicts
from claims.selectors.reach import Reach, claim_reaches
from claims.selectors.sentence_marks import claims_raised_by
from factcheck.accounts.models import User
from reviews.domain.policy import Risk
from reviews.domain.priority import Pull
from reviews.models import QueueReason
from reviews.selectors.checked import published_about

Kind = QueueReason.Kind
MOST_NAMED = 3
_MATCHED = ("id", "check_found", "check_found__publisher", "outcome", "hidden_at")


@dataclass(frozen=True, slots=True)
class Standing:
    """The same facts as the pure functions want them, and as rows of reasons."""

    pull: Pull
    risk: Risk
    reasons: dict[str, dict[str, Any]]


@dataclass(frozen=True, slots=True)
class _Known:
    """What several queries say of one claim."""

    reach: Reach
    conflict: Conflict | None
    people: list[User]
    checked_by: list[str]  # the desks that checked it before
    checked_here: bool


def claim_standing(claim: Claim) -> Standing:
    """Return how `claim` stands now."""
    return claim_standings([claim])[claim.pk]


def claim_standings(claims: Collection[Claim]) -> dict[int, Standing]:
    """Return how each of the claims stands now: a handful of queries, however many there are.

    An article touches, besides its own claims, all whose figures they contradict.
    """
    keys = [claim.pk for claim in claims]
    reaches, conflicts = claim_reaches(keys), claim_conflicts(claims)
    people, checked_by, here = claims_raised_by(keys), _checked_by(keys), _checked_here(claims)
    return {
        claim.pk: _standing(
            claim,
            _Known(
                reach=reaches[claim.pk],
                conflict=conflicts.get(claim.pk),
                people=people.get(claim.pk, []),
                checked_by=checked_by.get(claim.pk, []),
                checked_here=claim.pk in here,
            ),
        )
        for claim in claims
    }


def _standing(claim: Claim, known: _Known) -> Standing:
    reach, conflict = known.reach, known.conflict
    reasons: dict[str, dict[str, Any]] = {Kind.CHECK_WORTHY: {"score": round(claim.score, 2)}}
    if conflict:
        reasons[Kind.CONFLICT] = _detail(conflict)
    if reach.outlets > 1:
        reasons[Kind.REACH] = {"outlets": reach.outlets, "texts": reach.texts}
    if known.checked_by:
        reasons[Kind.CHECKED_BEFORE] = {"by": known.checked_by}
    if known.people:
        reasons[Kind.BY_HAND] = {"by": [person.shown_name for person in known.people]}
    return Standing(
        pull=Pull(
            score=claim.score,
            outlets=reach.outlets,
            copies=max(0, reach.outlets - reach.texts),
            has_conflict=conflict is not None,
            checked_before=bool(known.checked_by),
            checked_here=known.checked_here,
            by_hand=bool(known.people),
        ),
        risk=Risk(claim.pk, claim.score, reach.outlets, conflict is not None, bool(claim.speaker)),
        reasons=reasons,
    )


def _checked_by(claim_ids: Collection[int]) -> dict[int, list[str]]:
    """Return the desks that checked each claim before; MOST_NAMED of them at most.

    Or one merged into it; a check that is hidden for one of both is not counted. A union, for with
    an OR of both PostgreSQL reads all matches there are.
    """
    matches = EarlierCheckMatch.objects.order_by()
    of_itself = matches.filter(claim__in=claim_ids).values_list("claim", *_MATCHED)
    of_merged = matches.filter(claim__merged_into__in=claim_ids)
    found = sorted(of_itself.union(of_merged.values_list("claim__merged_into", *_MATCHED)),
                   key=lambda row: row[1])  # fmt: skip
    named = {(claim, check) for claim, _pk, check, _publisher, _outcome, hidden in found if hidden}
    by: dict[int, list[str]] = defaultdict(list)
    for claim, _pk, check, publisher, outcome, _hidden in found:
        if outcome == "same" and (claim, check) not in named and len(by[claim]) < MOST_NAMED:
            named.add((claim, check))
            by[claim].append(publisher)
    return by


def _checked_here(claims: Collection[Claim]) -> set[int]:
    """Return those with a published verdict of the desk, on them or on one of their family."""
    found = published_about(claims)
    checked = {claim for claim, _family in found}
    checked_families = {family for _claim, family in found} - {None}
    return {
        claim.pk for claim in claims if claim.pk in checked or claim.family_id in checked_families
    }


def _detail(conflict: Conflict) -> dict[str, Any]:
    return {
        "unit": conflict.unit,
        "sides": [
            {
                "claim": side.claim_id,
                "outlet": side.outlet,
                "language": side.language,
                **row,
            }
            for side, row in zip(
                conflict.sides, quantity_rows(side.quantity for side in conflict.sides), strict=True
            )
        ],
    }

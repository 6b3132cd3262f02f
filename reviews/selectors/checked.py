"""Which verdict of the desk stands on a claim, and since when."""

from __future__ import annotations

import datetime
from collections import defaultdict
from collections.abc import Collection
from dataclasses import dataclass
from operator import itemgetter

from django.db.models import Q

from claims.matching.compare import score
from claims.models import Claim, ClaimRelation
from claims.models.values import match_reasons_of
from reviews.models import Verdict, VerdictStatus
from reviews.selectors.verdicts import EVER_PUBLISHED


@dataclass(frozen=True, slots=True)
class Stand:
    """The current verdict on a claim, and since when readers have found one there."""

    verdict: Verdict
    since: datetime.datetime


@dataclass(frozen=True, slots=True)
class Checked:
    """The claim with the verdict: the claim asked of, or one of its family, which `differs`.

    In `aspects`; without any it is near, and nothing known tells the two apart.
    """

    claim_id: int
    differs: bool = False
    aspects: tuple[str, ...] = ()


def standing_verdicts(claim_ids: Collection[int]) -> dict[int, Stand]:
    """Return what stands on each of these claims that has a published verdict, in one query.

    A correction goes on from the version before: whoever repeats the claim had been told. A verdict
    published after a retraction begins anew.
    """
    versions = Verdict.objects.filter(claim__in=claim_ids, status__in=EVER_PUBLISHED)
    stands: dict[int, Stand] = {}
    since: dict[int, datetime.datetime] = {}
    for verdict in versions.select_related("rating").order_by("claim", "version"):
        if verdict.status == VerdictStatus.RETRACTED or verdict.published_at is None:
            since.pop(verdict.claim_id, None)
            continue
        first = since.setdefault(verdict.claim_id, verdict.published_at)
        if verdict.status == VerdictStatus.PUBLISHED:
            stands[verdict.claim_id] = Stand(verdict, first)
    return stands


def checked_claims(claims: Collection[Claim]) -> dict[int, Checked]:
    """Return, by claim, the one whose published verdict concerns it; in two queries at most.

    Its own verdict before any other; else of those of its family that differ from it the nearest.
    """
    found = published_about(claims)
    own = {claim for claim, _family in found}
    kin: dict[int | None, list[int]] = defaultdict(list)
    for claim_id, family in found:
        kin[family].append(claim_id)
    others = {
        claim.pk: kin[claim.family_id]
        for claim in claims
        if claim.pk not in own and claim.family_id in kin
    }
    return {claim.pk: Checked(claim.pk) for claim in claims if claim.pk in own} | _nearest(others)


def published_about(claims: Collection[Claim]) -> list[tuple[int, int | None]]:
    """Return which of these claims and of their families have a published verdict, by id.

    Each with its family. A union, for with an OR PostgreSQL reads all published verdicts.
    """
    families = {claim.family_id for claim in claims} - {None}
    published = Verdict.objects.filter(status=VerdictStatus.PUBLISHED).order_by()
    of_them = published.filter(claim__in=[claim.pk for claim in claims])
    of_kin = published.filter(claim__family__in=families)
    found = ("claim", "claim__family")
    return sorted(of_them.values_list(*found).union(of_kin.values_list(*found)), key=itemgetter(0))


def _nearest(others: dict[int, list[int]]) -> dict[int, Checked]:
    """Return of the checked claims of each claim's family the nearest, with what differs.

    Only one the claim was held against itself: a family grows from neighbour to neighbour, and its
    far ends answer the same question without making each other's claim.
    """
    if not others:
        return {}
    checked = {pk for each in others.values() for pk in each}
    pairs = ClaimRelation.objects.filter(
        Q(lower__in=others, higher__in=checked) | Q(higher__in=others, lower__in=checked)
    )
    nearest: dict[int, Checked] = {}
    for pair in pairs.order_by("similarity", "-pk"):
        if not _is_of_one_question(pair):
            continue
        for one, other in (
            (pair.lower_id, pair.higher_id), (pair.higher_id, pair.lower_id),
        ):  # fmt: skip
            if other in others.get(one, ()):
                nearest[one] = Checked(other, differs=True, aspects=tuple(pair.aspects))
    return nearest


def _is_of_one_question(pair: ClaimRelation) -> bool:
    """Say whether the two answer one question: what differs, and what is near without being sure.

    What a person only calls related does not.
    """
    if pair.outcome == ClaimRelation.Outcome.DIFFERS:
        return True
    reasons = match_reasons_of(pair.reasons)
    by_people = any(each.signal == "by_people" for each in reasons)
    return not by_people and score(reasons) >= 0

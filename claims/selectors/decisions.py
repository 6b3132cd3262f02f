"""What people decided of claims, as the matcher, services and pages ask for it."""

from __future__ import annotations

import hashlib
from collections.abc import Iterable

from django.db.models import Count, Q, QuerySet

from claims.evidence.folded import folded
from claims.models import Appearance, Claim, ClaimDecision, DecisionKind, PlacedAppearance

# These say that an appearance is not of the claim it was in; a merge says nothing against it.
AGAINST = (DecisionKind.SPLIT, DecisionKind.MOVE)


def wording_key(text: str) -> str:
    """Return what wordings have in common that differ in script, width, case and blanks only."""
    return hashlib.sha256(folded(text).text.encode()).hexdigest()


def put_by_people(text: str) -> Claim | None:
    """Return the claim into which people put an appearance of this wording; the last one counts.

    What was moved from one claim to another is so not placed in the first one again, unless the
    first is in these very words: one appearance that meant another thing does not take them away.
    """
    wording = wording_key(text)
    standing = PlacedAppearance.objects.filter(wording=wording, decision__undone_at__isnull=True)
    rows = standing.select_related("appearance__claim", "decision__claim", "decision__other")
    light = rows.defer("decision__claim__vector", "decision__other__vector")
    # Nearly always the first one; of a claim that was merged there can be thousands.
    for last in light.order_by("-decision_id", "-id").iterator(chunk_size=10):
        if not _left_its_own_words(last.decision, wording):
            return last.appearance.claim
    return None


def _left_its_own_words(decision: ClaimDecision, wording: str) -> bool:
    """Say whether the claim that `decision` took from is in this wording, and the other is not."""
    return (
        decision.kind in AGAINST
        and wording_key(decision.claim.text) == wording
        and wording_key(decision.other.text) != wording
    )


def are_told_apart(one: Claim, other: Claim) -> bool:
    """Say whether people took one of the two, or of its family, out of the family of the other."""
    took_out = ClaimDecision.objects.filter(kind=DecisionKind.APART, undone_at__isnull=True)
    either_way = (_speaks_of("claim", one) & _speaks_of("other", other)) | (
        _speaks_of("claim", other) & _speaks_of("other", one)
    )
    return took_out.filter(either_way).exists()


def _speaks_of(side: str, claim: Claim) -> Q:
    """Return the condition that this side of a decision is `claim` or one of its family."""
    spoken_of = Q(**{side: claim}) | Q(**{f"{side}__merged_into": claim})
    if claim.family_id is not None:
        spoken_of |= Q(**{f"{side}__family": claim.family_id})
    return spoken_of


def placing_of(appearance: Appearance) -> ClaimDecision | None:
    """Return the decision by which an appearance, or its wording, is where it is; the last one."""
    mine = Q(appearance=appearance) | Q(wording=wording_key(appearance.text))
    placed = PlacedAppearance.objects.filter(mine, decision__undone_at__isnull=True)
    last = placed.select_related("decision__by").order_by("-decision_id").first()
    return last.decision if last else None


def decision_on_pair(one: Claim, other: Claim) -> ClaimDecision | None:
    """Return what was said last of how two claims stand to each other, and stands."""
    pair = Q(claim=one, other=other) | Q(claim=other, other=one)
    said = ClaimDecision.objects.filter(
        pair, kind__in=(DecisionKind.DIFFERS, DecisionKind.APART), undone_at__isnull=True
    )
    return said.select_related("by").order_by("-id").first()


def claims_version(claim_ids: Iterable[int]) -> int:
    """Return a number that grows with every decision on one of the claims, and every undoing."""
    counts = decisions_on(claim_ids).aggregate(made=Count("pk"), undone=Count("undone_at"))
    return int(counts["made"] + counts["undone"])


def decisions_on(claim_ids: Iterable[int]) -> QuerySet[ClaimDecision]:
    """Return what was decided of the claims, undone or not, oldest first."""
    ids = set(claim_ids)
    return ClaimDecision.objects.filter(Q(claim__in=ids) | Q(other__in=ids)).order_by("id")


def claim_decisions(claim: Claim) -> QuerySet[ClaimDecision]:
    """Return what people decided of `claim` and of those merged into it, newest first."""
    merged = Claim.objects.filter(merged_into=claim).values_list("pk", flat=True)
    rows = decisions_on([claim.pk, *merged]).select_related("claim", "other", "by", "undone_by")
    return rows.defer("claim__vector", "other__vector").reverse()

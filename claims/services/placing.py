"""What a decision of a person changes in the rows of claims, and how it is put back.

The desk decides who may, in `reviews.services`. All of it under the lock on matching.
"""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from typing import Any

from django.db.models import Exists, OuterRef, Q, QuerySet

from claims.matching.types import MatchReason
from claims.models import Appearance, Claim, ClaimDecision, DecisionKind, PlacedAppearance
from claims.models.values import match_reason_rows
from claims.selectors.decisions import AGAINST, wording_key
from claims.services.locks import matching_lock

BY_PEOPLE = match_reason_rows([MatchReason("by_people", 1.0)])


def claims_hold_still(*, claim_ids: Iterable[int]) -> dict[int, Claim]:
    """Lock matching, then these claims, those merged with them and their families; by id.

    By ascending id, as everybody locks claims: A merged into B and B into A wait for each other.
    """
    matching_lock()
    ids = set(claim_ids)
    rows = Claim.objects.filter(pk__in=ids)
    ids |= {each for each in rows.values_list("merged_into", flat=True) if each}
    # Ids and no subquery: with one in an OR PostgreSQL reads all claims there are.
    families = list(
        Claim.objects.filter(pk__in=ids, family__isnull=False).values_list("family", flat=True)
    )
    among = Q(pk__in=ids) | Q(merged_into__in=ids) | Q(family__in=families)
    locked = Claim.objects.filter(among).defer("vector").select_for_update(no_key=True)
    return {claim.pk: claim for claim in locked.order_by("pk")}


def appearances_place(
    *, decision: ClaimDecision, appearances: Sequence[Appearance], maker: int | None = None
) -> None:
    """Put the appearances into the other claim of `decision`, and keep why they were elsewhere.

    `maker` is the id of the appearance in whose words that claim was made: it needs no reason.
    """
    PlacedAppearance.objects.bulk_create(
        PlacedAppearance(
            decision=decision,
            appearance=each,
            wording=wording_key(each.text),
            similarity=each.match_similarity,
            reasons=each.match_reasons,
        )
        for each in appearances
    )
    for each in appearances:
        each.claim, each.match_similarity = decision.other, None
        each.match_reasons = [] if each.pk == maker else BY_PEOPLE
    Appearance.objects.bulk_update(appearances, ["claim", "match_similarity", "match_reasons"])


def appearances_put_back(*, decision: ClaimDecision, to: Claim) -> list[int]:
    """Put back what `decision` took and nobody took elsewhere since; return which, by id.

    What the other claim got otherwise stays there.
    """
    here = decision.other.merged_into_id or decision.other_id
    placed = decision.placed.filter(appearance__claim=here).exclude(_taken_elsewhere(decision))
    back = []
    for each in placed.select_related("appearance").order_by("appearance"):
        made = each.appearance
        made.claim, made.match_similarity, made.match_reasons = to, each.similarity, each.reasons
        back.append(made)
    Appearance.objects.bulk_update(back, ["claim", "match_similarity", "match_reasons"])
    return [each.pk for each in back]


def _taken_elsewhere(decision: ClaimDecision) -> Exists:
    """Return the condition that a later decision says otherwise of an appearance.

    So does the merge of a claim that came along with this one, was taken out and merged anew: what
    it brought then is its own.
    """
    otherwise = Q(decision__kind__in=AGAINST) | Q(
        decision__kind=DecisionKind.MERGE, decision__claim__in=_ids(decision, "merged")
    )
    later = PlacedAppearance.objects.filter(
        otherwise,
        appearance=OuterRef("appearance"),
        decision__gt=decision.pk,
        decision__undone_at__isnull=True,
    )
    return Exists(later)


def merged_hand_on(*, claim: Claim, other: Claim) -> list[int]:
    """Merge into `other` what was merged into `claim`, so that one step leads to what stands."""
    merged = Claim.objects.filter(merged_into=claim)
    ids = list(merged.order_by("pk").values_list("pk", flat=True))
    merged.update(merged_into=other)
    return ids


def merged_take_back(*, decision: ClaimDecision, here: int) -> None:
    """Merge into the claim of `decision` again what is in `here` only because of it."""
    since = ClaimDecision.objects.filter(
        claim=OuterRef("pk"),
        kind=DecisionKind.MERGE,
        undone_at__isnull=True,
        pk__lt=decision.pk,
    )
    carried: QuerySet[Claim] = Claim.objects.filter(
        pk__in=_ids(decision, "merged"), merged_into=here
    )
    carried.filter(Exists(since)).update(merged_into=decision.claim)


def _ids(decision: ClaimDecision, name: str) -> list[Any]:
    return list(decision.before.get(name, []))

"""Relations and families of claims, as decisions of people change them and put them back."""

from __future__ import annotations

from typing import Any

from django.db.models import Q

from claims.models import Claim, ClaimDecision, ClaimRelation, DecisionKind, Family
from claims.models.values import Row
from claims.services.placing import BY_PEOPLE

Kept = dict[str, Any]
SAID = ("outcome", "aspects", "reasons")


def kin_hand_on(*, claim: Claim, other: Claim) -> Kept:
    """Let `other` stand to all claims as `claim`, which is merged into it, did; return what to
    put back. What people or the matcher said of `other` itself stays said.
    """
    known = {_third(pair, other) for pair in _pairs(other)} | {other.pk}
    pairs = [pair for pair in _pairs(claim) if _third(pair, claim) not in known]
    made = ClaimRelation.objects.bulk_create(_of_other(pair, claim, other) for pair in pairs)
    return {"relations": [each.pk for each in made], **families_join(claim=claim, other=other)}


def families_join(*, claim: Claim, other: Claim) -> Kept:
    """Make the families of both one, that of `other` if it has one; return what was before.

    `claim` itself keeps its family if it is merged: it has no part in one as long as it is.
    """
    if claim.family_id is None or claim.family_id == other.family_id:
        return {"families": {}, "family": other.family_id}
    family = other.family_id or claim.family_id
    moved = [other] if other.family_id is None else _members(claim)
    before = {str(each.pk): each.family_id for each in moved}
    Claim.objects.filter(pk__in=[each.pk for each in moved]).update(family=family)
    other.family_id = family
    return {"families": before, "family": family}


def families_unite(*, one: Claim, two: Claim) -> Kept:
    """Put both claims, with their families, into one family; return what was before."""
    before = {str(each.pk): each.family_id for each in (one, two)}
    if one.family_id is None:
        one.family = two.family or Family.objects.create()
        one.save(update_fields=["family"])
    kept = families_join(claim=one, other=two)
    Claim.objects.filter(pk=one.pk).update(family=kept["family"])
    return {"families": {**kept["families"], **before}, "family": kept["family"]}


def family_leave(*, claim: Claim) -> Kept:
    """Take `claim` out of its family; return what was before."""
    before, claim.family = claim.family_id, None
    claim.save(update_fields=["family"])
    return {"families": {str(claim.pk): before}, "family": None}


def relation_say(*, one: Claim, two: Claim, outcome: str, aspects: list[str]) -> Kept:
    """Set what is said of both claims to what a person says; return what was said before."""
    lower, higher = sorted((one.pk, two.pk))
    pair = ClaimRelation.objects.filter(lower=lower, higher=higher).first()
    before = {name: getattr(pair, name) for name in SAID} if pair else None
    said = {"outcome": outcome, "aspects": aspects, "reasons": BY_PEOPLE}
    ClaimRelation.objects.update_or_create(
        lower_id=lower, higher_id=higher, defaults=said, create_defaults={**said, "similarity": 1.0}
    )
    return {"aspects": aspects, "said": before}


def relation_put_back(*, decision: ClaimDecision) -> None:
    """Say of both claims of `decision` again what was said before it.

    What people said of them later stays said: undone in its turn, it leads to what was before both.
    """
    later = _later_word(decision, (decision.claim_id, decision.other_id))
    if later is not None:
        later.before["said"] = decision.before.get("said")
        later.save(update_fields=["before"])
        return
    lower, higher = sorted((decision.claim_id, decision.other_id))
    pair = ClaimRelation.objects.filter(lower=lower, higher=higher, reasons=BY_PEOPLE)
    before = decision.before.get("said")
    if before is None:
        pair.delete()
    else:
        pair.update(**before)


def _later_word(decision: ClaimDecision, both: tuple[int, int]) -> ClaimDecision | None:
    """Return what people said next after `decision` of two claims and did not undo."""
    words = ClaimDecision.objects.filter(
        kind__in=(DecisionKind.DIFFERS, DecisionKind.APART), claim__in=both, other__in=both
    )
    return words.filter(undone_at__isnull=True, pk__gt=decision.pk).order_by("pk").first()


def kin_take_back(*, decision: ClaimDecision) -> None:
    """Take away the relations and families that `decision` brought, as far as they stand.

    What people said since of two claims stays said; undone in its turn, it leads to nothing.
    """
    for pair in ClaimRelation.objects.filter(pk__in=decision.before.get("relations", [])):
        later = _later_word(decision, (pair.lower_id, pair.higher_id))
        if later is None:
            pair.delete()
        else:
            later.before["said"] = None
            later.save(update_fields=["before"])
    family = decision.before.get("family")
    for claim_id, before in decision.before.get("families", {}).items():
        Claim.objects.filter(pk=int(claim_id), family=family).update(family=before)


def _members(claim: Claim) -> list[Claim]:
    """Return the others of the family of `claim`."""
    members = Claim.objects.filter(family=claim.family_id).exclude(pk=claim.pk)
    return list(members.defer("vector").order_by("pk"))


def _pairs(claim: Claim) -> list[ClaimRelation]:
    return list(ClaimRelation.objects.filter(Q(lower=claim) | Q(higher=claim)).order_by("pk"))


def _third(pair: ClaimRelation, claim: Claim) -> int:
    return pair.higher_id if pair.lower_id == claim.pk else pair.lower_id


def _of_other(pair: ClaimRelation, claim: Claim, other: Claim) -> ClaimRelation:
    """Return the relation of `other` to the third claim; in the reasons left is the later one."""
    third = _third(pair, claim)
    turned = (claim.pk > third) != (other.pk > third)
    return ClaimRelation(
        lower_id=min(other.pk, third),
        higher_id=max(other.pk, third),
        outcome=pair.outcome,
        aspects=pair.aspects,
        similarity=pair.similarity,
        reasons=[_turned(each) for each in pair.reasons] if turned else pair.reasons,
    )


def _turned(reason: Row) -> Row:
    return {**reason, "left": reason.get("right", ""), "right": reason.get("left", "")}

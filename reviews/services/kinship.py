"""Whether two claims answer one question differently, as people say."""

from __future__ import annotations

from collections.abc import Collection

from django.db import transaction
from django.utils.translation import gettext as _

from claims.models import Claim, ClaimDecision, DecisionKind
from claims.services.kin import (
    families_unite,
    family_leave,
    kin_take_back,
    relation_put_back,
    relation_say,
)
from claims.services.placing import claims_hold_still
from factcheck.accounts.models import User
from factcheck.errors import InvalidInput
from reviews.services.moves import MAX_NOTE
from reviews.services.placing_rules import (
    check_not_undone,
    check_placing,
    check_stands,
    check_version,
    claims_stand_anew,
    decision_end,
    decision_record,
    items_hold_still,
)
from reviews.services.triage_changes import check_reason

ASPECTS = ("number", "date", "subject", "polarity", "strength")


def claims_differ(
    *,
    claim: Claim,
    other: Claim,
    aspects: Collection[str],
    actor: User,
    note: str,
    based_on: int,
) -> ClaimDecision:
    """Say that both answer one question differently, in these aspects: their families are one.

    `based_on` is the version of both. Raises NotAllowed for whoever may not place claims,
    InvalidInput naming the field, WrongState for a claim that is merged, and Stale.
    """
    if not aspects or not set(aspects) <= set(ASPECTS):
        raise InvalidInput("aspects", _("Say in what they differ."))
    with transaction.atomic():
        decision = _decide(
            DecisionKind.DIFFERS,
            claim=claim,
            other=other,
            actor=actor,
            note=note,
            based_on=based_on,
        )
        one, two = decision.claim, decision.other
        said = relation_say(one=one, two=two, outcome="differs", aspects=sorted(set(aspects)))
        decision.before = {**said, **families_unite(one=one, two=two)}
        return _end(decision, actor)


def claim_take_out(
    *, claim: Claim, other: Claim, actor: User, note: str, based_on: int
) -> ClaimDecision:
    """Say that `claim` does not answer the question `other` answers: it leaves their family.

    Raises as `claims_differ`.
    """
    with transaction.atomic():
        decision = _decide(
            DecisionKind.APART, claim=claim, other=other, actor=actor, note=note, based_on=based_on
        )
        leaves, stays = decision.claim, decision.other
        if leaves.family_id is None or leaves.family_id != stays.family_id:
            raise InvalidInput("other", _("These claims are not of one family."))
        said = relation_say(one=leaves, two=stays, outcome="related", aspects=[])
        decision.before = {**said, **family_leave(claim=leaves)}
        return _end(decision, actor)


def kinship_undo(*, decision: ClaimDecision, actor: User, note: str = "") -> ClaimDecision:
    """Put families and relation back as they were before, as far as they are as it left them.

    Raises NotAllowed for whoever may not place claims, WrongState when it was undone.
    """
    with transaction.atomic():
        held = claims_hold_still(claim_ids=[decision.claim_id, decision.other_id])
        row = ClaimDecision.objects.select_related("claim", "other").get(pk=decision.pk)
        check_not_undone(row)
        check_placing(items=items_hold_still(claims=held.values()).values(), actor=actor)
        relation_put_back(decision=row)
        kin_take_back(decision=row)
        decision_end(decision=row, actor=actor)
        claims_stand_anew(claim_ids=held)
        decision_record(decision=row, actor=actor, undoes=True, note=note)
    return row


def _decide(
    kind: DecisionKind, *, claim: Claim, other: Claim, actor: User, note: str, based_on: int
) -> ClaimDecision:
    """Return the decision on both claims, which are locked and may be decided on."""
    check_reason("note", note, limit=MAX_NOTE)
    if claim.pk == other.pk:
        raise InvalidInput("other", _("Choose another claim: this one is it itself."))
    held = claims_hold_still(claim_ids=[claim.pk, other.pk])
    both = [held[claim.pk], held[other.pk]]
    items = items_hold_still(claims=held.values())
    check_placing(items=[items.get(each.pk) for each in both], actor=actor)
    for each in both:
        check_stands(claim=each)
    check_version(claims=both, based_on=based_on, note=note)
    return ClaimDecision.objects.create(
        kind=kind, claim=both[0], other=both[1], note=note.strip(), by=actor
    )


def _end(decision: ClaimDecision, actor: User) -> ClaimDecision:
    decision.save(update_fields=["before"])
    claims_stand_anew(claim_ids=[decision.claim_id, decision.other_id])
    aspects = {"aspects": decision.before["aspects"]}
    decision_record(decision=decision, actor=actor, **aspects)
    return decision

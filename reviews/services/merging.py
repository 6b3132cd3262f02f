"""Two claims are one: the one goes on as the other, and can be taken out again."""

from __future__ import annotations

import datetime

from django.db import transaction
from django.utils import timezone
from django.utils.translation import gettext as _

from claims.models import Appearance, Claim, ClaimDecision, DecisionKind
from claims.services.kin import kin_hand_on, kin_take_back
from claims.services.placing import (
    appearances_place,
    appearances_put_back,
    claims_hold_still,
    merged_hand_on,
    merged_take_back,
)
from factcheck.accounts.models import User
from factcheck.errors import InvalidInput, WrongState
from reviews.domain.states import Event
from reviews.models import LeaseEnd, QueueItem
from reviews.services.leases import lease_end
from reviews.services.more_reviews import reviews_carry
from reviews.services.moves import move
from reviews.services.placing_rules import (
    check_joining,
    check_leaving,
    check_not_put_aside,
    check_not_undone,
    check_placing,
    check_version,
    claims_stand_anew,
    decision_end,
    decision_record,
    items_hold_still,
)
from reviews.services.triage_changes import moment


def claim_merge(
    *, claim: Claim, into: Claim, actor: User, note: str, based_on: int
) -> ClaimDecision:
    """Say that both claims are one: `claim` leaves the queue, its appearances are of `into`.

    What is written on it stays with it and is shown there. `based_on` is the version of both
    (`claims_version`). Raises what `move` raises for the event, NotAllowed for whoever is recused
    from `into`, InvalidInput naming `into` for the claim itself, and Stale.
    """
    if claim.pk == into.pk:
        raise InvalidInput("into", _("Choose another claim: this one is it itself."))
    with transaction.atomic():
        held = claims_hold_still(claim_ids=[claim.pk, into.pk])
        source, target = held[claim.pk], held[into.pk]
        items = items_hold_still(claims=held.values())
        item = items.get(source.pk)
        if item is None:
            message = _("The machine is placing this claim in the queue. Try again in a moment.")
            raise WrongState(message, code="being_placed")
        sleeps_until, stands = item.snoozed_until, target.merged_into_id is None
        move(item=item, event=Event.MERGE, actor=actor, note=note, other_stands=stands)
        check_placing(items=[items.get(target.pk)], actor=actor)
        check_not_put_aside(item=items.get(target.pk))
        check_joining(claim=target, actor=actor)
        check_version(claims=[source, target], based_on=based_on, note=note)
        lease_end(item=item, how=LeaseEnd.MERGED)
        decision = _merge(source, target, actor, note)
        decision.before["until"] = moment(sleeps_until)
        decision.save(update_fields=["before"])
        claims_stand_anew(claim_ids=held)
        reviews_carry(item=item, to=items_hold_still(claims=[target])[target.pk])
        decision_record(decision=decision, actor=actor)
    return decision


def _merge(source: Claim, target: Claim, actor: User, note: str) -> ClaimDecision:
    decision = ClaimDecision.objects.create(
        kind=DecisionKind.MERGE, claim=source, other=target, note=note.strip(), by=actor
    )
    made = Appearance.objects.filter(claim=source).order_by("pk")
    appearances_place(decision=decision, appearances=list(made))
    source.merged_into = target
    source.save(update_fields=["merged_into"])
    merged = merged_hand_on(claim=source, other=target)
    decision.before = {"merged": merged, **kin_hand_on(claim=source, other=target)}
    return decision


def claim_unmerge(
    *, claim: Claim, actor: User, note: str = "", decided: ClaimDecision | None = None
) -> ClaimDecision:
    """Undo the merging of `claim`: it waits as before, with exactly the appearances it brought.

    Raises WrongState `undone` if somebody undid the merge that was `decided` and merged it anew,
    what `move` raises for the event, NotAllowed for whoever is recused from the claim it is
    in, or is no editor when a verdict on that one is published.
    """
    with transaction.atomic():
        held = claims_hold_still(claim_ids=[claim.pk])
        source = held[claim.pk]
        items = items_hold_still(claims=held.values())
        item = items.get(source.pk)
        if item is None:
            raise WrongState(_("This claim is not merged into another."), code="wrong_state")
        move(item=item, event=Event.UNMERGE, actor=actor, note=note)
        decision = source.decisions.get(kind=DecisionKind.MERGE, undone_at__isnull=True)
        if decided is not None and decided.pk != decision.pk:
            check_not_undone(ClaimDecision.objects.get(pk=decided.pk))
        here = source.merged_into_id or decision.other_id
        check_leaving(claim=held[here], leaving=[], items=[items.get(here)], actor=actor)
        back = _unmerge(decision, source, here)
        decision_end(decision=decision, actor=actor)
        _sleep_again(item, decision.before.get("until"))
        claims_stand_anew(claim_ids=held)
        decision_record(decision=decision, actor=actor, undoes=True, note=note, back=back)
    return decision


def _unmerge(decision: ClaimDecision, source: Claim, here: int) -> list[int]:
    source.merged_into = None
    source.save(update_fields=["merged_into"])
    merged_take_back(decision=decision, here=here)
    kin_take_back(decision=decision)
    return appearances_put_back(decision=decision, to=source)


def _sleep_again(item: QueueItem, until: str | None) -> None:
    if until and datetime.datetime.fromisoformat(until) > timezone.now():
        item.snoozed_until = datetime.datetime.fromisoformat(until)
        item.save(update_fields=["snoozed_until"])

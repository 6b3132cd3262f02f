"""An appearance is not of the claim it is in: it goes to another, or makes one of its own."""

from __future__ import annotations

from collections.abc import Collection

from django.db import transaction
from django.utils.translation import gettext as _

from claims.matching.embeddings import embed_statements
from claims.matching.topics import main_subject
from claims.models import Appearance, Claim, ClaimDecision, DecisionKind
from claims.services.matching import claim_split_off
from claims.services.placing import appearances_place, appearances_put_back, claims_hold_still
from factcheck.accounts.models import User
from factcheck.errors import InvalidInput, WrongState
from reviews.selectors.claim_items import newest_item
from reviews.services.merging import claim_merge
from reviews.services.moves import MAX_NOTE
from reviews.services.placing_rules import (
    check_joining,
    check_leaving,
    check_not_put_aside,
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


def claim_split(
    *, claim: Claim, appearances: Collection[int], actor: User, note: str, based_on: int
) -> ClaimDecision:
    """Make a claim of some appearances of `claim`, in the words of the first; return the decision.

    What repeats one of them in its article goes along. The new claim waits in the queue, and stands
    to others as any new one. `based_on` is the version of `claim`. Raises NotAllowed and WrongState
    by `reviews.domain.placing`, InvalidInput naming `note` or `appearances`, and Stale.
    """
    check_reason("note", note, limit=MAX_NOTE)
    first = _first(claim, appearances)
    # The model takes 200 MB: not for somebody who may not split it.
    check_placing(items=[newest_item(claim.pk)], actor=actor)
    [vector] = embed_statements([first.text], [first.article.language])
    about = main_subject(first.article.text)
    with transaction.atomic():
        held = claims_hold_still(claim_ids=[claim.pk])
        row = held[claim.pk]
        items = items_hold_still(claims=held.values())
        leaving = _with_repeats(row, appearances)
        check_leaving(
            claim=row, leaving=[each.pk for each in leaving], items=[items.get(row.pk)], actor=actor
        )
        check_version(claims=[row], based_on=based_on, note=note)
        own = claim_split_off(appearance=first, vector=vector, about=about)
        decision = ClaimDecision.objects.create(
            kind=DecisionKind.SPLIT, claim=row, other=own, note=note.strip(), by=actor
        )
        appearances_place(decision=decision, appearances=leaving, maker=first.pk)
        claims_stand_anew(claim_ids=[*held, own.pk])
        decision_record(decision=decision, actor=actor)
    return decision


def appearance_move(
    *, appearance: Appearance, to: Claim, actor: User, note: str, based_on: int
) -> ClaimDecision:
    """Put an appearance, with what repeats it in its article, into another claim.

    `based_on` is the version of both claims. Raises as `claim_split`, InvalidInput naming `to`.
    """
    check_reason("note", note, limit=MAX_NOTE)
    if appearance.claim_id is None:
        message = _("The machine is placing this sentence in the queue. Try again in a moment.")
        raise WrongState(message, code="being_placed")
    if appearance.claim_id == to.pk:
        raise InvalidInput("to", _("The appearance is in this claim. Choose another."))
    with transaction.atomic():
        held = claims_hold_still(claim_ids=[appearance.claim_id, to.pk])
        source, target = held[appearance.claim_id], held[to.pk]
        items = items_hold_still(claims=held.values())
        leaving = _with_repeats(source, [appearance.pk])
        check_leaving(
            claim=source,
            leaving=[each.pk for each in leaving],
            items=[items.get(source.pk), items.get(target.pk)],
            actor=actor,
        )
        check_stands(claim=target)
        check_not_put_aside(item=items.get(target.pk))
        check_joining(claim=target, actor=actor)
        check_version(claims=[source, target], based_on=based_on, note=note)
        decision = ClaimDecision.objects.create(
            kind=DecisionKind.MOVE, claim=source, other=target, note=note.strip(), by=actor
        )
        appearances_place(decision=decision, appearances=leaving)
        claims_stand_anew(claim_ids=held)
        decision_record(decision=decision, actor=actor)
    return decision


def move_undo(*, decision: ClaimDecision, actor: User, note: str = "") -> ClaimDecision:
    """Put an appearance that was moved back. Raises as `claim_split`."""
    with transaction.atomic():
        held = claims_hold_still(claim_ids=[decision.claim_id, decision.other_id])
        items = items_hold_still(claims=held.values())
        row = ClaimDecision.objects.select_related("claim", "other").get(pk=decision.pk)
        check_not_undone(row)
        here = held[row.other.merged_into_id or row.other_id]
        to = held[row.claim.merged_into_id or row.claim_id]
        leaving = list(
            row.placed.filter(appearance__claim=here).values_list("appearance", flat=True)
        )
        check_leaving(
            claim=here, leaving=leaving, items=[items.get(here.pk), items.get(to.pk)], actor=actor
        )
        check_not_put_aside(item=items.get(to.pk))
        check_joining(claim=to, actor=actor)
        back = appearances_put_back(decision=row, to=to)
        decision_end(decision=row, actor=actor)
        claims_stand_anew(claim_ids=held)
        decision_record(decision=row, actor=actor, undoes=True, note=note, back=back)
    return row


def split_undo(
    *, decision: ClaimDecision, actor: User, based_on: int, note: str = ""
) -> ClaimDecision:
    """Undo a split: the claim that was made of it is the one it came from after all.

    With what it got since, for that is said of the same claim. So it is merged, which can be undone
    too. Raises what `claim_merge` raises.
    """
    with transaction.atomic():
        held = claims_hold_still(claim_ids=[decision.claim_id, decision.other_id])
        row = ClaimDecision.objects.select_related("claim", "other").get(pk=decision.pk)
        check_not_undone(row)
        merged = claim_merge(
            claim=row.other,
            into=held[row.claim.merged_into_id or row.claim_id],
            actor=actor,
            note=_("The split was undone. Its reason was: %(note)s") % {"note": row.note},
            based_on=based_on,
        )
        decision_end(decision=row, actor=actor)
        decision_record(decision=row, actor=actor, undoes=True, note=note, back=[])
    return merged


def _first(claim: Claim, appearances: Collection[int]) -> Appearance:
    """Return the oldest of the appearances, all of `claim`, that repeats none of the others."""
    made = Appearance.objects.filter(claim=claim, pk__in=appearances).select_related("article")
    found = list(made.order_by("pk"))
    if not found or len(found) != len(set(appearances)):
        raise InvalidInput("appearances", _("Choose appearances of this claim."))
    return next((each for each in found if each.repeats_id not in appearances), found[0])


def _with_repeats(claim: Claim, appearances: Collection[int]) -> list[Appearance]:
    made = Appearance.objects.filter(claim=claim)
    chosen = made.filter(pk__in=appearances) | made.filter(repeats__in=appearances)
    return list(chosen.order_by("pk"))

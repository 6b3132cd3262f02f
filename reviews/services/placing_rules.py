"""What merging, splitting, moving and their undoing ask before, and write after."""

from __future__ import annotations

from collections.abc import Collection, Iterable, Mapping

from django.utils import timezone
from django.utils.translation import gettext as _

from claims.models import Appearance, Claim, ClaimDecision
from claims.selectors.decisions import claims_version
from claims.services.placing import claims_hold_still
from factcheck.accounts.models import User
from factcheck.audit.log import record
from factcheck.errors import NotAllowed, Stale, WrongState
from reviews.domain.placing import Leaving, joining_refusal, leaving_refusal, placing_refusal
from reviews.domain.states import Refusal, State
from reviews.models import Lease, QueueItem, Verdict, VerdictStatus
from reviews.selectors.claim_items import newest_items
from reviews.selectors.last_changes import last_change
from reviews.selectors.recusals import is_recused
from reviews.services.queue import claims_refresh

PUT_ASIDE = (State.DISMISSED, State.RETRACTED)
ABOUT_THE_PERSON = frozenset({"role", "is_not_recused", "leaves_published", "joins_published"})


def items_hold_still(*, claims: Iterable[Claim]) -> dict[int, QueueItem]:
    """Lock the newest items of locked claims, by ascending id as everybody does; by claim."""
    newest = newest_items(claim.pk for claim in claims).values()
    locked = QueueItem.objects.filter(pk__in=newest).select_for_update(no_key=True)
    return {item.claim_id: item for item in locked.order_by("pk")}


def check_placing(*, items: Iterable[QueueItem | None], actor: User) -> None:
    """Raise NotAllowed for whoever reviews nothing, or is recused from one of the claims."""
    recused = any(item is not None and is_recused(item, actor) for item in items)
    raise_refusal(placing_refusal(frozenset(actor.roles), is_recused=recused))


def check_leaving(
    *, claim: Claim, leaving: Collection[int], items: Iterable[QueueItem | None], actor: User
) -> None:
    """Raise NotAllowed or WrongState unless these appearances may leave the claim, by id."""
    recused = any(item is not None and is_recused(item, actor) for item in items)
    asked = Leaving(
        roles=frozenset(actor.roles),
        is_recused=recused,
        is_published=_is_published(claim),
        is_held=_is_held_by_another(claim, actor),
        keeps_words=_keeps_words(claim, leaving),
    )
    raise_refusal(leaving_refusal(asked))


def check_joining(*, claim: Claim, actor: User) -> None:
    """Raise NotAllowed unless the person may put appearances into the claim."""
    raise_refusal(joining_refusal(frozenset(actor.roles), is_published=_is_published(claim)))


def _is_published(claim: Claim) -> bool:
    return Verdict.objects.filter(claim=claim, status=VerdictStatus.PUBLISHED).exists()


def _is_held_by_another(claim: Claim, actor: User) -> bool:
    running = Lease.objects.filter(ended_at__isnull=True, expires_at__gt=timezone.now())
    return running.filter(item__claim=claim).exclude(reviewer=actor).exists()


def _keeps_words(claim: Claim, leaving: Collection[int]) -> bool:
    if not leaving:
        return True
    made = Appearance.objects.filter(claim=claim)
    in_its_words = made.filter(text=claim.text)
    kept = in_its_words if in_its_words.exists() else made
    return kept.exclude(pk__in=leaving).exists()


def check_version(*, claims: Iterable[Claim], based_on: int, note: str) -> None:
    """Raise Stale when people decided something of the claims since the page was made."""
    rows = list(claims)
    version = claims_version(each.pk for each in rows)
    if version == based_on:
        return
    name, at = last_change(rows[0])
    raise Stale(
        _("Somebody placed these claims otherwise meanwhile. Look at them again, then decide."),
        current={"version": version},
        typed={"version": based_on, "note": note},
        saved_by=name,
        saved_at=at,
    )


def check_stands(*, claim: Claim) -> None:
    """Raise WrongState for a claim that is merged into another."""
    if claim.merged_into_id is not None:
        message = _("That claim is merged into another one. Choose the one that stands.")
        raise WrongState(message, code="other_stands")


def check_not_put_aside(*, item: QueueItem | None) -> None:
    """Raise WrongState for a claim nobody is waited for, and no verdict stands on.

    What waits would leave the queue with it, unseen by whoever looks at dismissals again.
    """
    if item is not None and item.state in PUT_ASIDE:
        message = _("The desk has put that claim aside. Restore or reopen it first.")
        raise WrongState(message, code="other_put_aside")


def check_not_undone(decision: ClaimDecision) -> None:
    """Raise WrongState for a decision that was undone."""
    if decision.undone_at is not None:
        raise WrongState(_("This was undone already."), code="undone")


def raise_refusal(refusal: Refusal | None) -> None:
    """Raise what a rule about placing says; do nothing without one."""
    if refusal is not None:
        kind = NotAllowed if refusal.rule in ABOUT_THE_PERSON else WrongState
        raise kind(_(refusal.message), code=refusal.rule)


def claims_stand_anew(*, claim_ids: Iterable[int]) -> None:
    """Weigh the claims and their families, as they are now, and say anew why they wait."""
    held = claims_hold_still(claim_ids=claim_ids)
    claims_refresh(claims=[each for each in held.values() if each.merged_into_id is None])


def decision_end(*, decision: ClaimDecision, actor: User) -> None:
    """Mark a decision as undone; what it changed has been put back."""
    decision.undone_at, decision.undone_by = timezone.now(), actor
    decision.save(update_fields=["undone_at", "undone_by"])


def decision_record(
    *,
    decision: ClaimDecision,
    actor: User,
    undoes: bool = False,
    note: str = "",
    **facts: object,
) -> None:
    """Write a decision, or its undoing for the reason in `note`, into the log of both claims."""
    placed = list(decision.placed.order_by("id").values_list("appearance", flat=True))
    told = {"decision": decision.pk, "claim": decision.claim_id, "other": decision.other_id}
    before, after = ({}, told) if not undoes else (told, {})
    made: Mapping[str, object] = {**after, "appearances": placed, **facts}
    action = f"claim.{decision.kind}" + ("_undo" if undoes else "")
    for claim in (decision.claim, decision.other):
        record(
            actor=actor, action=action, target=claim, before=before, after=dict(made),
            note=note.strip() if undoes else decision.note,
        )  # fmt: skip

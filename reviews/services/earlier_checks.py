"""A person says of an earlier fact-check that it is not about a claim, or that it is after all."""

from __future__ import annotations

from collections.abc import Collection

from django.db import transaction
from django.utils import timezone
from django.utils.translation import gettext as _

from claims.models import Claim, EarlierCheckMatch
from claims.services.locks import claims_lock
from factcheck.accounts.models import User
from factcheck.audit.log import record
from factcheck.errors import InvalidInput, NotAllowed, WrongState
from factcheck.texts import check_text
from reviews.domain.states import REVIEWERS
from reviews.models import QueueItem, QueueReason
from reviews.selectors.standings import claim_standing
from reviews.services.queue import claims_refresh
from reviews.services.recusals import check_claim_recusals
from reviews.services.weighing import item_weigh

MAX_NOTE = 2000


def earlier_check_hide(*, match: EarlierCheckMatch, actor: User, note: str) -> EarlierCheckMatch:
    """Have an earlier fact-check shown beside a claim no more; the machine does not bring it back.

    For reviewers who are not recused from the claim. `earlier_check_show` undoes it. Raises
    NotAllowed, InvalidInput without a note, WrongState if it is hidden already.
    """
    check_text("note", note, limit=MAX_NOTE)
    if not note.strip():
        raise InvalidInput("note", _("Say why it is not about this claim."))
    with transaction.atomic():
        row = _locked(match, actor)
        if row.hidden_at is not None:
            raise WrongState(_("Somebody has said so already."))
        row.hidden_at, row.hidden_by, row.hidden_note = timezone.now(), actor, note.strip()
        row.save(update_fields=["hidden_at", "hidden_by", "hidden_note"])
        _weigh(row.claim_id)
        record(actor=actor, action="earlier_check.hide", target=row, note=row.hidden_note,
               after={"claim": row.claim_id, "check": row.check_found_id})  # fmt: skip
    return row


def earlier_check_show(*, match: EarlierCheckMatch, actor: User) -> EarlierCheckMatch:
    """Have an earlier fact-check that somebody hid shown again. Raises as `earlier_check_hide`."""
    with transaction.atomic():
        row = _locked(match, actor)
        if row.hidden_at is None:
            raise WrongState(_("It is not hidden."))
        before, row.hidden_at = {"note": row.hidden_note, "by": row.hidden_by_id}, None
        row.hidden_by, row.hidden_note = None, ""
        row.save(update_fields=["hidden_at", "hidden_by", "hidden_note"])
        _weigh(row.claim_id)
        record(actor=actor, action="earlier_check.show", target=row, before=before,
               after={"claim": row.claim_id, "check": row.check_found_id})  # fmt: skip
    return row


def claims_learn_of_checks(claim_ids: Collection[int]) -> None:
    """Weigh the open items of these claims, or of what they are merged into, and say anew why they
    wait: fact-checks of them came or went. What is not in the queue yet learns of it there.

    Call it before anything is recorded: the items are locked here.
    """
    with transaction.atomic():
        standing = [each for each in claims_lock(claim_ids=claim_ids) if not each.merged_into_id]
        items = QueueItem.objects.filter(claim__in=standing, closed_at__isnull=True)
        waiting = set(items.values_list("claim", flat=True))
        claims_refresh(claims=[each for each in standing if each.pk in waiting])


def _locked(match: EarlierCheckMatch, actor: User) -> EarlierCheckMatch:
    """Return the match as it is stored now, its claim locked before it."""
    if not REVIEWERS & actor.roles:
        raise NotAllowed(_("Reviewers say what a claim was checked as."), code="role")
    # What it is merged into too, for its item is weighed: whoever merges locks claims before items.
    locked = {each.pk: each for each in claims_lock(claim_ids=[match.claim_id])}
    standing = locked[match.claim_id].merged_into_id or match.claim_id
    check_claim_recusals(claim_id=standing, actor=actor)
    return EarlierCheckMatch.objects.select_for_update(no_key=True).get(pk=match.pk)


def _weigh(claim_id: int) -> None:
    """Have the open item of a claim, or of the one it is merged into, lose or regain the points
    and the reason that follow.
    """
    merged_into = Claim.objects.filter(pk=claim_id).values_list("merged_into", flat=True).get()
    open_item = QueueItem.objects.filter(claim=merged_into or claim_id, closed_at__isnull=True)
    item = open_item.select_related("claim").select_for_update(no_key=True, of=("self",)).first()
    if item is None:
        return
    item_weigh(item=item)
    kind = QueueReason.Kind.CHECKED_BEFORE
    detail = claim_standing(item.claim).reasons.get(kind)
    if detail is None:
        item.reasons.filter(kind=kind).delete()
    else:
        item.reasons.update_or_create(kind=kind, defaults={"detail": detail})

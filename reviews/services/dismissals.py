"""Claims are dismissed, restored, and some dismissals looked at by a second person.

Each dismissal is a line of the ledger. A share of them, drawn by lot, comes before somebody else,
so that the desk learns how often it turned away what it should have checked.
"""

from __future__ import annotations

from django.conf import settings
from django.db import transaction
from django.db.models import QuerySet
from django.utils import timezone
from django.utils.translation import gettext as _

from factcheck.accounts.models import User
from factcheck.audit.log import record
from factcheck.errors import NotAllowed, WrongState
from factcheck.texts import check_text
from reviews.domain.dismissals import Outcome, Why, gives_reason, is_drawn
from reviews.domain.guards import GUARDS
from reviews.domain.states import REVIEWERS, Event
from reviews.domain.triage import Act
from reviews.models import Dismissal, LeaseEnd, QueueItem, QueueMove, TriageBatch, TriageChange
from reviews.selectors.recusals import is_recused
from reviews.services.leases import lease_end
from reviews.services.moves import MAX_NOTE, item_lock, move


def item_dismiss(
    *,
    item: QueueItem,
    actor: User,
    note: str = "",
    why: Why = Why.OTHER,
    batch: TriageBatch | None = None,
) -> QueueItem:
    """Take the claim out of the queue, with a reason. `item_restore` undoes it.

    Raises WrongState `gives_note` when the kind of reason says too little without a note.
    """
    with transaction.atomic():
        locked = item_lock(item_id=item.pk)
        sleeps_until = locked.snoozed_until
        said = gives_reason(why, note)
        done = move(item=locked, event=Event.DISMISS, actor=actor, note=note, gives_note=said)
        lease_end(item=locked, how=LeaseEnd.DISMISSED)
        waited = _waits_for_a_look(locked)
        line = Dismissal.objects.create(item=locked, why=why, note=note.strip(), by=actor)
        line.is_drawn = waited or is_drawn(line.pk, share=settings.DISMISSAL_AUDIT_SHARE)
        line.save(update_fields=["is_drawn"])
        TriageChange.objects.create(
            item=locked,
            act=Act.DISMISS,
            by=actor,
            batch=batch,
            note=note.strip(),
            before={"until": sleeps_until.isoformat() if sleeps_until else None},
            after={"dismissal": line.pk},
        )
        _record(done, actor, why=str(why))
    return locked


def item_restore(*, item: QueueItem, actor: User | None) -> QueueItem:
    """Put a dismissed claim back into the queue, where it waited; `actor` None is the machine."""
    with transaction.atomic():
        locked = item_lock(item_id=item.pk)
        done = move(item=locked, event=Event.RESTORE, actor=actor)
        standing_line(locked).update(restored_at=timezone.now(), restored_by=actor)
        _record(done, actor)
    return locked


def dismissal_confirm(*, dismissal: Dismissal, actor: User, note: str = "") -> Dismissal:
    """Say, as the second person, that a dismissal is right. Raises as `dismissal_overturn`."""
    check_text("note", note, limit=MAX_NOTE)
    with transaction.atomic():
        item_lock(item_id=dismissal.item_id)
        line = _look(dismissal, actor, Outcome.CONFIRMED, note)
        record(actor=actor, action="dismissal.confirm", target=line, note=note)
    return line


def dismissal_overturn(*, dismissal: Dismissal, actor: User, note: str) -> Dismissal:
    """Say, as the second person, that a dismissal was wrong: the claim comes back.

    Raises NotAllowed for whoever dismissed it, is recused from it or may not review, WrongState
    when it was not drawn, was looked at or restored already, or no reason is given.
    """
    check_text("note", note, limit=MAX_NOTE)
    if not note.strip():
        raise WrongState(_("Give a reason."), code="gives_note")
    with transaction.atomic():
        item = item_lock(item_id=dismissal.item_id)
        line = _look(dismissal, actor, Outcome.OVERTURNED, note)
        item_restore(item=item, actor=actor)
        record(actor=actor, action="dismissal.overturn", target=line, note=note)
    return Dismissal.objects.get(pk=line.pk)


def _look(dismissal: Dismissal, actor: User, outcome: Outcome, note: str) -> Dismissal:
    line = Dismissal.objects.get(pk=dismissal.pk)  # under the lock of its item
    if not REVIEWERS & actor.roles:
        message = _("Your role may not do this. Ask an editor or administrator.")
        raise NotAllowed(message, code="role")
    if line.by_id == actor.pk:
        message = _("You dismissed this claim. Another person has to look at it.")
        raise NotAllowed(message, code="own_dismissal")
    if is_recused(line.item, actor):
        rule = GUARDS["is_not_recused"]
        raise NotAllowed(_(rule.message), code="is_not_recused")
    if not line.is_drawn or line.outcome or line.restored_at is not None:
        message = _("This dismissal does not wait for a second look. Reload.")
        raise WrongState(message, code="wrong_state")
    line.outcome, line.look_note = outcome, note.strip()
    line.looked_at, line.looked_by = timezone.now(), actor
    line.save(update_fields=["outcome", "look_note", "looked_at", "looked_by"])
    return line


def _waits_for_a_look(item: QueueItem) -> bool:
    """Return whether a dismissal of `item` was drawn and nobody has looked.

    Whoever restores such a claim and dismisses it again would draw anew until the lot spares them.
    """
    return Dismissal.objects.filter(item=item, is_drawn=True, outcome="").exists()


def standing_line(item: QueueItem) -> QuerySet[Dismissal]:
    """Return the line of the ledger that keeps `item` out of the queue; none while it is open."""
    return Dismissal.objects.filter(item=item, restored_at__isnull=True)


def _record(done: QueueMove, actor: User | None, **after: str) -> None:
    record(
        actor=actor,
        action=f"item.{done.event}",
        target=done.item,
        before={"state": done.from_state},
        after={"state": done.to_state, **after},
        note=done.note,
    )

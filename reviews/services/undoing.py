"""Undoing a batch of triage: what it changed is put back where nothing has changed it since."""

from __future__ import annotations

import datetime

from django.db import transaction
from django.utils import timezone
from django.utils.translation import gettext as _

from factcheck.accounts.models import User
from factcheck.audit.log import record
from factcheck.errors import NotAllowed, WrongState
from factcheck.idempotency.turns import turn
from reviews.domain.states import EDITORS, State
from reviews.domain.triage import Act, same_thing
from reviews.models import ItemTag, QueueItem, TriageBatch, TriageChange
from reviews.services.assignments import check_assignee
from reviews.services.bulk import each_item
from reviews.services.dismissals import item_restore, standing_line
from reviews.services.moves import item_lock
from reviews.services.triage import set_boost
from reviews.services.triage_changes import moment, permit_act
from reviews.services.weighing import item_weigh


def batch_undo(*, batch: TriageBatch, actor: User, key: str = "") -> TriageBatch:
    """Put back what the batch changed, item by item; `undo_refused` tells where that was too late.

    Under the `key` it was undone with it is returned as it is. Raises NotAllowed for whoever
    neither did it nor is an editor, WrongState when it was undone otherwise.
    """
    if batch.by_id != actor.pk and not EDITORS & actor.roles:
        message = _("Only whoever did this, or an editor, can undo it.")
        raise NotAllowed(message, code="own_batch")
    # Of two clicks at once one undoes, and the other waits to tell what became of it.
    with turn(f"undo {batch.pk}"):
        standing = TriageBatch.objects.filter(pk=batch.pk, undone_at__isnull=True)
        if standing.update(undone_at=timezone.now(), undo_key=key):
            return _put_back_each(TriageBatch.objects.get(pk=batch.pk), actor)
    undone = TriageBatch.objects.get(pk=batch.pk)
    if not key or undone.undo_key != key:
        raise WrongState(_("This was undone already."), code="undone")
    return undone


def _put_back_each(batch: TriageBatch, actor: User) -> TriageBatch:
    changes = {change.item_id: change for change in batch.changes.all()}
    batch.undo_refused = each_item(
        list(changes), lambda item: change_undo(change=changes[item.pk], actor=actor)
    )
    batch.save(update_fields=["undo_refused"])
    return batch


def change_undo(*, change: TriageChange, actor: User) -> None:
    """Put back what one change changed. Raises WrongState when something has changed it since.

    Raises NotAllowed for whoever may not do such an act to the item.
    """
    with transaction.atomic():
        item = item_lock(item_id=change.item_id)
        if not _stands(change, item):
            raise WrongState(_("This was changed again since. It stays as it is."), code="changed")
        # Undoing takes a tag off as removing it does: who may not do the one may not do the other.
        permit_act(Act(change.act), item, actor, wanted=change.before.get("assignee"))
        _put_back(change, item, actor)
        TriageChange.objects.filter(pk=change.pk).update(undone_at=timezone.now())
        record(
            actor=actor,
            action="item.undo",
            target=item,
            before={"act": change.act, **change.after},
            after=change.before,
        )


def _stands(change: TriageChange, item: QueueItem) -> bool:
    """Return whether the item is, in what the change is about, as the change left it."""
    act = Act(change.act)
    later = TriageChange.objects.filter(
        item=item, act__in=same_thing(act), pk__gt=change.pk, undone_at__isnull=True
    )
    if act in (Act.TAG, Act.UNTAG):
        tag = change.after.get("tag") or change.before.get("tag")
        later = later.filter(after__tag=tag) | later.filter(before__tag=tag)
    if change.undone_at is not None or later.exists():
        return False
    return _as_left(change, item) if act == Act.DISMISS or item.closed_at is None else False


def _as_left(change: TriageChange, item: QueueItem) -> bool:
    match Act(change.act):
        case Act.DISMISS:
            line = standing_line(item).filter(pk=change.after["dismissal"])
            return item.state == State.DISMISSED and line.exists()
        case Act.ASSIGN:
            return bool(item.assignee_id == change.after["assignee"])
        case Act.SNOOZE | Act.WAKE:
            # A claim that was taken since has no time either: only its moves tell.
            moved = item.moves.filter(at__gte=change.at).exists()
            return not moved and bool(moment(item.snoozed_until) == change.after["until"])
        case Act.BOOST:
            return bool(item.boost == change.after["boost"])
        case Act.TAG:
            return ItemTag.objects.filter(item=item, tag=change.after["tag"]).exists()
        case Act.UNTAG:
            return not ItemTag.objects.filter(item=item, tag=change.before["tag"]).exists()


def _put_back(change: TriageChange, item: QueueItem, actor: User) -> None:
    match Act(change.act):
        case Act.DISMISS:
            _sleep(item_restore(item=item, actor=actor), change.before["until"])
        case Act.ASSIGN:
            item.assignee = User.objects.filter(pk=change.before["assignee"]).first()
            check_assignee(item, item.assignee)
            item.save(update_fields=["assignee"])
        case Act.SNOOZE | Act.WAKE:
            _sleep(item, change.before["until"])
        case Act.BOOST:
            set_boost(item, change.before)
        case Act.TAG:
            ItemTag.objects.filter(item=item, tag=change.after["tag"]).delete()
            item_weigh(item=item)
        case Act.UNTAG:
            ItemTag.objects.create(item=item, tag_id=change.before["tag"])
            item_weigh(item=item)


def _sleep(item: QueueItem, until: str | None) -> None:
    item.snoozed_until = datetime.datetime.fromisoformat(until) if until else None
    item.save(update_fields=["snoozed_until"])

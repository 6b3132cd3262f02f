"""Acts of triage on one item: assign, tag, snooze, boost. Dismissing is a move of its own.

Each act leaves a row with what it changed: the item's history tells it, undoing it reads it.
"""

from __future__ import annotations

import datetime
from typing import Any

from django.db import transaction
from django.utils import timezone
from django.utils.translation import gettext as _

from factcheck.accounts.models import User
from factcheck.audit.log import record
from factcheck.errors import InvalidInput, NotAllowed, WrongState
from factcheck.texts import check_text
from reviews.domain.boosts import MOST_POINTS
from reviews.domain.states import MACHINE, REVIEWERS, Refusal
from reviews.domain.triage import Act, Asked, refusal
from reviews.models import ItemTag, QueueItem, Tag, TriageBatch, TriageChange
from reviews.selectors.recusals import is_recused
from reviews.services.moves import MAX_NOTE, item_lock
from reviews.services.weighing import item_weigh

LONGEST_SNOOZE = datetime.timedelta(days=366)
MAX_REASON = 200


def item_assign(
    *,
    item: QueueItem,
    actor: User,
    assignee: User | None,
    note: str = "",
    batch: TriageBatch | None = None,
) -> TriageChange | None:
    """Set who is to look at the item (None: nobody). None is returned when that is so already.

    Raises InvalidInput for somebody who may not review.
    """
    check_text("note", note, limit=MAX_NOTE)
    if assignee is not None and not REVIEWERS & assignee.roles:
        raise InvalidInput("assignee", _("Choose a fact-checker or an editor."), code="role")
    wanted = assignee.pk if assignee else None
    with transaction.atomic():
        locked = item_lock(item_id=item.pk)
        permit_act(Act.ASSIGN, locked, actor, wanted=wanted)
        before, locked.assignee = locked.assignee_id, assignee
        if before == wanted:
            return None
        locked.save(update_fields=["assignee"])
        change = TriageChange(item=locked, act=Act.ASSIGN, by=actor, batch=batch, note=note)
        name = assignee.shown_name if assignee else ""
        return change_save(change, {"assignee": before}, {"assignee": wanted, "name": name})


def item_tag(
    *, item: QueueItem, actor: User, tag: Tag, batch: TriageBatch | None = None
) -> TriageChange | None:
    """Put a tag on the item; None when it is there. Raises InvalidInput for a retired tag."""
    if tag.retired_at is not None:
        raise InvalidInput("tag", _("This tag is not used any more. Choose another."))
    with transaction.atomic():
        locked = item_lock(item_id=item.pk)
        permit_act(Act.TAG, locked, actor)
        _tag, is_new = ItemTag.objects.get_or_create(item=locked, tag=tag)
        if not is_new:
            return None
        item_weigh(item=locked)
        change = TriageChange(item=locked, act=Act.TAG, by=actor, batch=batch)
        return change_save(change, {}, {"tag": tag.pk, "name": tag.name})


def item_untag(
    *, item: QueueItem, actor: User, tag: Tag, batch: TriageBatch | None = None
) -> TriageChange | None:
    """Take a tag off the item; None when it does not carry it."""
    with transaction.atomic():
        locked = item_lock(item_id=item.pk)
        permit_act(Act.UNTAG, locked, actor)
        gone, _rows = ItemTag.objects.filter(item=locked, tag=tag).delete()
        if not gone:
            return None
        item_weigh(item=locked)
        change = TriageChange(item=locked, act=Act.UNTAG, by=actor, batch=batch)
        return change_save(change, {"tag": tag.pk, "name": tag.name}, {})


def item_snooze(
    *,
    item: QueueItem,
    actor: User,
    until: datetime.datetime,
    note: str,
    batch: TriageBatch | None = None,
) -> TriageChange:
    """Keep the item out of the open list until then. It comes back by itself.

    Raises InvalidInput for a time that has passed or lies over a year ahead, and without a reason.
    """
    check_reason("note", note, limit=MAX_NOTE)
    if not timezone.now() < until <= timezone.now() + LONGEST_SNOOZE:
        raise InvalidInput("until", _("Choose a day after today and within a year."))
    with transaction.atomic():
        locked = item_lock(item_id=item.pk)
        permit_act(Act.SNOOZE, locked, actor)
        change = TriageChange(item=locked, act=Act.SNOOZE, by=actor, batch=batch, note=note)
        return _set_sleep(change, until)


def item_wake(
    *, item: QueueItem, actor: User | None, batch: TriageBatch | None = None
) -> TriageChange | None:
    """Put a snoozed item back into the open list; None when it is there. `actor` None: its time."""
    with transaction.atomic():
        locked = item_lock(item_id=item.pk)
        if locked.snoozed_until is None:
            return None
        permit_act(Act.WAKE, locked, actor)
        change = TriageChange(item=locked, act=Act.WAKE, by=actor, batch=batch)
        return _set_sleep(change, None)


def items_wake() -> int:
    """Wake what was snoozed until now, for the history's sake: it shows in the list already."""
    over = QueueItem.objects.filter(snoozed_until__lte=timezone.now()).order_by("snoozed_until")
    return sum(item_wake(item=item, actor=None) is not None for item in over.only("pk")[:200])


def item_boost(
    *, item: QueueItem, actor: User, points: int, note: str, batch: TriageBatch | None = None
) -> TriageChange | None:
    """Set the points a person gives the item, instead of those given before; 0 takes them away.

    Raises InvalidInput for points out of bounds, and without a reason.
    """
    check_reason("note", note, limit=MAX_REASON)
    if abs(points) > MOST_POINTS:
        message = _("Give between -%(most)d and %(most)d points.") % {"most": MOST_POINTS}
        raise InvalidInput("points", message)
    with transaction.atomic():
        locked = item_lock(item_id=item.pk)
        permit_act(Act.BOOST, locked, actor)
        before = {"boost": locked.boost, "boost_note": locked.boost_note}
        after = {"boost": points, "boost_note": note.strip() if points else ""}
        if before == after:
            return None
        set_boost(locked, after)
        change = TriageChange(item=locked, act=Act.BOOST, by=actor, batch=batch, note=note)
        return change_save(change, before, after)


def set_boost(item: QueueItem, values: dict[str, Any]) -> None:
    """Store the points by hand of a locked item, and the priority that follows."""
    item.boost, item.boost_note = values["boost"], values["boost_note"]
    item.save(update_fields=["boost", "boost_note"])
    item_weigh(item=item)


def _set_sleep(change: TriageChange, until: datetime.datetime | None) -> TriageChange:
    item = change.item
    before, item.snoozed_until = item.snoozed_until, until
    item.save(update_fields=["snoozed_until"])
    return change_save(change, {"until": moment(before)}, {"until": moment(until)})


def moment(value: datetime.datetime | None) -> str | None:
    """Return a time as it is kept in a change."""
    return value.isoformat() if value else None


def permit_act(act: Act, item: QueueItem, actor: User | None, *, wanted: int | None = None) -> None:
    """Raise NotAllowed or WrongState, with the rule's id as code, when the act is refused."""
    asked = Asked(
        roles=frozenset(actor.roles if actor else {MACHINE}),
        actor=actor.pk if actor else 0,
        is_open=item.closed_at is None,
        holder=item.assignee_id,
        wanted=wanted,
        is_recused=actor is not None and is_recused(item, actor),
    )
    raise_refusal(refusal(act, asked))


def raise_refusal(rule: Refusal | None) -> None:
    """Raise what a rule about triage says; do nothing without one."""
    if rule is None:
        return
    kind = WrongState if rule.rule == "is_open" else NotAllowed
    raise kind(_(rule.message), code=rule.rule)


def check_reason(field: str, note: str, *, limit: int) -> None:
    """Raise InvalidInput unless `note` is a text that says something."""
    check_text(field, note, limit=limit)
    if not note.strip():
        raise InvalidInput(field, _("Give a reason."), code="gives_note")


def change_save(
    change: TriageChange, before: dict[str, Any], after: dict[str, Any]
) -> TriageChange:
    """Write what an act changed into the item's history and the audit log."""
    change.before, change.after, change.note = before, after, change.note.strip()
    change.save(force_insert=True)
    record(
        actor=change.by,
        action=f"item.{change.act}",
        target=change.item,
        before=before,
        after=after,
        note=change.note,
    )
    return change

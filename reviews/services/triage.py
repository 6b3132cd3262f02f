"""Acts of triage on one item: tag, snooze, boost. Assigning has a file of its own, dismissing too.

Each act leaves a row with what it changed: the item's history tells it, undoing it reads it.
"""

from __future__ import annotations

import datetime
from typing import Any

from django.db import transaction
from django.utils import timezone
from django.utils.translation import gettext as _

from factcheck.accounts.models import User
from factcheck.errors import InvalidInput
from reviews.domain.boosts import MOST_POINTS
from reviews.domain.triage import Act
from reviews.models import ItemTag, QueueItem, Tag, TriageBatch, TriageChange
from reviews.services.assignments import assignment_check
from reviews.services.moves import MAX_NOTE, item_lock
from reviews.services.triage_changes import change_save, check_reason, moment, permit_act
from reviews.services.weighing import item_weigh

LONGEST_SNOOZE = datetime.timedelta(days=366)
MAX_REASON = 200


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
        change_save(change, {}, {"tag": tag.pk, "name": tag.name})
        assignment_check(item=locked, actor=actor)
        return change


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

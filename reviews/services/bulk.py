"""One act of triage on many rows.

Each row is a transaction of its own: one that is refused stops no other, and nobody waits for
two hundred. What the batch changed is on record row by row, so that half a batch can be undone too.
"""

from __future__ import annotations

import datetime
from collections.abc import Callable, Sequence
from dataclasses import dataclass, replace
from typing import Any

from django.utils.translation import gettext as _

from factcheck.accounts.models import User
from factcheck.errors import DeskError, InvalidInput, WrongState
from reviews.domain.dismissals import Why, gives_reason
from reviews.domain.triage import MOST_ROWS, Act, Asked, refusal
from reviews.models import QueueItem, Tag, TriageBatch
from reviews.services.dismissals import item_dismiss
from reviews.services.moves import MAX_NOTE
from reviews.services.triage import (
    check_reason,
    item_assign,
    item_boost,
    item_snooze,
    item_tag,
    item_untag,
    item_wake,
    raise_refusal,
)


@dataclass(frozen=True, slots=True)
class Order:
    """What to do with each row: the act, and what it needs to know."""

    act: Act
    note: str = ""
    why: Why = Why.OTHER
    assignee: User | None = None
    tag: Tag | None = None
    until: datetime.datetime | None = None
    points: int = 0


def items_triage(*, item_ids: Sequence[int], order: Order, actor: User) -> TriageBatch:
    """Do what `order` says to each item, and return the batch: its changes, and what was refused.

    Raises InvalidInput when no row or more than MOST_ROWS are named or the order is not whole, and
    NotAllowed for whoever may do it to no row: then nothing was changed.
    """
    ids = list(dict.fromkeys(item_ids))
    if not 0 < len(ids) <= MOST_ROWS:
        message = _("Choose between 1 and %(most)d rows.") % {"most": MOST_ROWS}
        raise InvalidInput("items", message)
    _check(order, actor)
    batch = TriageBatch.objects.create(act=order.act, by=actor)
    batch.refused = each_item(ids, lambda item: _apply(item, order, actor, batch))
    batch.save(update_fields=["refused"])
    return batch


def each_item(ids: Sequence[int], act: Callable[[QueueItem], object]) -> list[dict[str, Any]]:
    """Do `act` to each item; return the refusals."""
    items, refused = QueueItem.objects.in_bulk(ids), list[dict[str, Any]]()
    for pk in ids:
        try:
            if pk not in items:
                raise WrongState(_("There is no such claim in the queue."), code="not_found")
            act(items[pk])
        except DeskError as error:
            refused.append({"item": pk, "code": error.code, "message": str(error.message)})
    return refused


def _check(order: Order, actor: User) -> None:
    """Refuse what would be refused on every row in the same words."""
    asked = Asked(roles=frozenset(actor.roles), actor=actor.pk, is_open=True)
    wanted = order.assignee.pk if order.assignee else None
    raise_refusal(refusal(order.act, replace(asked, wanted=wanted)))
    if order.act == Act.DISMISS and not gives_reason(order.why, order.note):
        raise InvalidInput("note", _("Say in words why the desk does not check them."))
    if order.act in (Act.SNOOZE, Act.BOOST):
        check_reason("note", order.note, limit=MAX_NOTE)
    if order.act == Act.SNOOZE and order.until is None:
        raise InvalidInput("until", _("Choose a day after today and within a year."))
    if order.act in (Act.TAG, Act.UNTAG) and order.tag is None:
        raise InvalidInput("tag", _("Choose a tag."))


def _apply(item: QueueItem, order: Order, actor: User, batch: TriageBatch) -> None:
    """Do what the order, which is whole, says to one item."""
    to: Any = {"item": item, "actor": actor, "batch": batch}
    match order:
        case Order(act=Act.DISMISS):
            item_dismiss(**to, note=order.note, why=order.why)
        case Order(act=Act.ASSIGN):
            item_assign(**to, assignee=order.assignee, note=order.note)
        case Order(act=Act.TAG, tag=Tag() as tag):
            item_tag(**to, tag=tag)
        case Order(act=Act.UNTAG, tag=Tag() as tag):
            item_untag(**to, tag=tag)
        case Order(act=Act.SNOOZE, until=datetime.datetime() as until):
            item_snooze(**to, until=until, note=order.note)
        case Order(act=Act.WAKE):
            item_wake(**to)
        case Order(act=Act.BOOST):
            item_boost(**to, points=order.points, note=order.note)

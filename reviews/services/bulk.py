"""One act of triage on many rows.

Each row is a transaction of its own: one that is refused stops no other, and nobody waits for
two hundred. What the batch changed is on record row by row, so that half a batch can be undone too.
"""

from __future__ import annotations

import datetime
from collections.abc import Callable, Sequence
from dataclasses import dataclass, replace
from typing import Any

from django.utils import timezone
from django.utils.translation import gettext as _

from factcheck.accounts.models import User
from factcheck.errors import DeskError, InvalidInput, WrongState
from factcheck.idempotency.answers import Sent
from factcheck.idempotency.turns import turn
from reviews.domain.dismissals import Why, gives_reason
from reviews.domain.triage import MOST_ROWS, Act, Asked, refusal
from reviews.models import QueueItem, Tag, TriageBatch
from reviews.services.assignments import item_assign
from reviews.services.dismissals import item_dismiss
from reviews.services.moves import MAX_NOTE
from reviews.services.triage import item_boost, item_snooze, item_tag, item_untag, item_wake
from reviews.services.triage_changes import check_reason, raise_refusal


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
    ids = _checked_ids(item_ids, order, actor)
    batch = TriageBatch.objects.create(act=order.act, by=actor)
    return _run(batch, ids, order, actor)


def items_triage_once(
    *, item_ids: Sequence[int], order: Order, sent: Sent
) -> tuple[TriageBatch, bool]:
    """Do as `items_triage` what was sent under a key; return the batch, and whether it was there.

    The key is kept on the batch and not with an answer: that would make one transaction of all
    rows, in which two batches with the same rows wait for each other. What broke off half-way is
    taken up again. Raises KeyReused when the key came with something else.
    """
    ids = _checked_ids(item_ids, order, sent.user)
    with turn(sent.name):
        batch, is_new = TriageBatch.objects.get_or_create(
            by=sent.user, key=sent.key, defaults={"act": order.act, "digest": sent.digest}
        )
        sent.check_digest(batch.digest)
        if batch.done_at is None and batch.undone_at is None:
            done = set(batch.changes.values_list("item", flat=True))
            _run(batch, [pk for pk in ids if pk not in done], order, sent.user)
    return batch, not is_new


def _checked_ids(item_ids: Sequence[int], order: Order, actor: User) -> list[int]:
    """Return the rows, each once. Raises what `items_triage` raises."""
    ids = list(dict.fromkeys(item_ids))
    if not 0 < len(ids) <= MOST_ROWS:
        message = _("Choose between 1 and %(most)d rows.") % {"most": MOST_ROWS}
        raise InvalidInput("items", message)
    _check(order, actor)
    return ids


def _run(batch: TriageBatch, ids: Sequence[int], order: Order, actor: User) -> TriageBatch:
    """Do what an order, which is whole, says to each row, and note what was refused."""
    batch.refused = each_item(ids, lambda item: _apply(item, order, actor, batch))
    batch.done_at = timezone.now()
    batch.save(update_fields=["refused", "done_at"])
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

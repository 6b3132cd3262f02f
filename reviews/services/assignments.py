"""Whom an item is assigned to: set by people, and taken away from whoever is recused from it."""

from __future__ import annotations

from django.db import transaction
from django.utils.translation import gettext as _

from factcheck.accounts.models import User
from factcheck.errors import InvalidInput
from factcheck.texts import check_text
from reviews.domain.states import State
from reviews.domain.triage import Act, Assignee, assignee_refusal
from reviews.models import NotificationKind, QueueItem, TriageBatch, TriageChange
from reviews.selectors.recusals import is_recused
from reviews.selectors.situations import situation_of
from reviews.services.moves import MAX_NOTE, item_lock
from reviews.services.notifications import notifications_send
from reviews.services.triage_changes import change_save, permit_act


def item_assign(
    *,
    item: QueueItem,
    actor: User,
    assignee: User | None,
    note: str = "",
    batch: TriageBatch | None = None,
) -> TriageChange | None:
    """Set who is to look at the item (None: nobody). None is returned when that is so already.

    Raises InvalidInput naming `assignee` for somebody who may not do what the item waits for.
    """
    check_text("note", note, limit=MAX_NOTE)
    wanted = assignee.pk if assignee else None
    with transaction.atomic():
        locked = item_lock(item_id=item.pk)
        permit_act(Act.ASSIGN, locked, actor, wanted=wanted)
        before, locked.assignee = locked.assignee_id, assignee
        if before == wanted:
            return None
        check_assignee(locked, assignee)
        locked.save(update_fields=["assignee"])
        change = TriageChange(item=locked, act=Act.ASSIGN, by=actor, batch=batch, note=note)
        if assignee is not None:
            told = NotificationKind.ASSIGNED
            notifications_send(people=[assignee], kind=told, item=locked, by=actor)
        name = assignee.shown_name if assignee else ""
        return change_save(change, {"assignee": before}, {"assignee": wanted, "name": name})


def check_assignee(item: QueueItem, person: User | None) -> None:
    """Raise InvalidInput naming `assignee` for whoever could not do what `item` waits for.

    It would be left to them until it is overdue, and nobody else would be given it.
    """
    if person is None:
        return
    situation = situation_of(item, person)
    refusal = assignee_refusal(
        Assignee(
            roles=situation.roles,
            is_active=person.is_active,
            is_recused=situation.is_recused,
            has_reviewed=situation.has_reviewed,
            has_written=situation.is_author or situation.has_written,
            is_sent_back=State(item.state) == State.SENT_BACK,
        )
    )
    if refusal is not None:
        raise InvalidInput("assignee", _(refusal.message), code=refusal.rule)


def assignment_check(*, item: QueueItem, actor: User | None) -> None:
    """Take a locked, open item from whom it is assigned to if they are recused from it by now.

    `actor` is who made it so, by a recusal, a tag, or (None) the machine by where it was found.
    """
    if item.closed_at is None and item.assignee is not None and is_recused(item, item.assignee):
        before, item.assignee = {"assignee": item.assignee.pk}, None
        item.save(update_fields=["assignee"])
        note = _("Recused from the claim.")
        change = TriageChange(item=item, act=Act.ASSIGN, by=actor, note=note)
        change_save(change, before, {"assignee": None, "name": ""})

"""The one door through which a queue item changes state, for UI, API, tasks and commands."""

from __future__ import annotations

import datetime
from dataclasses import replace
from typing import Any

from django.utils import timezone
from django.utils.translation import gettext

from claims.models import Claim
from factcheck.accounts.models import User
from factcheck.errors import NotAllowed, NotFound, WrongState
from factcheck.prepared import columns, fields_of, made, rows
from factcheck.texts import check_text
from reviews.domain.guards import Situation
from reviews.domain.states import CLOSED, MACHINE, Event, Refusal, State, Transition, decide
from reviews.models import QueueItem, QueueMove
from reviews.selectors.situations import situation_of

MAX_NOTE = 5000
# Rules about who somebody is answer 403; rules about how things stand answer 409.
ABOUT_THE_PERSON = frozenset(
    {"role", "is_author", "is_not_author", "has_not_reviewed", "is_not_recused"}
)

ITEM = fields_of(QueueItem)
LOCK = f"""
SELECT {columns(QueueItem, "item", ITEM)} FROM reviews_queueitem item WHERE id = %(item)s
FOR NO KEY UPDATE"""  # noqa: S608 (of our own columns alone)
# Both in one: it is what all reviewers do, all day.
MOVE = """
WITH moved AS (
    UPDATE reviews_queueitem
    SET state = %(to_state)s, closed_at = %(closed_at)s, snoozed_until = NULL,
        assignee_id = %(assignee_id)s
    WHERE id = %(item_id)s)
INSERT INTO reviews_queuemove (item_id, event, from_state, to_state, by_id, note, at)
VALUES (%(item_id)s, %(event)s, %(from_state)s, %(to_state)s, %(by_id)s, %(note)s, %(at)s)
RETURNING id"""


def item_lock(*, item_id: int) -> QueueItem:
    """Return the item, locked until the transaction ends. Raises NotFound."""
    found = rows(LOCK, {"item": item_id})
    if not found:
        raise NotFound(gettext("There is no such claim in the queue."))
    return made(QueueItem, ITEM, found[0])


def move(
    *, item: QueueItem, event: Event, actor: User | None, note: str = "", **facts: Any
) -> QueueMove:
    """Take `event` from the state of a locked item; `actor` None is the machine.

    `facts` are fields of Situation that follow from what comes with the move and is not stored.
    Raises NotAllowed or WrongState, with the rule's id as code, when the table refuses, and
    InvalidInput for a note that cannot be kept.
    """
    row = permit(item=item, event=event, actor=actor, note=note, **facts)
    item.state = row.target.value
    item.closed_at = timezone.now() if row.target in CLOSED else None
    item.snoozed_until = None  # somebody has dealt with it: there is nothing left to wait for
    if event == Event.SUBMIT and actor is not None and item.assignee_id == actor.pk:
        item.assignee = None  # their part is done; nobody else is given what is kept for them
    done = _noted(item=item, row=row, actor=actor, note=note)
    names = ("item_id", "event", "from_state", "to_state", "by_id", "note", "at")
    moved = {name: getattr(done, name) for name in names}
    kept = {"closed_at": item.closed_at, "assignee_id": item.assignee_id}
    [(done.pk,)] = rows(MOVE, moved | kept)
    return done


def enter(*, claim: Claim, due_at: datetime.datetime) -> QueueItem:
    """Make the first queue item of a claim: the machine's move out of the state "new"."""
    row = decide(State.NEW, Event.ENQUEUE, Situation(roles=frozenset({MACHINE})))
    if isinstance(row, Refusal):
        raise WrongState(gettext(row.message), code=row.rule)
    item = QueueItem.objects.create(claim=claim, state=row.target, due_at=due_at)
    move_note(item=item, row=row, actor=None, note="")
    return item


def permit(
    *, item: QueueItem, event: Event, actor: User | None, note: str = "", **facts: Any
) -> Transition:
    """Return the row of the table that `event` may take now; raises what `move` raises."""
    check_text("note", note, limit=MAX_NOTE)
    facts = {"gives_note": bool(note.strip())} | facts
    situation = replace(situation_of(item, actor), **facts)
    decision = decide(State(item.state), event, situation)
    if isinstance(decision, Refusal):
        kind = NotAllowed if decision.rule in ABOUT_THE_PERSON else WrongState
        raise kind(gettext(decision.message), code=decision.rule)
    return decision


def move_note(*, item: QueueItem, row: Transition, actor: User | None, note: str) -> QueueMove:
    """Write a move into the history of `item`."""
    done = _noted(item=item, row=row, actor=actor, note=note)
    done.save()
    return done


def _noted(*, item: QueueItem, row: Transition, actor: User | None, note: str) -> QueueMove:
    return QueueMove(
        item=item,
        event=row.event.value,
        from_state=row.source.value,
        to_state=row.target.value,
        by=actor,
        note=note,
        at=timezone.now(),
    )

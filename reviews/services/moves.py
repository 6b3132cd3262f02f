"""The one door through which a queue item changes state, for UI, API, tasks and commands."""

from __future__ import annotations

import datetime
from dataclasses import replace
from typing import Any

from django.utils import timezone
from django.utils.translation import gettext

from claims.models import Claim
from factcheck.accounts.models import User
from factcheck.errors import NotAllowed, WrongState
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


def item_lock(*, item_id: int) -> QueueItem:
    """Return the item, locked until the transaction ends."""
    return QueueItem.objects.select_for_update(no_key=True).get(pk=item_id)


def move(
    *, item: QueueItem, event: Event, actor: User | None, note: str = "", **facts: Any
) -> QueueMove:
    """Take `event` from the state of a locked item; `actor` None is the machine.

    `facts` are fields of Situation that follow from what comes with the move and is not stored.
    Raises NotAllowed or WrongState, with the rule's id as code, when the table refuses, and
    InvalidInput for a note that cannot be kept.
    """
    row = permit(item=item, event=event, actor=actor, note=note, **facts)
    item.state = row.target
    item.closed_at = timezone.now() if row.target in CLOSED else None
    item.snoozed_until = None  # somebody has dealt with it: there is nothing left to wait for
    if event == Event.SUBMIT and actor is not None and item.assignee_id == actor.pk:
        item.assignee = None  # their part is done; nobody else is given what is kept for them
    item.save(update_fields=["state", "closed_at", "snoozed_until", "assignee"])
    return move_note(item=item, row=row, actor=actor, note=note)


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
    return QueueMove.objects.create(
        item=item, event=row.event, from_state=row.source, to_state=row.target, by=actor, note=note
    )

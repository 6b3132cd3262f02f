"""What every act of triage goes through: may it be done, and the row and audit event it leaves."""

from __future__ import annotations

import datetime
from typing import Any

from django.utils.translation import gettext as _

from factcheck.accounts.models import User
from factcheck.audit.log import record
from factcheck.errors import InvalidInput, NotAllowed, WrongState
from factcheck.texts import check_text
from reviews.domain.states import MACHINE, Refusal
from reviews.domain.triage import Act, Asked, refusal
from reviews.models import QueueItem, TriageChange
from reviews.selectors.recusals import is_recused


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

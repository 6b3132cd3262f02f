"""An event of the audit log as a row of the page."""

from __future__ import annotations

import json
from collections.abc import Sequence
from dataclasses import dataclass
from typing import Any

from django.urls import reverse

from factcheck.accounts.models import User
from factcheck.audit.log import MACHINE
from factcheck.audit.models import BREAK_GLASS, AuditEvent
from reviews.selectors.secret_events import secret_events

PAGES = {
    "claims.article": "article-detail",
    "reviews.queueitem": "workspace",
    "reviews.verdict": "sign-off",
    "reviews.webhookendpoint": "webhook",
}


@dataclass(frozen=True, slots=True)
class Change:
    """A field, and what it held before and after, as JSON; "" where the event does not tell."""

    field: str
    before: str
    after: str


@dataclass(frozen=True, slots=True)
class Row:
    """An event, the page of what it is about ("" for none), and what it changed.

    `is_secret`: it tells of a review or draft that the reader may not know yet.
    """

    event: AuditEvent
    url: str
    changes: tuple[Change, ...]
    is_secret: bool
    is_forced: bool
    is_machine: bool


def audit_rows(events: Sequence[AuditEvent], reader: User) -> list[Row]:
    """Return the events as `reader` may see them: an early opinion would steer their own."""
    secret = secret_events(events, reader)
    return [_row(event, is_secret=event.pk in secret) for event in events]


def _row(event: AuditEvent, *, is_secret: bool) -> Row:
    page = PAGES.get(event.target_type)
    return Row(
        event=event,
        url=reverse(page, args=[event.target_id]) if page else "",
        changes=() if is_secret else changes_of(event),
        is_secret=is_secret,
        is_forced=event.action.startswith(BREAK_GLASS),
        is_machine=event.actor_id is None and event.actor_name == MACHINE,
    )


def changes_of(event: AuditEvent) -> tuple[Change, ...]:
    """Return the fields that the event tells of, without those that stayed as they were."""
    before: dict[str, Any] = event.before
    after: dict[str, Any] = event.after
    fields = {**before, **after}
    return tuple(
        Change(field, _text(before, field), _text(after, field))
        for field in fields
        if not (field in before and field in after and before[field] == after[field])
    )


def _text(values: dict[str, Any], field: str) -> str:
    if field not in values:
        return ""
    value = values[field]
    return value if isinstance(value, str) else json.dumps(value, ensure_ascii=False)

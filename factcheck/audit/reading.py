"""Finding events in a log of millions, newest first."""

from __future__ import annotations

import datetime
from dataclasses import dataclass

from django.db import connection
from django.db.models import QuerySet

from factcheck.audit.export import Target, events_of
from factcheck.audit.models import AuditEvent, AuditVerification

PAGE_SIZE = 50
# DISTINCT reads the whole index; this jumps from one name to the next.
NAMES = """
    WITH RECURSIVE names (name) AS (
        (SELECT {column} FROM audit_auditevent ORDER BY {column} LIMIT 1)
        UNION ALL
        SELECT (
            SELECT {column} FROM audit_auditevent WHERE {column} > name ORDER BY {column} LIMIT 1
        ) FROM names WHERE name IS NOT NULL
    )
    SELECT name FROM names WHERE name IS NOT NULL
"""


@dataclass(frozen=True, slots=True)
class AuditSearch:
    """What events are looked for; a field that is empty does not matter.

    `since` is included, `until` is not. `before` is the id of the event the page starts behind.
    """

    actor: int | None = None
    is_machine: bool = False
    action: str = ""
    kind: str = ""
    targets: tuple[Target, ...] = ()
    since: datetime.datetime | None = None
    until: datetime.datetime | None = None
    before: int | None = None


@dataclass(frozen=True, slots=True)
class AuditPage:
    """Events, newest first, and the id behind which the next page starts, if there is one."""

    events: list[AuditEvent]
    next_before: int | None


def audit_page(search: AuditSearch) -> AuditPage:
    """Return a page of the events that fit, by a range of ids: no page costs more than another."""
    events = list(_fitting(search).order_by("-id")[: PAGE_SIZE + 1])
    more = len(events) > PAGE_SIZE
    events = events[:PAGE_SIZE]
    return AuditPage(events, events[-1].pk if more else None)


def known_actions() -> list[str]:
    """Return every action there is in the log."""
    return _names("action")


def known_kinds() -> list[str]:
    """Return every kind of thing there is in the log."""
    return _names("target_type")


def last_verification() -> AuditVerification | None:
    """Return the newest verification of the whole log, or None before the first."""
    return AuditVerification.objects.first()


def _fitting(search: AuditSearch) -> QuerySet[AuditEvent]:
    wanted = {
        "actor_id": search.actor,
        "action": search.action,
        "target_type": search.kind,
        "at__gte": search.since,
        "at__lt": search.until,
        "id__lt": search.before,
    }
    events = events_of(search.targets).filter(
        **{name: each for name, each in wanted.items() if each}
    )
    return events.filter(actor_id__isnull=True) if search.is_machine else events


def _names(column: str) -> list[str]:
    with connection.cursor() as cursor:
        cursor.execute(NAMES.format(column=connection.ops.quote_name(column)))
        return [name for (name,) in cursor.fetchall()]

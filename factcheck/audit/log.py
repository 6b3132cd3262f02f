"""Writing to the audit log, in the transaction of the mutation it tells of."""

from __future__ import annotations

from typing import Any

from django.db import connection, models, transaction
from django.utils import timezone
from psycopg.types.json import Jsonb

from factcheck.accounts.models import User
from factcheck.audit.chain import content_digest, storable
from factcheck.audit.models import AuditEvent

MACHINE = "machine"
MAX_NAME = 300
# Any number will do so long as nothing else takes it: one writer at a time extends the chain.
CHAIN_LOCK = 0x6661637463
# One round trip: everybody else who changes something waits from the lock to our commit. But two
# statements: one that also took the lock would see the end of the log as it was before. The hash
# is that of `chain.linked`.
APPEND = """
SELECT pg_advisory_xact_lock(%(lock)s);
INSERT INTO audit_auditevent (
    at, actor_id, actor_name, action, target_type, target_id, before, after, note,
    previous_hash, hash
)
SELECT
    %(at)s::timestamptz, %(actor_id)s::bigint, %(actor_name)s, %(action)s, %(target_type)s,
    %(target_id)s::bigint, %(before)s::jsonb, %(after)s::jsonb, %(note)s,
    head.hash, encode(sha256(convert_to(head.hash || %(digest)s, 'UTF8')), 'hex')
FROM (SELECT coalesce((SELECT hash FROM audit_audithead), '') AS hash) AS head
RETURNING id, previous_hash, hash
"""


def record(
    *,
    actor: User | None,
    action: str,
    target: models.Model,
    before: dict[str, Any] | None = None,
    after: dict[str, Any] | None = None,
    note: str = "",
) -> AuditEvent:
    """Append one event; `actor` None is the machine. Call it last in the mutation's transaction.

    Last, because the chain has one writer at a time until that transaction ends. Raises
    TransactionManagementError outside a transaction: an event may not outlive its mutation.
    """
    event = AuditEvent(
        at=timezone.now(),
        actor_id=actor.pk if actor else None,
        actor_name=actor.shown_name[:MAX_NAME] if actor else MACHINE,
        action=action,
        target_type=target._meta.label_lower,
        target_id=target.pk,
        before=storable(before or {}),
        after=storable(after or {}),
        note=note,
    )
    transaction.get_connection().validate_no_broken_transaction()
    if not connection.in_atomic_block:
        raise transaction.TransactionManagementError("An audit event needs a transaction.")
    _append(event)
    return event


def _append(event: AuditEvent) -> None:
    """Keep other writers out until the transaction ends, and write the event after the last one."""
    content = event.content()
    written = {"before": Jsonb(event.before), "after": Jsonb(event.after)}
    chained = {"lock": CHAIN_LOCK, "digest": content_digest(content)}
    with connection.cursor() as cursor:
        cursor.execute(APPEND, content | written | chained)
        cursor.nextset()
        event.pk, event.previous_hash, event.hash = cursor.fetchone()
    event._state.adding = False

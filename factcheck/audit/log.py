"""Writing to the audit log, in the transaction of the mutation it tells of."""

from __future__ import annotations

from typing import Any

from django.db import connection, models, transaction
from django.utils import timezone

from factcheck.accounts.models import User
from factcheck.audit.chain import event_hash, storable
from factcheck.audit.models import AuditEvent

MACHINE = "machine"
MAX_NAME = 300
# Any number will do so long as nothing else takes it: one writer at a time extends the chain.
CHAIN_LOCK = 0x6661637463
# Two statements in one round trip, for whoever waits for the lock waits for ours to end as well.
# As one statement it would see the log as it was before it had the lock.
LOCK_HEAD = "SELECT pg_advisory_xact_lock(%s); SELECT hash FROM audit_audithead"


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
    event.previous_hash = _lock_head()
    event.hash = event_hash(event.content(), event.previous_hash)
    event.save(force_insert=True)
    return event


def _lock_head() -> str:
    """Keep other writers out until the transaction ends; return the hash of the last event."""
    with connection.cursor() as cursor:
        cursor.execute(LOCK_HEAD, [CHAIN_LOCK])
        cursor.nextset()
        row = cursor.fetchone()
    return row[0] if row else ""

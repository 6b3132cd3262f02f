"""Writing to the audit log, in the transaction of the mutation it tells of."""

from __future__ import annotations

from typing import Any

from django.db import connection, models, transaction
from django.utils import timezone

from factcheck.accounts.models import User
from factcheck.audit.chain import event_hash
from factcheck.audit.models import AuditEvent

MACHINE = "machine"
# Any number will do so long as nothing else takes it: one writer at a time extends the chain.
CHAIN_LOCK = 0x6661637463


def chained_fields(event: AuditEvent) -> dict[str, Any]:
    """Return the columns of `event` that its hash covers, as JSON values."""
    return {
        "at": event.at.isoformat(),
        "actor_id": event.actor_id,
        "actor_name": event.actor_name,
        "action": event.action,
        "target_type": event.target_type,
        "target_id": event.target_id,
        "before": event.before,
        "after": event.after,
        "note": event.note,
    }


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
        actor_name=actor.shown_name if actor else MACHINE,
        action=action,
        target_type=target._meta.label_lower,
        target_id=target.pk,
        before=before or {},
        after=after or {},
        note=note,
    )
    transaction.get_connection().validate_no_broken_transaction()
    if not connection.in_atomic_block:
        raise transaction.TransactionManagementError("An audit event needs a transaction.")
    with connection.cursor() as cursor:
        cursor.execute("SELECT pg_advisory_xact_lock(%s)", [CHAIN_LOCK])
    last = AuditEvent.objects.order_by("-id").values_list("hash", flat=True).first()
    event.previous_hash = last or ""
    event.hash = event_hash(chained_fields(event), event.previous_hash)
    event.save(force_insert=True)
    return event

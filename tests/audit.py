"""What tests ask of the audit log."""

from __future__ import annotations

from django.db import models

from factcheck.audit.chain import event_hash
from factcheck.audit.models import AuditEvent


def events_of(target: models.Model) -> list[str]:
    """Return the actions noted for one row, oldest first."""
    noted = AuditEvent.objects.filter(
        target_type=target._meta.label_lower, target_id=target.pk
    ).order_by("id")
    return list(noted.values_list("action", flat=True))


def assert_chain_is_intact() -> None:
    """Recompute every hash from the stored rows: one chain, no fork, nothing changed."""
    previous = ""
    for event in AuditEvent.objects.order_by("id"):
        assert event.previous_hash == previous
        assert event.hash == event_hash(event.content(), previous)
        previous = event.hash

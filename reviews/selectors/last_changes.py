"""Who changed a row last, and when, by the audit log."""

from __future__ import annotations

import datetime

from django.db import models

from factcheck.audit.models import AuditEvent


def last_change(row: models.Model) -> tuple[str, datetime.datetime | None]:
    """Return name and time of the last event about `row`; "" and None when there is none."""
    events = AuditEvent.objects.filter(target_type=row._meta.label_lower, target_id=row.pk)
    last = events.order_by("-id").first()
    return (last.actor_name, last.at) if last else ("", None)

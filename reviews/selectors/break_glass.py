"""Who broke the glass of late: shown to everybody at the desk."""

from __future__ import annotations

import datetime

from django.utils import timezone

from factcheck.audit.models import BREAK_GLASS, AuditEvent
from reviews.models import QueueItem

SHOWN_FOR = datetime.timedelta(days=7)
SHOWN = 20


def recent_break_glass(item: QueueItem | None = None) -> list[AuditEvent]:
    """Return the forced moves of the last seven days, on `item` or on any, newest first."""
    since = timezone.now() - SHOWN_FOR
    events = AuditEvent.objects.filter(action__startswith=BREAK_GLASS, at__gte=since)
    if item is not None:
        events = events.filter(target_type=item._meta.label_lower, target_id=item.pk)
    return list(events.order_by("-id")[:SHOWN])

"""Feeds that have gone quiet. Apart from polling: the sweep asks for this, and reads no feed."""

from __future__ import annotations

from django.db import transaction
from django.utils import timezone

from claims.models import AlertKind, Feed
from claims.services.alerts import alert_raise
from claims.services.feeds import feed_lock


def feeds_note_quiet() -> None:
    """Raise an alert for each feed that has been silent for unusually long, once per silence."""
    due = Feed.objects.filter(paused_at=None, quiet_from__lte=timezone.now())
    for feed_id in due.values_list("pk", flat=True):
        with transaction.atomic():
            row = feed_lock(feed_id=feed_id)
            if row.quiet_from is None or row.quiet_from > timezone.now():
                continue
            since = row.last_new_at or row.added_at
            row.quiet_from = None
            row.save(update_fields=["quiet_from"])
            alert_raise(
                kind=AlertKind.SOURCE_QUIET,
                cause=f"feed {row.pk} since {since.isoformat()}",
                source=row.source,
                details={"feed": row.pk, "url": row.url, "since": since.isoformat()},
            )

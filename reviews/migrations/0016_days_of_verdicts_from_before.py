"""Give verdicts from before there was a day to look again theirs: without one none expires.

The day is counted from the publication, as for new ones. What is over already would come back all
at once, so each is put off by up to a month, by a hash of its id.
"""

from __future__ import annotations

import datetime
import hashlib
from typing import Any

from django.conf import settings
from django.db import migrations
from django.utils import timezone

SPREAD_DAYS = 30


def set_days(apps: Any, schema_editor: Any) -> None:
    """Set `review_by` of the published verdicts that have none."""
    verdicts = apps.get_model("reviews", "Verdict").objects.select_related("rating")
    today = timezone.localdate()
    for verdict in verdicts.filter(status="published", review_by=None).iterator():
        days = settings.LOOK_AGAIN_DAYS
        wanted = datetime.timedelta(days=days.get(verdict.rating.slug, days["else"]))
        due = timezone.localdate(verdict.published_at) + wanted
        verdict.review_by = max(due, today) + put_off(verdict.pk)
        verdict.save(update_fields=["review_by"])


def put_off(verdict_id: int) -> datetime.timedelta:
    """Return between 0 and SPREAD_DAYS - 1 days, the same for the same verdict."""
    digest = hashlib.sha256(f"look again {verdict_id}".encode()).digest()
    return datetime.timedelta(days=int.from_bytes(digest[:8]) % SPREAD_DAYS)


class Migration(migrations.Migration):
    dependencies = [("reviews", "0015_reviews_by_submission")]

    operations = [migrations.RunPython(set_days, migrations.RunPython.noop)]

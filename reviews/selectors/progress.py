"""How far somebody has come today, and how much still waits."""

from __future__ import annotations

import datetime
from dataclasses import dataclass

from django.db.models import Subquery
from django.utils import timezone

from factcheck.accounts.models import User
from factcheck.prepared import rows
from reviews.domain.states import TAKEABLE
from reviews.models import Lease, Review
from reviews.selectors.queue_counts import MOST_COUNTED, Some, bounded

# One statement, counted from indexes: every workspace shows it.
PROGRESS = """
SELECT (
    SELECT count(*) FROM reviews_review
    WHERE submitted_at >= %(since)s AND reviewer_id = %(person)s
), (
    SELECT count(*) FROM (
        SELECT FROM reviews_queueitem
        WHERE closed_at IS NULL AND state = ANY(%(takeable)s)
            AND (snoozed_until IS NULL OR snoozed_until <= now()) LIMIT %(most)s
    ) few
)"""


@dataclass(frozen=True, slots=True)
class Progress:
    """`done`: reviews the person handed in since midnight, theirs; `waiting`: claims to take."""

    done: int
    waiting: Some


def progress_of(person: User) -> Progress:
    """Return the person's progress in the time zone that is active."""
    midnight = datetime.datetime.combine(
        timezone.localdate(), datetime.time(), timezone.get_current_timezone()
    )
    asked = {"since": midnight, "person": person.pk, "takeable": [str(each) for each in TAKEABLE]}
    [(done, waiting)] = rows(PROGRESS, asked | {"most": MOST_COUNTED + 1})
    return Progress(done, bounded(waiting))


def taken_since(submitted: int, person: User) -> Lease | None:
    """Return what the person holds and took after handing in their review of that item."""
    own = Review.objects.filter(item=submitted, reviewer=person, submitted_at__isnull=False)
    held = Lease.objects.filter(
        reviewer=person, ended_at__isnull=True, expires_at__gt=timezone.now(),
        taken_at__gt=Subquery(own.values("submitted_at")[:1]),
    )  # fmt: skip
    return held.order_by("-taken_at").first()

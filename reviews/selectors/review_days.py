"""When a verdict is to be looked at again, unless its approver says otherwise."""

from __future__ import annotations

import datetime

from django.conf import settings
from django.utils import timezone

from reviews.models import Verdict


def review_day(verdict: Verdict) -> datetime.date:
    """Return the day, counted from today, that the desk's settings give for the rating."""
    days: dict[str, int] = settings.LOOK_AGAIN_DAYS
    wanted = days.get(verdict.rating.slug, days["else"])
    return timezone.localdate() + datetime.timedelta(days=wanted)

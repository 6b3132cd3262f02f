"""Days that are over are counted once, in each time zone somebody reads the dashboard in."""

from __future__ import annotations

import datetime
import zoneinfo

from django.conf import settings
from django.db import connection, transaction
from django.utils import timezone

from factcheck.accounts.models import User
from reviews.models import DayTally, Passage, TalliedZone
from reviews.selectors.dashboard_events import DAYS, PASSAGES

ONE_DAY = datetime.timedelta(days=1)
# No transaction is under way for longer: what it noted before midnight is there to be counted.
SETTLED = datetime.timedelta(hours=1)
EVER = datetime.datetime(1970, 1, 1, tzinfo=datetime.UTC)

INSERT_DAYS = f"""
INSERT INTO reviews_daytally (zone_id, day, split, happening, key, count)
SELECT %(zone)s, day, split, happening, key, count FROM ({DAYS}) AS counted"""  # noqa: S608 (our own)
INSERT_PASSAGES = f"""
INSERT INTO reviews_passage
    (item_id, published_at, triage, first_review, second_review, sign_off)
{PASSAGES} ON CONFLICT DO NOTHING"""


def days_tally() -> int:
    """Count the days that are over and were not yet; return how many rows that made.

    Running it twice, or by two workers at once, leaves the same rows.
    """
    made = _written(INSERT_PASSAGES)
    for zone in zones_in_use():
        TalliedZone.objects.get_or_create(zone=zone)
        made += _zone_tally(zone)
    return made


def days_tally_again() -> int:
    """Forget all tallies and passages, and count again: after a change of what is counted."""
    with transaction.atomic():
        DayTally.objects.all().delete()
        Passage.objects.all().delete()
        TalliedZone.objects.all().delete()
        return days_tally()


def zones_in_use() -> list[str]:
    """Return the site's time zone and those people of the desk chose, by name."""
    chosen = User.objects.filter(is_active=True).exclude(time_zone="")
    return sorted({settings.TIME_ZONE, *chosen.values_list("time_zone", flat=True)})


def _zone_tally(zone: str) -> int:
    with transaction.atomic():
        row = TalliedZone.objects.select_for_update(no_key=True).get(pk=zone)
        here = zoneinfo.ZoneInfo(zone)
        until = (timezone.now() - SETTLED).astimezone(here).date() - ONE_DAY
        if row.until is not None and row.until >= until:
            return 0
        since = _midnight(row.until + ONE_DAY, here) if row.until else EVER
        made = _written(INSERT_DAYS, zone=zone, since=since, until=_midnight(until + ONE_DAY, here))
        row.until = until
        row.save(update_fields=["until"])
    return made


def _written(statement: str, **values: str | datetime.datetime) -> int:
    with connection.cursor() as cursor:
        cursor.execute(statement, values)
        return int(cursor.rowcount)


def _midnight(day: datetime.date, zone: zoneinfo.ZoneInfo) -> datetime.datetime:
    return datetime.datetime.combine(day, datetime.time(), zone)

"""When a report that repeats is made next: an hour on a clock of its own time zone."""

from __future__ import annotations

import datetime
import zoneinfo
from enum import StrEnum

ONE_DAY = datetime.timedelta(days=1)


class Repeat(StrEnum):
    """How often: every day, every Monday, or on the first of every month."""

    DAILY = "daily"
    WEEKLY = "weekly"
    MONTHLY = "monthly"


def next_run(
    repeat: Repeat, *, hour: int, zone: zoneinfo.ZoneInfo, after: datetime.datetime
) -> datetime.datetime:
    """Return the first run after `after`, in UTC. `hour` is 0 to 23 on the clock of `zone`.

    An hour that the change to summer time leaves out is run when the clock has passed it; one that
    comes twice in autumn is run the first time.
    """
    day = after.astimezone(zone).date()
    while True:
        run = datetime.datetime.combine(day, datetime.time(hour), zone).astimezone(datetime.UTC)
        if _falls_on(repeat, day) and run > after:
            return run
        day += ONE_DAY


def _falls_on(repeat: Repeat, day: datetime.date) -> bool:
    if repeat == Repeat.WEEKLY:
        return day.weekday() == 0
    return repeat == Repeat.DAILY or day.day == 1

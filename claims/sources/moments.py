"""Times as feeds and pages write them."""

from __future__ import annotations

import datetime
from email.utils import parsedate_to_datetime

from factcheck.centuries import is_within_centuries


def moment(text: str) -> datetime.datetime | None:
    """Return the time in `text` (ISO 8601 or RFC 5322), in UTC where it names no zone; else None.

    A day alone is its first moment. What no article can have, such as the year 0001 of a missing
    date, is None.
    """
    for read in (datetime.datetime.fromisoformat, parsedate_to_datetime):
        try:
            return in_utc(read(text.strip()))
        except (ValueError, TypeError, OverflowError, IndexError):
            continue
    return None


def in_utc(time: datetime.datetime) -> datetime.datetime | None:
    """Return `time` in UTC, which it is in if it has no zone; None outside of our centuries."""
    if not is_within_centuries(time):
        return None
    return (
        time.replace(tzinfo=datetime.UTC) if time.tzinfo is None else time.astimezone(datetime.UTC)
    )

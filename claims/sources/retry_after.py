"""The header with which a server says when to come back (RFC 9110, 10.2.3)."""

from __future__ import annotations

import datetime
import re
from email.utils import parsedate_to_datetime


def retry_after_seconds(value: str, *, now: datetime.datetime) -> float | None:
    """Return the seconds from `now`, never below 0: of "120" as of an HTTP date.

    None for what is neither.
    """
    value = value.strip()
    if re.fullmatch(r"[0-9]{1,9}", value):
        return float(value)
    try:
        at = parsedate_to_datetime(value)
    except (ValueError, OverflowError):
        return None
    if at.tzinfo is None:  # "-0000": UTC all the same, says the RFC
        at = at.replace(tzinfo=datetime.UTC)
    return max(0.0, (at - now).total_seconds())

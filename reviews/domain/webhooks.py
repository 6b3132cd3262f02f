"""Webhooks without a network: what is signed, and when to try again."""

from __future__ import annotations

import datetime
import hashlib
import hmac

MAX_ATTEMPTS = 24
FIRST_PAUSE = datetime.timedelta(seconds=30)
LONGEST_PAUSE = datetime.timedelta(hours=6)
DOUBLINGS = 20  # more are over the longest pause whatever the first one is


def pause_after(attempts: int) -> datetime.timedelta:
    """Return how long to wait after the attempt of that number: twice as long each time.

    Half a minute at first, six hours at most; MAX_ATTEMPTS take about four days.
    """
    factor: int = 2 ** min(attempts - 1, DOUBLINGS)
    return min(FIRST_PAUSE * factor, LONGEST_PAUSE)


def signature(secret: str, body: bytes, *, timestamp: int) -> str:
    """Return the header by which a receiver knows that we sent `body`, and when.

    The time is signed with it, so that what was recorded cannot be sent again later.
    """
    signed = f"{timestamp}.".encode() + body
    digest = hmac.new(secret.encode(), signed, hashlib.sha256).hexdigest()
    return f"t={timestamp},v1={digest}"

"""When a feed is polled again and from when its silence is unusual: arithmetic without rows."""

from __future__ import annotations

import datetime
from collections.abc import Iterable
from itertools import pairwise
from statistics import median

SHORTEST_INTERVAL, LONGEST_INTERVAL = 10 * 60, 6 * 3600  # seconds
LONGEST_BACK_OFF = datetime.timedelta(days=1)
LEAST_SILENCE = datetime.timedelta(days=2)
SILENT_GAPS = 3
LONGEST_GAP = 90 * 24 * 3600  # seconds: entries of 1700 and 1900 tell of no rhythm
GAPS_LOOKED_AT = 30
DOUBLINGS = 12  # more are over the longest pause whatever the interval is


def gap_of(times: Iterable[datetime.datetime]) -> int | None:
    """Return the usual time between two entries in seconds; None where fewer than three are dated.

    The median of the newest ones, so that a night or a holiday does not count; 90 days at most.
    """
    newest = sorted(set(times), reverse=True)[: GAPS_LOOKED_AT + 1]
    gaps = [(later - earlier).total_seconds() for later, earlier in pairwise(newest)]
    return min(round(median(gaps)), LONGEST_GAP) if len(gaps) >= 2 else None


def interval_of(gap: int | None, before: int) -> int:
    """Return the seconds until the next poll: half the usual gap, within bounds.

    Without a known gap it is `before`, what it was.
    """
    wanted = before if gap is None else gap // 2
    return min(max(wanted, SHORTEST_INTERVAL), LONGEST_INTERVAL)


def back_off(interval: int, failures: int, asked: float | None) -> datetime.timedelta:
    """Return the pause after that many failures in a row: twice as long each time, up to a day.

    `asked` are the seconds the site wants to be left alone for.
    """
    doubled = datetime.timedelta(seconds=interval * 2 ** min(failures, DOUBLINGS))
    wanted = datetime.timedelta(seconds=min(asked or 0, LONGEST_BACK_OFF.total_seconds()))
    return max(min(doubled, LONGEST_BACK_OFF), wanted)


def quiet_from(last: datetime.datetime, gap: int | None) -> datetime.datetime:
    """Return from when on it is unusual that nothing new came after `last`."""
    usual = datetime.timedelta(seconds=SILENT_GAPS * (gap or 0))
    return last + max(usual, LEAST_SILENCE)

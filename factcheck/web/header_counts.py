"""The numbers in the header of every page, in one question to the database."""

from __future__ import annotations

from functools import cached_property

from claims.selectors.alerts import OPEN
from factcheck.accounts.models import User
from factcheck.prepared import rows
from reviews.selectors.notifications import UNREAD, unread_asked

# Both count at most %(most)s rows, by an index alone.
BOTH = f"SELECT ({OPEN}), ({UNREAD})"


class HeaderCounts:
    """What waits for a person; asked when the header is shown: a fragment has none to show."""

    def __init__(self, reader: User) -> None:
        self._reader = reader

    @property
    def open_alerts(self) -> int:
        """Return how many alerts are open."""
        return self._both[0]

    @property
    def unread(self) -> int:
        """Return how many notifications the person has not read."""
        return self._both[1]

    @cached_property
    def _both(self) -> tuple[int, int]:
        [(alerts, unread)] = rows(BOTH, unread_asked(self._reader))
        return alerts, unread

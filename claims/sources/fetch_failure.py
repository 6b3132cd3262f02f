"""A page that was not fetched."""

from __future__ import annotations

from factcheck.http.failure import Why

# Tomorrow it is the same, unless a person does something.
LASTING = frozenset(
    {
        Why.BAD_ADDRESS, Why.BAD_PORT, Why.NOT_PUBLIC, Why.NOT_TRUSTED, Why.ENCODING,
        Why.TOO_LARGE, Why.REDIRECTS, Why.DOWNGRADE, Why.ROBOTS,
    }
)  # fmt: skip
# The statuses that pass; any other from 400 to 499 will be the same tomorrow.
PASSING_STATUSES = frozenset({408, 425, 429})
NOT_ASKED = frozenset({Why.TOO_SOON, Why.REDIS_AWAY})


class FetchFailed(Exception):
    """No page. The message is for the log; `fetch_error_text(why)` words it for people.

    `status` is that of HTTP for Why.HTTP_STATUS; `retry_after` are the seconds before which it is
    of no use, or not polite, to ask again, None when nobody said.
    """

    def __init__(
        self,
        why: Why,
        message: str,
        *,
        status: int | None = None,
        retry_after: float | None = None,
    ) -> None:
        super().__init__(message)
        self.why = why
        self.status = status
        self.retry_after = retry_after

    @property
    def may_pass(self) -> bool:
        """Say whether it is of use to ask again by and by."""
        refused = 400 <= (self.status or 0) < 500 and self.status not in PASSING_STATUSES
        return self.why not in LASTING and not refused

    @property
    def was_asked(self) -> bool:
        """Say whether this was an attempt: not if our own pacing forbade it, or Redis is away."""
        return self.why not in NOT_ASKED

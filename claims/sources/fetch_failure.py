"""A page that was not fetched."""

from __future__ import annotations

from factcheck.http.failure import Why


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

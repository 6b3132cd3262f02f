"""A page of the web, fetched as a guest: guarded, bounded, saying who asks."""

from __future__ import annotations

import datetime
from collections.abc import Mapping
from dataclasses import dataclass

from django.conf import settings

from factcheck.http.client import Bounds, Fetched, fetch
from factcheck.http.failure import NoAnswer, Why

__all__ = ["Bounds", "FetchFailed", "FetchedPage", "Why", "page_fetch"]

NOT_MODIFIED = 304


@dataclass(frozen=True, slots=True)
class FetchedPage:
    """What came. Names of headers are lower case; `body` is decompressed; `fetched_at` is UTC.

    `url` gave it, after all redirects from `asked_url`. `is_unchanged`: it is still what `etag` or
    `last_modified` stood for, and `body` is empty.
    """

    url: str
    asked_url: str
    status: int
    headers: Mapping[str, str]
    body: bytes
    fetched_at: datetime.datetime
    is_unchanged: bool = False


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


def page_fetch(
    url: str,
    *,
    etag: str = "",
    last_modified: str = "",
    bounds: Bounds | None = None,
    heed_robots: bool = True,
) -> FetchedPage:
    """Get `url`; raises FetchFailed, also for a status that is no success.

    `etag` and `last_modified` are those of the copy that is there already, as its headers had them.
    """
    del heed_robots  # until robots.txt is read
    conditions = {"If-None-Match": etag, "If-Modified-Since": last_modified}
    headers = {"User-Agent": settings.FETCH_AGENT, **{k: v for k, v in conditions.items() if v}}
    bounds = bounds or Bounds(settings.FETCH_SECONDS, settings.FETCH_MAX_BYTES)
    try:
        fetched = fetch(url, headers=headers, bounds=bounds, allow_hosts=settings.FETCH_ALLOW_HOSTS)
    except NoAnswer as error:
        raise FetchFailed(error.why, str(error)) from error
    return _page(url, fetched)


def _page(asked: str, fetched: Fetched) -> FetchedPage:
    answer = fetched.answer
    is_unchanged = answer.status == NOT_MODIFIED
    if not is_unchanged and not 200 <= answer.status < 300:
        message = f"answered with status {answer.status}"
        raise FetchFailed(Why.HTTP_STATUS, message, status=answer.status)
    return FetchedPage(
        url=fetched.url,
        asked_url=asked,
        status=answer.status,
        headers=answer.headers,
        body=answer.body,
        fetched_at=datetime.datetime.now(datetime.UTC),
        is_unchanged=is_unchanged,
    )

"""A page of the web, fetched as a guest: guarded, bounded, saying who asks, and not too often."""

from __future__ import annotations

import datetime
from collections.abc import Mapping
from dataclasses import dataclass
from functools import partial

from django.conf import settings

from claims.sources.fetch_failure import FetchFailed
from claims.sources.pacing import LONGEST_HOLD, host_hold, turn_take
from claims.sources.retry_after import retry_after_seconds
from claims.sources.robots import robots_rules
from factcheck.http.client import Bounds, Fetched, fetch
from factcheck.http.deadline import Deadline
from factcheck.http.failure import NoAnswer, Why
from factcheck.http.target import Target, target_of

__all__ = ["Bounds", "FetchFailed", "FetchedPage", "Why", "page_fetch"]

# Others that say success do not come with the page: 202 is how some ask whether one is a robot.
WITH_PAGE = frozenset({200, 203})
NOT_MODIFIED, TOO_MANY_REQUESTS, UNAVAILABLE = 304, 429, 503
MAX_ETAG, MAX_MODIFIED = 300, 100  # characters
LONGEST_CRAWL_DELAY = 60.0  # seconds
HOLD_SECONDS = 60.0  # after "too many requests" that does not say for how long


@dataclass(frozen=True, slots=True)
class FetchedPage:
    """What came. Names of headers are lower case; `body` is unpacked; `fetched_at` is UTC.

    `url` gave it, after all redirects from `asked_url`; `moved_to` is where those led that say it
    has moved for good, "" if none does. `is_unchanged`: it is still what `etag` or `last_modified`
    stood for, and `body` is empty.
    """

    url: str
    asked_url: str
    status: int
    headers: Mapping[str, str]
    body: bytes
    fetched_at: datetime.datetime
    is_unchanged: bool = False
    moved_to: str = ""

    @property
    def etag(self) -> str:
        """What tells this state of the page from others, to be kept and sent back."""
        return self._short("etag", MAX_ETAG)

    @property
    def last_modified(self) -> str:
        """When the page was changed last, as its server writes it."""
        return self._short("last-modified", MAX_MODIFIED)

    @property
    def charset(self) -> str:
        """The encoding as the server names it, "" if it names none."""
        kind = self.headers.get("content-type", "").lower()
        return kind.partition("charset=")[2].partition(";")[0].strip("\"' ")

    def _short(self, header: str, limit: int) -> str:
        """Return a header, "" when it is too long to be kept whole: half of one matches nothing."""
        value = self.headers.get(header, "").replace("\x00", "")
        return value if len(value) <= limit else ""


def page_fetch(
    url: str,
    *,
    etag: str = "",
    last_modified: str = "",
    bounds: Bounds | None = None,
    heed_robots: bool = True,
) -> FetchedPage:
    """Get `url`; raises FetchFailed, also for a status that is no success, and never waits.

    `etag` and `last_modified` are those of the copy that is there already, as its headers had them.
    `heed_robots=False` is for a page a person names as evidence: robots.txt is for programs that
    find pages by themselves, and this one was read by whoever cites it. Its pace is kept anyway.
    """
    conditions = _conditions(etag, last_modified)
    try:
        fetched = fetch(
            url,
            headers={"User-Agent": settings.FETCH_AGENT, **conditions},
            bounds=bounds or Bounds(settings.FETCH_SECONDS, settings.FETCH_MAX_BYTES),
            allow_hosts=settings.FETCH_ALLOW_HOSTS,
            before=partial(_knock, hosts=set(), heed_robots=heed_robots),
        )
    except NoAnswer as error:
        raise FetchFailed(error.why, str(error)) from error
    return _page(url, fetched, has_copy=bool(conditions))


def _conditions(etag: str, last_modified: str) -> dict[str, str]:
    """Return the headers that ask for the page only if it changed."""
    values = {"If-None-Match": etag.strip(), "If-Modified-Since": last_modified.strip()}
    return {
        name: value
        for name, value in values.items()
        if value and value.isascii() and value.isprintable()
    }


def _knock(target: Target, deadline: Deadline, *, hosts: set[str], heed_robots: bool) -> None:
    """Raise FetchFailed (robots, robots_away, too_soon) unless `target` may be asked now.

    A host that redirects to itself is asked twice without a pause, as any browser does.
    """
    pause = settings.FETCH_HOST_PAUSE
    if heed_robots:
        rules = robots_rules(target, deadline)
        if not rules.allow(target.url):
            raise FetchFailed(Why.ROBOTS, "its robots.txt does not allow it")
        pause = max(pause, min(rules.pause, LONGEST_CRAWL_DELAY))
    if target.host in hosts:
        return
    hosts.add(target.host)
    if wait := turn_take(target.host, pause=pause):
        raise FetchFailed(Why.TOO_SOON, "the host was asked a moment ago", retry_after=wait)


def _page(asked: str, fetched: Fetched, *, has_copy: bool) -> FetchedPage:
    answer, now = fetched.answer, datetime.datetime.now(datetime.UTC)
    is_unchanged = has_copy and answer.status == NOT_MODIFIED
    if not is_unchanged and answer.status not in WITH_PAGE:
        raise _refused(fetched, now)
    return FetchedPage(
        url=fetched.url,
        asked_url=asked,
        status=answer.status,
        headers=answer.headers,
        body=b"" if is_unchanged else answer.body,
        fetched_at=now,
        is_unchanged=is_unchanged,
        moved_to=fetched.moved_to,
    )


def _refused(fetched: Fetched, now: datetime.datetime) -> FetchFailed:
    """Return the failure; the host is left alone by all for as long as it asks to be."""
    status, wait = fetched.answer.status, None
    if status in {TOO_MANY_REQUESTS, UNAVAILABLE}:
        wait = retry_after_seconds(fetched.answer.headers.get("retry-after", ""), now=now)
        if wait is None and status == TOO_MANY_REQUESTS:
            wait = HOLD_SECONDS
        if wait is not None:
            wait = min(wait, LONGEST_HOLD)
            host_hold(target_of(fetched.url).host, seconds=wait)
    message = f"answered with status {status}"
    return FetchFailed(Why.HTTP_STATUS, message, status=status, retry_after=wait)

"""What a feed answered, with the parts of an index of sitemaps. No rows are touched here."""

from __future__ import annotations

import time
from dataclasses import dataclass, replace

from django.conf import settings

from claims.sources.feed_entries import FeedEntry, ReadFeed, newest_first
from claims.sources.feed_reading import MAX_SITEMAP_BYTES, read_feed
from claims.sources.fetching import Bounds, FetchedPage, FetchFailed, Why, page_fetch
from claims.sources.page_heads import page_head
from factcheck.errors import InvalidInput

MOST_PARTS = 6  # of an index of sitemaps, at one poll: the newest
MOST_DEPTH = 2
# For which one poll holds its worker, waits for the pace of the site included: its page that names
# the feed (once, when the feed is added: its site may ask for a minute between two), and the parts.
MOST_SECONDS, PARTS_SECONDS = 75.0, 20.0


@dataclass(frozen=True, slots=True)
class FeedAnswer:
    """One poll's answer. `feed` is None when nothing changed since the last one.

    `url` is where the feed is from now on: a page named it, or it has moved for good.
    """

    url: str
    feed: ReadFeed | None
    etag: str = ""
    last_modified: str = ""


def feed_answer(url: str, *, etag: str, last_modified: str) -> FeedAnswer:
    """Ask the feed at `url`, or the feed that the page at `url` names first.

    Raises FetchFailed, and InvalidInput when it can be fetched and is no feed.
    """
    until = time.monotonic() + MOST_SECONDS
    fetched = _fetched(url, etag=etag, last_modified=last_modified)
    url = fetched.moved_to or url
    if fetched.is_unchanged:
        return FeedAnswer(url, None, etag, last_modified)
    try:
        feed = _read(fetched)
    except InvalidInput as error:
        named = page_head(fetched.body, url=fetched.url).feeds if error.code == "page" else ()
        if not named:
            raise
        url, fetched = named[0], _fetched_in_turn(named[0], until)
        feed = _read(fetched)
    if feed.parts:
        feed = replace(feed, entries=newest_first(_entries_of_parts(feed.parts)))
        return FeedAnswer(url, feed)  # that the index is unchanged says nothing of its parts
    return FeedAnswer(url, feed, fetched.etag, fetched.last_modified)


def _entries_of_parts(parts: tuple[str, ...]) -> list[FeedEntry]:
    """Return the entries of the newest parts of an index; a broken part is left out.

    So is what is not begun within PARTS_SECONDS, which is the older ones: a site that asks for long
    pauses is read less deeply, rather than keep a worker from all other sites.

    An index within an index counts as a part; how many are fetched is bounded over all depths.
    """
    until = time.monotonic() + PARTS_SECONDS
    waiting = [(part, 1) for part in parts[:MOST_PARTS]]
    entries: list[FeedEntry] = []
    asked = 0
    while waiting and asked < MOST_PARTS and time.monotonic() < until:
        url, depth = waiting.pop(0)
        asked += 1
        try:
            feed = _read(_fetched_in_turn(url, until))
        except (FetchFailed, InvalidInput):
            continue
        entries += feed.entries
        if depth < MOST_DEPTH:
            waiting = [(part, depth + 1) for part in feed.parts[:MOST_PARTS]] + waiting
    return entries


def _fetched(url: str, *, etag: str = "", last_modified: str = "") -> FetchedPage:
    bounds = Bounds(settings.FETCH_SECONDS, MAX_SITEMAP_BYTES)
    return page_fetch(url, etag=etag, last_modified=last_modified, bounds=bounds)


def _fetched_in_turn(url: str, until: float) -> FetchedPage:
    """Fetch what belongs to an answer that has begun; wait for the pace of its host, up to `until`.

    Raises FetchFailed. To come back later would mean to ask for the beginning once more. This is
    the one place where a worker sleeps; `page_fetch` itself never does.
    """
    while True:
        try:
            return _fetched(url)
        except FetchFailed as error:
            wait = error.retry_after or settings.FETCH_HOST_PAUSE
            if error.why != Why.TOO_SOON or time.monotonic() + wait > until:
                raise
            time.sleep(wait)


def _read(fetched: FetchedPage) -> ReadFeed:
    kind = fetched.headers.get("content-type", "").lower()
    charset = kind.partition("charset=")[2].partition(";")[0].strip("\"' ")
    return read_feed(fetched.body, url=fetched.url, charset=charset)

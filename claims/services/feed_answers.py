"""What a feed answered, or one part of an index of sitemaps. No rows are touched, nobody sleeps."""

from __future__ import annotations

from dataclasses import dataclass

from django.conf import settings

from claims.sources.feed_entries import ReadFeed
from claims.sources.feed_reading import MAX_SITEMAP_BYTES, read_feed
from claims.sources.fetching import Bounds, FetchedPage, FetchFailed, page_fetch
from claims.sources.page_heads import page_head
from factcheck.errors import InvalidInput

MOST_PARTS = 6  # of an index of sitemaps, at one poll: the newest
MOST_DEPTH = 2
NAMED = 0  # the depth of a feed that a page named; the parts of an index begin at 1


@dataclass(frozen=True, slots=True)
class Parts:
    """What belongs to an answer and is still to be asked for: addresses with their depth, in turn.

    `left` is how many of them may be, those that they name themselves included.
    """

    waiting: tuple[tuple[str, int], ...] = ()
    left: int = 0

    def after_first(self, feed: ReadFeed | None) -> Parts:
        """Return what is left when the first was asked for and said `feed`, or nothing.

        An index within an index counts as a part; its own parts go before what waits.
        """
        (_url, depth), *rest = self.waiting
        goes_on = feed is not None and depth < MOST_DEPTH
        within = [(part, depth + 1) for part in feed.parts] if feed and goes_on else []
        left = self.left - 1
        return Parts(tuple([*within, *rest][:left]), left)


@dataclass(frozen=True, slots=True)
class FeedAnswer:
    """One poll's answer. `feed` is None when nothing changed since the last one, or nothing came.

    `url` is where the feed is from now on: a page named it, or it has moved for good. `parts` are
    asked for next, each by a poll of its own: its site may want a pause before each.
    """

    url: str
    feed: ReadFeed | None
    etag: str = ""
    last_modified: str = ""
    parts: Parts = Parts()

    @property
    def is_of_page(self) -> bool:
        """Whether a page named a feed: that feed still has to tell whether the poll works."""
        return self.parts.waiting[:1] != () and self.parts.waiting[0][1] == NAMED


def feed_answer(url: str, *, etag: str, last_modified: str) -> FeedAnswer:
    """Ask the feed at `url`; of a page there the feed it names first is a part to be asked for.

    Raises FetchFailed, and InvalidInput when it can be fetched and is no feed.
    """
    fetched = _fetched(url, etag=etag, last_modified=last_modified)
    url = fetched.moved_to or url
    if fetched.is_unchanged:
        return FeedAnswer(url, None, etag, last_modified)
    try:
        return _answer(url, fetched)
    except InvalidInput as error:
        if error.code != "page":
            raise
        named = page_head(fetched.body, url=fetched.url, charset=fetched.charset).feeds
        if not named:
            raise
        return FeedAnswer(url, None, parts=Parts(((named[0], NAMED),), 1))


def part_answer(url: str, parts: Parts) -> FeedAnswer:
    """Ask for the first of `parts` of the feed at `url`. A broken part of an index is left out.

    Raises what `feed_answer` raises for a feed that a page named: a page that names a page is no
    feed. Raises FetchFailed for what was not asked for yet.
    """
    address, depth = parts.waiting[0]
    if depth == NAMED:
        return _answer(address, _fetched(address))
    feed = None
    try:
        feed = _read(_fetched(address))
    except FetchFailed as error:
        if not error.was_asked:
            raise
    except InvalidInput:
        pass
    return FeedAnswer(url, feed, parts=parts.after_first(feed))


def _answer(url: str, fetched: FetchedPage) -> FeedAnswer:
    feed = _read(fetched)
    if feed.parts:  # that the index is unchanged says nothing of its parts: no ETag is kept
        parts = tuple((part, NAMED + 1) for part in feed.parts[:MOST_PARTS])
        return FeedAnswer(url, feed, parts=Parts(parts, MOST_PARTS))
    return FeedAnswer(url, feed, fetched.etag, fetched.last_modified)


def _fetched(url: str, *, etag: str = "", last_modified: str = "") -> FetchedPage:
    bounds = Bounds(settings.FETCH_SECONDS, MAX_SITEMAP_BYTES)
    return page_fetch(url, etag=etag, last_modified=last_modified, bounds=bounds)


def _read(fetched: FetchedPage) -> ReadFeed:
    return read_feed(fetched.body, url=fetched.url, charset=fetched.charset)

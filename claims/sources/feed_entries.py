"""What a feed says: the pages it names, and when they were written and changed."""

from __future__ import annotations

import datetime
from collections.abc import Iterable
from dataclasses import dataclass
from itertools import islice

from claims.sources.page_addresses import address_key

MOST_ENTRIES = 1_000
BEFORE_ALL = datetime.datetime.min.replace(tzinfo=datetime.UTC)


@dataclass(frozen=True, slots=True)
class FeedEntry:
    """A page named by a feed; "" and None for what the feed does not say. Times are in UTC."""

    url: str
    title: str = ""
    author: str = ""
    published_at: datetime.datetime | None = None
    changed_at: datetime.datetime | None = None

    @property
    def key(self) -> str:
        """Return by what two entries are known to be one page."""
        return address_key(self.url)

    @property
    def dated(self) -> datetime.datetime | None:
        """Return when it was written, or last changed where only that is known."""
        return self.published_at or self.changed_at


@dataclass(frozen=True, slots=True)
class ReadFeed:
    """A feed as read. `kind` is one of rss, atom, json, sitemap.

    `entries` are newest first, each page once. `parts` are the addresses of the sitemaps that an
    index of sitemaps names, newest first.
    """

    kind: str
    title: str = ""
    entries: tuple[FeedEntry, ...] = ()
    parts: tuple[str, ...] = ()


def newest_first(entries: Iterable[FeedEntry]) -> tuple[FeedEntry, ...]:
    """Return the MOST_ENTRIES newest entries, each page once; those without date come last.

    Those stay in the order of the feed. Of two entries for one page the newer one is kept. No more
    than a few thousand are held at a time, however many there are.
    """
    waiting = iter(entries)
    kept: tuple[FeedEntry, ...] = ()
    while some := tuple(islice(waiting, 4 * MOST_ENTRIES)):
        kept = _newest((*kept, *some))
    return kept


def _newest(entries: tuple[FeedEntry, ...]) -> tuple[FeedEntry, ...]:
    in_order = sorted(entries, key=lambda each: each.dated or BEFORE_ALL, reverse=True)
    once: dict[str, FeedEntry] = {}
    for entry in in_order:
        once.setdefault(entry.key, entry)
        if len(once) >= MOST_ENTRIES:
            break
    return tuple(once.values())

"""RSS and Atom, by feedparser: it reads what a browser would, also what is no XML any more."""

from __future__ import annotations

import calendar
import datetime
import io
from typing import Any

import feedparser

from claims.sources.feed_entries import FeedEntry, ReadFeed, newest_first
from claims.sources.moments import in_utc, moment
from claims.sources.page_addresses import absolute

MAX_TITLE, MAX_AUTHOR = 500, 300


def feed_from_xml(text: str, *, url: str) -> ReadFeed:
    """Return the feed in `text`, which came from `url`: relative links count from there.

    The kind is "" when it is no feed. `text` has to be what `foreign_xml.xml_text` let through:
    feedparser itself would expand entities.
    """
    read = feedparser.parse(
        io.BytesIO(text.encode()),
        response_headers={
            "content-location": url,
            "content-type": "application/xml; charset=utf-8",
        },
        sanitize_html=False,  # nothing of the entries' HTML is kept
        resolve_relative_uris=False,
    )
    kind = "atom" if read.version.startswith("atom") else "rss" if read.version else ""
    entries = (_entry(each, url) for each in read.entries)
    title = _line(dict.get(read.feed, "title"))
    return ReadFeed(kind, title, newest_first(each for each in entries if each.url))


def _entry(entry: dict[str, Any], url: str) -> FeedEntry:
    # dict.get: feedparser's own answers one date with another, and warns about it.
    return FeedEntry(
        url=_link(entry, url),
        title=_line(dict.get(entry, "title"))[:MAX_TITLE],
        author=_line(dict.get(entry, "author"))[:MAX_AUTHOR],
        published_at=_time(entry, "published") or _time(entry, "created"),
        changed_at=_time(entry, "updated"),
    )


def _link(entry: dict[str, Any], url: str) -> str:
    """Return the page of an entry: its link, or its id where that is an address."""
    links = dict.get(entry, "links") or []
    pages = [each.get("href", "") for each in links if each.get("rel") in {None, "alternate"}]
    identity = str(dict.get(entry, "id") or "")
    wanted = [*pages, str(dict.get(entry, "link") or "")]
    wanted += [identity] if identity.startswith(("http://", "https://")) else []
    return next(filter(None, (absolute(url, each) for each in wanted if each)), "")


def _time(entry: dict[str, Any], name: str) -> datetime.datetime | None:
    """Return a time of an entry, by feedparser's reading or else by ours; None if neither can."""
    parsed = dict.get(entry, f"{name}_parsed")
    if parsed is None:
        return moment(str(dict.get(entry, name) or ""))
    try:
        return in_utc(datetime.datetime.fromtimestamp(calendar.timegm(parsed), datetime.UTC))
    except (ValueError, OverflowError, OSError):
        return None


def _line(value: object) -> str:
    return " ".join(str(value or "").split())

"""JSON Feed, versions 1 and 1.1 (https://www.jsonfeed.org/version/1.1/)."""

from __future__ import annotations

import json
from typing import Any

from django.utils.translation import gettext as _

from claims.sources.feed_entries import FeedEntry, ReadFeed, newest_first
from claims.sources.moments import moment
from claims.sources.page_addresses import absolute
from factcheck.errors import InvalidInput

MAX_TITLE, MAX_AUTHOR = 500, 300


def feed_from_json(text: str, *, url: str) -> ReadFeed:
    """Return the JSON Feed in `text`, which came from `url`. Raises InvalidInput if it is none.

    A broken item is left out; it keeps no other from being read.
    """
    try:
        feed = json.loads(text)
    except (ValueError, RecursionError) as error:
        raise InvalidInput("file", _("This JSON cannot be read."), code="json") from error
    items = feed.get("items") if isinstance(feed, dict) else None
    if not isinstance(items, list):
        raise InvalidInput("file", _("This JSON is no JSON Feed: it has no items."), code="json")
    entries = (_entry(each, url) for each in items if isinstance(each, dict))
    return ReadFeed(
        "json", _line(feed.get("title")), newest_first(each for each in entries if each.url)
    )


def _entry(item: dict[str, Any], url: str) -> FeedEntry:
    link = item.get("url") or item.get("external_url") or ""
    return FeedEntry(
        url=absolute(url, link) if isinstance(link, str) and link else "",
        title=_line(item.get("title"))[:MAX_TITLE],
        author=_author(item)[:MAX_AUTHOR],
        published_at=moment(_line(item.get("date_published"))),
        changed_at=moment(_line(item.get("date_modified"))),
    )


def _author(item: dict[str, Any]) -> str:
    """Return the names of the authors: a list since version 1.1, one before."""
    authors = item.get("authors")
    people = authors if isinstance(authors, list) else [item.get("author")]
    return ", ".join(_line(each.get("name")) for each in people if isinstance(each, dict))


def _line(value: object) -> str:
    """Return a text as one line JSON may hold halves of characters, which no row does."""
    text = " ".join(value.split()) if isinstance(value, str) else ""
    return text.encode("utf-8", "ignore").decode().replace("\x00", "")

"""Sitemaps (https://www.sitemaps.org/protocol.html), news sitemaps, and indexes of sitemaps."""

from __future__ import annotations

import datetime
import heapq
from collections.abc import Iterator

from django.utils.translation import gettext as _

from claims.sources.feed_entries import BEFORE_ALL, FeedEntry, ReadFeed, newest_first
from claims.sources.moments import moment
from claims.sources.page_addresses import absolute
from claims.sources.xml_rows import Row, xml_rows
from factcheck.errors import InvalidInput

MOST_PARTS = 500
MAX_TITLE = 500


def sitemap_from_xml(text: str, *, url: str) -> ReadFeed:
    """Return the sitemap in `text`, which came from `url`.

    Pages without a date are left out: an archive names each page it ever had, and nothing else
    tells which are new. Raises InvalidInput when there are pages and none has a date.
    """
    pages = newest_first(_entries(text, url))
    dated = tuple(each for each in pages if each.dated)
    if pages and not dated:
        message = _("This sitemap does not say when its pages were written. Give a feed instead.")
        raise InvalidInput("file", message, code="undated")
    return ReadFeed("sitemap", entries=dated)


def index_from_xml(text: str, *, url: str) -> ReadFeed:
    """Return the index of sitemaps in `text`, which came from `url`: no entries, its parts."""
    rows = heapq.nlargest(MOST_PARTS, xml_rows(text, name="sitemap"), key=_changed)
    parts = (absolute(url, row.get("loc", "")) for row in rows)
    return ReadFeed("sitemap", parts=tuple(filter(None, parts)))


def _changed(row: Row) -> datetime.datetime:
    return moment(row.get("lastmod", "")) or BEFORE_ALL


def _entries(text: str, url: str) -> Iterator[FeedEntry]:
    """Yield the pages. A page's own address has another name than those of its pictures."""
    for row in xml_rows(text, name="url"):
        if page := absolute(url, row["loc"]) if row.get("loc") else "":
            yield FeedEntry(
                url=page,
                title=row.get("title", "")[:MAX_TITLE],
                published_at=moment(row.get("publication_date", "")),
                changed_at=moment(row.get("lastmod", "")),
            )

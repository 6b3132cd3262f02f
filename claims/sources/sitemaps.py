"""Sitemaps (https://www.sitemaps.org/protocol.html), news sitemaps, and indexes of sitemaps."""

from __future__ import annotations

from collections.abc import Iterator

from django.utils.translation import gettext as _
from lxml import etree

from claims.sources.feed_entries import BEFORE_ALL, FeedEntry, ReadFeed, newest_first
from claims.sources.foreign_xml import local_name, xml_tree
from claims.sources.moments import moment
from claims.sources.page_addresses import absolute
from factcheck.errors import InvalidInput

MOST_PARTS = 500
MAX_TITLE = 500


def sitemap_from_xml(text: str, *, url: str) -> ReadFeed:
    """Return the sitemap or the index of sitemaps in `text`, which came from `url`.

    Pages without a date are left out: an archive names each page it ever had, and nothing else
    tells which are new. Raises InvalidInput when there are pages and none has a date.
    """
    root = xml_tree(text, lenient=True)
    if local_name(root) == "sitemapindex":
        return ReadFeed("sitemap", parts=tuple(_parts(root, url))[:MOST_PARTS])
    pages = [_entry(each, url) for each in root if local_name(each) == "url"]
    dated = [each for each in pages if each.url and each.dated]
    if pages and not dated:
        message = _("This sitemap does not say when its pages were written. Give a feed instead.")
        raise InvalidInput("file", message, code="undated")
    return ReadFeed("sitemap", entries=newest_first(dated))


def _parts(root: etree._Element, url: str) -> Iterator[str]:
    rows = [_fields(each) for each in root if local_name(each) == "sitemap"]
    rows.sort(key=lambda row: moment(row.get("lastmod", "")) or BEFORE_ALL, reverse=True)
    for row in rows:
        if part := absolute(url, row.get("loc", "")):
            yield part


def _entry(element: etree._Element, url: str) -> FeedEntry:
    row = _fields(element)
    return FeedEntry(
        url=absolute(url, row["loc"]) if row.get("loc") else "",
        title=row.get("title", "")[:MAX_TITLE],
        published_at=moment(row.get("publication_date", "")),
        changed_at=moment(row.get("lastmod", "")),
    )


def _fields(element: etree._Element) -> dict[str, str]:
    """Return the texts under an element by name; the first of a name counts.

    A page's own address stands before those of its pictures, which have other names.
    """
    found: dict[str, str] = {}
    for each in element.iterdescendants():
        if isinstance(each.tag, str):
            found.setdefault(local_name(each), " ".join((each.text or "").split()))
    return found

"""The bytes of a feed into its entries, whatever kind of feed it is."""

from __future__ import annotations

import re

from django.utils.translation import gettext as _

from claims.sources.feed_entries import ReadFeed
from claims.sources.feed_json import feed_from_json
from claims.sources.feed_xml import feed_from_xml
from claims.sources.foreign_xml import unzipped, xml_text
from claims.sources.sitemaps import index_from_xml, sitemap_from_xml
from factcheck.errors import InvalidInput

MAX_FEED_BYTES = 3 * 1024 * 1024
# Sitemaps may have 50,000 pages; their reader is faster than that of feeds.
MAX_SITEMAP_BYTES = 20 * 1024 * 1024
ROOT = re.compile(r"<(?:[\w.-]+:)?(rss|feed|rdf|urlset|sitemapindex|html)\b", re.IGNORECASE)
HEAD = 4096


def read_feed(data: bytes, *, url: str, charset: str = "") -> ReadFeed:
    """Return the feed in `data`, which came from `url`; its content decides what kind it is.

    `charset` is that of the transport, "" if it named none. Raises InvalidInput with the reason
    when it is no feed, too large, hostile, or, with the code "page", a web page.
    """
    unpacked = unzipped(data, max_bytes=MAX_SITEMAP_BYTES)
    text = xml_text(unpacked, charset=charset)
    is_json = text.lstrip().startswith(("{", "["))
    root = None if is_json else ROOT.search(text[:HEAD])
    name = root[1].lower() if root else ""
    if name == "sitemapindex":
        return index_from_xml(text, url=url)
    if name == "urlset":
        return sitemap_from_xml(text, url=url)
    if name == "html" or "<!doctype html" in text[:HEAD].lower():
        raise InvalidInput("url", _("This is a web page that names no feed."), code="page")
    # As it is unpacked: 20 KB of gzip hold 20 MB.
    if len(unpacked) > MAX_FEED_BYTES:
        raise InvalidInput("url", _("This feed is too large to be read."), code="file_too_large")
    if is_json:
        return feed_from_json(text.strip(), url=url)
    feed = feed_from_xml(text, url=url) if name else ReadFeed("")
    if not feed.kind:
        raise InvalidInput("url", _("This is no feed and no sitemap."), code="no_feed")
    return feed

"""What the head of an HTML page says: its own address, its feeds, when it was written."""

from __future__ import annotations

import datetime
import re
from collections.abc import Iterator
from dataclasses import dataclass

from lxml import etree

from claims.sources.encodings import declared, decode_anyhow, known
from claims.sources.moments import moment
from claims.sources.page_addresses import absolute, is_front, is_same_site

FEED_TYPES = frozenset(
    {"application/rss+xml", "application/atom+xml", "application/feed+json", "application/json"}
)
MOST_CHARACTERS = 512 * 1024  # the head of a page is shorter; what comes behind is its text
PUBLISHED = (
    "//meta[@property='article:published_time']/@content",
    "//meta[@itemprop='datePublished']/@content",
    "//meta[@name='pubdate' or @name='publishdate' or @name='date']/@content",
)
# In the page's JSON-LD, which is often too broken to be read as JSON.
IN_JSON = re.compile(rb'"datePublished"\s*:\s*"([^"]{8,40})"')


@dataclass(frozen=True, slots=True)
class PageHead:
    """`canonical` is the address the page gives itself within its site, else where it was found.

    `feeds` are the addresses of its feeds in the order of the page; `published_at` is in UTC.
    """

    canonical: str
    feeds: tuple[str, ...] = ()
    published_at: datetime.datetime | None = None


def page_head(data: bytes, *, url: str, charset: str = "") -> PageHead:
    """Return what the page in `data`, found at `url`, says of itself; hardly anything if broken.

    `charset` is that of the transport, "" if it named none.
    """
    root = parsed_page(data, charset=charset, most=MOST_CHARACTERS)
    if root is None:
        return PageHead(url)
    base = next((absolute(url, each) for each in _values(root, "//base/@href")), "") or url
    canonical = next(
        (absolute(base, each) for each in _values(root, "//link[@rel='canonical']/@href")), ""
    )
    # A copy on another site names the first publisher's page: we have read the copy. And a template
    # that names the front page on every page says nothing of this one.
    is_own = is_same_site(canonical, url) and (not is_front(canonical) or is_front(url))
    return PageHead(
        canonical if is_own else url,
        tuple(dict.fromkeys(filter(None, _feeds(root, base)))),
        _published(root, data),
    )


def parsed_page(
    data: bytes, *, charset: str = "", most: int | None = None
) -> etree._Element | None:
    """Return the tree of the first `most` characters of an HTML page; None if there is none.

    It is mended where it is broken. What only the transport says of its encoding, or nobody, lxml
    reads as Latin-1.
    """
    text = decode_anyhow(data, prefer=known(charset) or declared(data))[:most]
    parser = etree.HTMLParser(no_network=True, recover=True, encoding="utf-8")
    try:
        return etree.fromstring(text.encode("utf-8", "replace"), parser)
    except etree.LxmlError:
        return None


def _feeds(root: etree._Element, base: str) -> Iterator[str]:
    for link in root.iterfind(".//link"):
        relations = str(link.get("rel") or "").lower().split()
        kind = str(link.get("type") or "").partition(";")[0].strip().lower()
        if "alternate" in relations and kind in FEED_TYPES:
            yield absolute(base, str(link.get("href") or ""))


def _published(root: etree._Element, data: bytes) -> datetime.datetime | None:
    for path in PUBLISHED:
        for value in _values(root, path):
            if found := moment(value):
                return found
    in_json = IN_JSON.search(data)
    return moment(in_json[1].decode("utf-8", "replace")) if in_json else None


def _values(root: etree._Element, path: str) -> list[str]:
    found = root.xpath(path)
    return [str(each) for each in found] if isinstance(found, list) else []

"""The Atom feed of verdicts.

Sources: RFC 4287 (Atom), RFC 5005 (paged feeds), RFC 6721 (`at:deleted-entry`).
"""

from __future__ import annotations

import datetime
from typing import Any
from xml.sax.xmlreader import AttributesImpl

from django.conf import settings
from django.utils.feedgenerator import Atom1Feed, rfc3339_date
from django.utils.html import escape
from django.utils.translation import gettext as _
from django.utils.xmlutils import SimplerXMLGenerator

from reviews.exports.columns import verdict_url
from reviews.exports.feed_texts import data_url, feed_url, summary_of, title_of, xml_text
from reviews.selectors.feeds import Entry, FeedPage, Place

CONTENT_TYPE = "application/atom+xml; charset=utf-8"
TOMBSTONES = "http://purl.org/atompub/tombstones/1.0"
ROUTE = "feed-atom"


class _VerdictAtom(Atom1Feed):
    """Django's, with a link to the next page, tombstones, and no time of its own making."""

    def __init__(self, *args: Any, page: FeedPage, **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        self.page = page

    def root_attributes(self) -> dict[str, str]:
        return {**super().root_attributes(), "xmlns:at": TOMBSTONES}

    def latest_post_date(self) -> datetime.datetime:
        return self.page.changed_at

    def add_root_elements(self, handler: SimplerXMLGenerator) -> None:
        super().add_root_elements(handler)
        if self.page.next:
            address = feed_url(ROUTE, self.page.next)
            handler.addQuickElement("link", "", {"rel": "next", "href": address})

    def add_item_elements(self, handler: SimplerXMLGenerator, item: dict[str, Any]) -> None:
        super().add_item_elements(handler, item)
        data = {"rel": "alternate", "type": "application/ld+json", "href": item["data"]}
        handler.addQuickElement("link", "", data)

    def write_items(self, handler: SimplerXMLGenerator) -> None:
        super().write_items(handler)
        for entry in self.page.entries:
            if entry.is_gone:
                _bury(handler, entry)


def atom_feed(page: FeedPage, after: Place | None) -> bytes:
    """Return a page of the feed; a correction is its entry again, updated."""
    feed = _VerdictAtom(
        title=xml_text(settings.SITE_NAME),
        link=f"{settings.SITE_URL}/",
        description="",
        subtitle=_("Verdicts on claims, with their corrections"),
        feed_url=feed_url(ROUTE, after or ""),
        feed_guid=feed_url(ROUTE),
        author_name=xml_text(settings.SITE_NAME),
        author_link=f"{settings.SITE_URL}/",
        page=page,
    )
    for entry in page.entries:
        if not entry.is_gone:
            _add(feed, entry)
    return feed.writeString("utf-8").encode()


def _add(feed: _VerdictAtom, entry: Entry) -> None:
    verdict = entry.verdict
    address = verdict_url(verdict)
    feed.add_item(
        title=title_of(verdict),
        link=address,
        description=escape(summary_of(verdict)),  # readers take it for HTML
        unique_id=address,
        pubdate=entry.first_published_at,
        updateddate=entry.changed_at,
        categories=[verdict.rating.slug, f"version {verdict.version}"],
        data=data_url(verdict),
    )


def _bury(handler: SimplerXMLGenerator, entry: Entry) -> None:
    """Write that an entry is gone. A reader who knows it drops it; one who does not, passes on."""
    about = {"ref": verdict_url(entry.verdict), "when": rfc3339_date(entry.changed_at)}
    handler.startElement("at:deleted-entry", AttributesImpl(about))
    handler.addQuickElement("at:comment", xml_text(entry.verdict.retraction_note))
    handler.endElement("at:deleted-entry")

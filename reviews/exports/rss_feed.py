"""The RSS feed of verdicts.

Sources: https://www.rssboard.org/rss-specification (2.0), RFC 5005 for the link to the next page.
"""

from __future__ import annotations

import datetime
from typing import Any

from django.conf import settings
from django.utils.feedgenerator import Rss201rev2Feed
from django.utils.html import escape
from django.utils.translation import gettext as _
from django.utils.xmlutils import SimplerXMLGenerator

from reviews.exports.columns import verdict_url
from reviews.exports.feed_texts import feed_url, summary_of, title_of, xml_text
from reviews.selectors.feeds import Entry, FeedPage, Place

CONTENT_TYPE = "application/rss+xml; charset=utf-8"
ROUTE = "feed-rss"


class _VerdictRss(Rss201rev2Feed):
    """Django's, with a link to the next page and no time of its own making."""

    def __init__(self, *args: Any, page: FeedPage, **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        self.page = page

    def latest_post_date(self) -> datetime.datetime:
        return self.page.changed_at

    def add_root_elements(self, handler: SimplerXMLGenerator) -> None:
        super().add_root_elements(handler)
        if self.page.next:
            address = feed_url(ROUTE, self.page.next)
            handler.addQuickElement("atom:link", None, {"rel": "next", "href": address})


def rss_feed(page: FeedPage, after: Place | None) -> bytes:
    """Return a page of the feed.

    RSS knows neither updates nor deletions: a correction and a retraction are items of their own,
    so that whoever has seen the verdict sees them too.
    """
    feed = _VerdictRss(
        title=xml_text(settings.SITE_NAME),
        link=f"{settings.SITE_URL}/",
        description=_("Verdicts on claims, with their corrections"),
        feed_url=feed_url(ROUTE, after or ""),
        page=page,
    )
    for entry in page.entries:
        _add(feed, entry)
    return feed.writeString("utf-8").encode()


def _add(feed: _VerdictRss, entry: Entry) -> None:
    verdict = entry.verdict
    address = verdict_url(verdict)
    title, text = title_of(verdict), summary_of(verdict)
    if entry.is_gone:
        title = _("Retracted: %(title)s") % {"title": title}
        text = xml_text(verdict.retraction_note)
    feed.add_item(
        title=title,
        link=address,
        description=escape(text),  # readers take it for HTML
        unique_id=f"{address}#{'retracted' if entry.is_gone else f'v{verdict.version}'}",
        unique_id_is_permalink=False,
        pubdate=entry.changed_at,
        categories=[verdict.rating.slug],
    )

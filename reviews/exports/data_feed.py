"""The DataFeed of ClaimReviews.

Sources: https://schema.org/DataFeed, https://schema.org/DataFeedItem; `next` is Hydra's
(https://www.w3.org/ns/hydra/core), as schema.org has no word for a further page.
"""

from __future__ import annotations

import json
from typing import Any

from django.conf import settings

from reviews.exports.claim_review import claim_review, desk_organization
from reviews.exports.columns import verdict_url
from reviews.exports.feed_texts import feed_url
from reviews.models import Verdict
from reviews.selectors.feeds import Entry, FeedPage, Place

CONTENT_TYPE = "application/ld+json; charset=utf-8"
NEXT = {"@id": "http://www.w3.org/ns/hydra/core#next", "@type": "@id"}
ROUTE = "feed-claimreview"


def data_feed(page: FeedPage, after: Place | None) -> bytes:
    """Return a page of the feed as JSON-LD. What was retracted is an element that says so."""
    feed: dict[str, Any] = {
        "@context": ["https://schema.org", {"next": NEXT}],
        "@type": "DataFeed",
        "@id": feed_url(ROUTE, after or ""),
        "name": settings.SITE_NAME,
        "provider": desk_organization(),
        "dateModified": page.changed_at.isoformat(),
        "dataFeedElement": [_element(entry) for entry in page.entries],
    }
    if page.next:
        feed["next"] = feed_url(ROUTE, page.next)
    return json.dumps(feed, ensure_ascii=False).encode()


def tombstone(verdict: Verdict) -> dict[str, Any]:
    """Return what is left of a retracted verdict: where it was, when it went, and why."""
    gone = {
        "@type": "DataFeedItem",
        "@id": verdict_url(verdict),
        "url": verdict_url(verdict),
        "dateDeleted": verdict.retracted_at.isoformat() if verdict.retracted_at else "",
    }
    return gone | ({"description": verdict.retraction_note} if verdict.retraction_note else {})


def _element(entry: Entry) -> dict[str, Any]:
    if entry.is_gone:
        return tombstone(entry.verdict)
    review = claim_review(entry.verdict)
    del review["@context"]  # the feed's holds for all of it
    return review | {"dateCreated": entry.first_published_at.isoformat(timespec="seconds")}

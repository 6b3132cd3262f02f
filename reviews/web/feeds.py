"""What programs read without a log-in: the feeds, one verdict's ClaimReview, robots.txt."""

from __future__ import annotations

import datetime
import hashlib
import json
from collections.abc import Callable

from django.conf import settings
from django.http import Http404, HttpRequest, HttpResponse
from django.http.response import HttpResponseBase
from django.urls import reverse
from django.utils import translation
from django.utils.cache import get_conditional_response
from django.utils.http import http_date, quote_etag
from django.utils.translation import gettext as _
from django.views.decorators.http import require_safe

from factcheck.errors import InvalidInput
from reviews.exports import atom_feed, data_feed, rss_feed
from reviews.exports.claim_review import claim_review
from reviews.models import VerdictStatus
from reviews.selectors.feeds import FeedPage, Place, feed_page
from reviews.selectors.verdicts import verdict_versions

MAX_AGE = 300  # seconds for which a cache need not ask again
CLOSED = (
    "/admin/", "/agreement/", "/api/", "/articles/", "/audit/", "/dashboard/", "/login/",
    "/notifications/", "/practice/", "/preferences/", "/queue/", "/recusals/", "/reports/",
    "/sign-off/", "/webhooks/",
)  # fmt: skip


@require_safe
def claimreview(request: HttpRequest) -> HttpResponseBase:
    """Send a page of the DataFeed of ClaimReviews."""
    return _feed(request, data_feed.data_feed, data_feed.CONTENT_TYPE, data_feed.ROUTE)


@require_safe
def atom(request: HttpRequest) -> HttpResponseBase:
    """Send a page of the Atom feed."""
    return _feed(request, atom_feed.atom_feed, atom_feed.CONTENT_TYPE, atom_feed.ROUTE)


@require_safe
def rss(request: HttpRequest) -> HttpResponseBase:
    """Send a page of the RSS feed."""
    return _feed(request, rss_feed.rss_feed, rss_feed.CONTENT_TYPE, rss_feed.ROUTE)


@require_safe
def verdict_claimreview(request: HttpRequest, claim_id: int) -> HttpResponseBase:
    """Send the ClaimReview of a claim's current verdict; 410 and why when it was retracted."""
    newest = next(iter(verdict_versions(claim_id)), None)
    if newest is None:
        raise Http404
    if newest.status == VerdictStatus.RETRACTED:
        gone = {"@context": "https://schema.org", **data_feed.tombstone(newest)}
        return HttpResponse(_json(gone), content_type=data_feed.CONTENT_TYPE, status=410)
    changed_at = newest.published_at or newest.created_at
    return _answer(request, _json(claim_review(newest)), data_feed.CONTENT_TYPE, changed_at)


@require_safe
def robots(_request: HttpRequest) -> HttpResponse:
    """Tell search engines what is for readers, and where the list of it is."""
    lines = [
        "User-agent: *",
        *(f"Disallow: {path}" for path in CLOSED),
        f"Sitemap: {settings.SITE_URL}{reverse('sitemap')}",
    ]
    return HttpResponse("\n".join(lines) + "\n", content_type="text/plain; charset=utf-8")


def _feed(
    request: HttpRequest,
    write: Callable[[FeedPage, Place | None], bytes],
    content_type: str,
    route: str,
) -> HttpResponseBase:
    after = _after(request)
    page = feed_page(after)
    modified = max(page.changed_at, page.seen_at)
    # One feed for all readers: caches keep it, and a new language would make all of it new.
    with translation.override(settings.LANGUAGE_CODE):
        body = write(page, after)
    response = _answer(request, body, content_type, modified)
    if page.next:
        address = f"{settings.SITE_URL}{reverse(route)}?after={page.next}"
        response.headers["Link"] = f'<{address}>; rel="next"'
    return response


def _answer(
    request: HttpRequest, body: bytes, content_type: str, modified: datetime.datetime
) -> HttpResponseBase:
    """Send `body`, or 304 to whoever has it.

    The tag is made of the body itself: besides verdicts it shows articles, names and labels, and
    no list of what may have changed would stay whole. So only the tag earns a 304: Last-Modified
    knows neither a label that was renamed nor the second publication of a second.
    """
    etag = quote_etag(hashlib.sha256(body).hexdigest()[:32])
    response = HttpResponse(body, content_type=content_type)
    response.headers["ETag"] = etag
    response.headers["Last-Modified"] = http_date(modified.timestamp())
    response.headers["Cache-Control"] = f"public, max-age={MAX_AGE}"
    response.headers["Access-Control-Allow-Origin"] = "*"  # open data: pages elsewhere may read it
    return get_conditional_response(request, etag=etag, response=response) or response


def _after(request: HttpRequest) -> Place | None:
    text = request.GET.get("after", "")
    if not text:
        return None
    try:
        return Place.read(text)
    except ValueError as error:
        message = _("This is no place of the feed. Follow the links from its first page.")
        raise InvalidInput("after", message) from error


def _json(data: dict[str, object]) -> bytes:
    return json.dumps(data, ensure_ascii=False).encode()

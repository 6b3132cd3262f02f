"""The list of public pages for search engines. Source: https://www.sitemaps.org/protocol.html"""

from __future__ import annotations

import datetime
from collections.abc import Sequence
from typing import TYPE_CHECKING, Any

from django.conf import settings
from django.contrib.sitemaps import Sitemap
from django.db.models import QuerySet
from django.http import HttpRequest, HttpResponse
from django.shortcuts import render
from django.urls import reverse
from django.views.decorators.http import require_safe

from reviews.models import Verdict, VerdictStatus
from reviews.selectors.feeds import feed_changed_at

if TYPE_CHECKING:
    _Sitemap = Sitemap[Any]
else:
    _Sitemap = Sitemap  # generic for the type checker alone


class _PublicSitemap(_Sitemap):
    """Addresses under SITE_URL, whatever host the request was for."""

    limit = 5000  # a page of the 50,000 that are allowed took three seconds of a core

    def get_protocol(self, protocol: str | None = None) -> str:
        return settings.SITE_URL.partition("://")[0]

    def get_domain(self, site: object = None) -> str:
        return settings.SITE_URL.partition("://")[2]


class VerdictSitemap(_PublicSitemap):
    """The page of each claim with a verdict that stands."""

    def items(self) -> QuerySet[Verdict, tuple[int, datetime.datetime | None]]:
        """Return claims and when their verdict was published, in an order that stays."""
        published = Verdict.objects.filter(status=VerdictStatus.PUBLISHED).order_by("claim_id")
        return published.values_list("claim_id", "published_at")

    def location(self, item: tuple[int, datetime.datetime]) -> str:
        return reverse("verdict-detail", args=[item[0]])

    def lastmod(self, item: tuple[int, datetime.datetime]) -> datetime.datetime:
        return item[1]

    def get_latest_lastmod(self) -> datetime.datetime:
        """Return it by one question; Django would look at every verdict."""
        return feed_changed_at()


class PageSitemap(_PublicSitemap):
    """The pages about the desk."""

    def items(self) -> Sequence[str]:
        return ["verdict-list", "methodology"]

    def location(self, item: str) -> str:
        return reverse(item)


SITEMAPS: dict[str, type[_PublicSitemap]] = {"verdicts": VerdictSitemap, "pages": PageSitemap}


@require_safe
def sitemap_index(request: HttpRequest) -> HttpResponse:
    """List the sitemaps and their pages. Django's own names the host the request was for."""
    items: list[dict[str, object]] = []
    for section, kind in SITEMAPS.items():
        sitemap = kind()
        address = f"{settings.SITE_URL}{reverse('sitemap-section', args=[section])}"
        further = [f"{address}?p={page}" for page in range(2, sitemap.paginator.num_pages + 1)]
        changed_at = sitemap.get_latest_lastmod()
        items += [{"location": each, "last_mod": changed_at} for each in (address, *further)]
    context = {"sitemaps": items}
    return render(request, "sitemap_index.xml", context, content_type="application/xml")

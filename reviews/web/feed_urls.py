"""Routes of what programs read without a log-in."""

from django.contrib.sitemaps.views import sitemap
from django.urls import path

from reviews.web import feeds
from reviews.web.sitemaps import SITEMAPS, sitemap_index

urlpatterns = [
    path("feeds/claimreview.json", feeds.claimreview, name="feed-claimreview"),
    path("feeds/verdicts.atom", feeds.atom, name="feed-atom"),
    path("feeds/verdicts.rss", feeds.rss, name="feed-rss"),
    path(
        "verdicts/<int:claim_id>/claimreview.jsonld",
        feeds.verdict_claimreview,
        name="verdict-claimreview",
    ),
    path("sitemap.xml", sitemap_index, name="sitemap"),
    path("sitemap-<section>.xml", sitemap, {"sitemaps": SITEMAPS}, name="sitemap-section"),
    path("robots.txt", feeds.robots, name="robots"),
]

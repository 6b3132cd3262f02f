"""Addresses people get who cut the end off another, or guess: they lead to the list it is from."""

from __future__ import annotations

from django.urls import path
from django.views.generic import RedirectView

LISTS = {
    "verdicts/": "verdict-list",
    "feeds/": "verdict-list",
    "ratings/": "methodology",
    "claims/": "queue",
    "evidence/": "search",
    "pages/": "article-list",
    "earlier-checks/imports/": "earlier-check-list",
    "sources/feeds/": "source-list",
    "api/": "reviews-api:docs",
}

urlpatterns = [
    path(address, RedirectView.as_view(pattern_name=route, permanent=True, query_string=True))
    for address, route in LISTS.items()
]

"""Sources with their feeds, and pages as they were fetched."""

from __future__ import annotations

from dataclasses import dataclass

from django.db.models import Count, Max, OuterRef, Prefetch, Q, QuerySet, Subquery
from django.db.models.functions import Coalesce, Greatest

from claims.models import Article, Feed, PageWish, Source
from claims.sources.opml import Outline
from claims.sources.page_addresses import is_same_site

PAGES_SHOWN = 30
SOURCES_SHOWN = 100


@dataclass(frozen=True, slots=True)
class PagesPage:
    """Pages of a source, newest first; `next_before` is the `before` of the next, if any."""

    pages: list[PageWish]
    next_before: int | None


@dataclass(frozen=True, slots=True)
class SourcesPage:
    """Sources by name; `next_before` is the id behind which the next page begins, if any."""

    sources: list[Source]
    next_before: int | None


def sources() -> QuerySet[Source]:
    """Return the sources by name with their feeds, `last_new_at` and the number of `failing`.

    An article that somebody handed in is as new as one that a feed named.
    """
    counted = Article.objects.filter(source=OuterRef("pk")).order_by().values("source")
    received = Subquery(counted.annotate(at=Max("received_at")).values("at"))
    return (
        Source.objects.annotate(
            last_new_at=Greatest(Max("feeds__last_new_at"), received),
            failing=Count("feeds", filter=~Q(feeds__failure="")),
            taken=Coalesce(Subquery(counted.annotate(n=Count("pk")).values("n")), 0),
        )
        .prefetch_related(Prefetch("feeds", feeds()))
        .order_by("name", "id")
    )


def sources_page(behind: int | None) -> SourcesPage:
    """Return the sources by name that come behind the one with the id `behind`."""
    rows, last = sources(), Source.objects.filter(pk=behind).first() if behind else None
    if last is not None:  # names are unique
        rows = rows.filter(name__gt=last.name)
    found = list(rows[: SOURCES_SHOWN + 1])
    more = len(found) > SOURCES_SHOWN
    return SourcesPage(found[:SOURCES_SHOWN], found[SOURCES_SHOWN - 1].pk if more else None)


def feeds() -> QuerySet[Feed]:
    """Return the feeds with their sources, oldest first."""
    return Feed.objects.select_related("source", "added_by").order_by("id")


def pages() -> QuerySet[PageWish]:
    """Return pages with what became of them."""
    return PageWish.objects.select_related("source", "article", "wanted_by").defer(
        "article__received", "article__text"
    )


def source_pages(source: Source, before: int | None) -> PagesPage:
    """Return the pages that feeds of `source` named, newest first."""
    rows = pages().filter(source=source).order_by("-id")
    if before is not None:
        rows = rows.filter(pk__lt=before)
    found = list(rows[: PAGES_SHOWN + 1])
    more = len(found) > PAGES_SHOWN
    return PagesPage(found[:PAGES_SHOWN], found[PAGES_SHOWN - 1].pk if more else None)


def source_at(url: str) -> Source | None:
    """Return the first source whose site is that of `url`; None if none is."""
    with_site = Source.objects.exclude(site="").order_by("id")
    return next((each for each in with_site if is_same_site(each.site, url)), None)


def outlines() -> list[Outline]:
    """Return all feeds as a list of feeds has them."""
    return [
        Outline(each.source.name, each.source.site, each.url)
        for each in feeds().order_by("source__name", "id")
    ]

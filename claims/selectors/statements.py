"""Stored claims as the matcher wants them."""

from __future__ import annotations

from collections.abc import Collection

from django.db.models import Case, OuterRef, QuerySet, Subquery, When
from django.db.models.functions import Coalesce

from claims.matching.types import Gist, Statement
from claims.models import Appearance, ArticleSketch, Claim
from claims.models.values import dates_of, quantities_of


def with_statements(claims: QuerySet[Claim]) -> list[tuple[Claim, Statement]]:
    """Return each claim with its statement, and the first article that has it in these words.

    What was merged into another claim has its places there.
    """
    places = Appearance.objects.filter(claim=Coalesce(OuterRef("merged_into"), OuterRef("pk")))
    verbatim = places.alias(reworded=Case(When(text=OuterRef("text"), then=0), default=1))
    first = verbatim.order_by("reworded", "id").values("article")[:1]
    found = claims.annotate(document=Subquery(first))
    gists = _gists({claim.document for claim in found})
    return [
        (claim, _statement(claim, str(claim.document or ""), gists.get(claim.document, ())))
        for claim in found
    ]


def gist_of_article(article: int) -> Gist:
    """Return what an article is about, () if that is not known."""
    return _gists([article]).get(article, ())


def _gists(articles: Collection[int]) -> dict[int, Gist]:
    """Return what these articles are about, of those of which it is known."""
    sketches = ArticleSketch.objects.filter(article__in=articles)
    found = sketches.values_list("article", "gist")
    return {article: tuple(map(float, gist)) for article, gist in found if gist is not None}


def _statement(claim: Claim, document: str, gist: Gist) -> Statement:
    return Statement(
        text=claim.text,
        language=claim.language,
        vector=tuple(map(float, claim.vector)),
        speaker=claim.speaker,
        quantities=quantities_of(claim.quantities),
        dates=dates_of(claim.dates),
        document=document,
        about=claim.about,
        gist=gist,
    )

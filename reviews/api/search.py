"""Search over claims, verdicts, articles and earlier fact-checks."""

from __future__ import annotations

from collections.abc import Iterable
from typing import Any

from drf_spectacular.types import OpenApiTypes
from drf_spectacular.utils import OpenApiParameter, extend_schema
from rest_framework.request import Request
from rest_framework.response import Response
from rest_framework.utils.urls import replace_query_param

from claims.api.desk_view import DeskView
from claims.extraction.languages import language_of
from factcheck.web.permissions import person
from reviews.api.serializers.search import SearchSerializer
from reviews.models import SearchKind
from reviews.selectors.search import search_page
from reviews.selectors.search_hits import (
    ArticleHit,
    CheckHit,
    ClaimHit,
    Excerpt,
    Hit,
    VerdictHit,
)
from reviews.selectors.search_wish import STATUSES, wish_from

PARAMETERS = [
    OpenApiParameter("q", description='words; "in order", -without, a OR b'),
    OpenApiParameter("kind", enum=SearchKind.values),
    OpenApiParameter("language", description="BCP 47 tag"),
    OpenApiParameter("source", int, description="id of an outlet"),
    OpenApiParameter("from", OpenApiTypes.DATE, description="first day"),
    OpenApiParameter("to", OpenApiTypes.DATE, description="last day, included"),
    OpenApiParameter("status", enum=STATUSES, description="of a claim or a verdict"),
    OpenApiParameter("speaker", description="words of the name"),
    OpenApiParameter("least", description="an amount, as 5500000 or 5.5 million"),
    OpenApiParameter("most", description="an amount"),
    OpenApiParameter("unit", description="of the amount: USD, %, people"),
    OpenApiParameter("cursor", description="where the page starts; taken from `next`"),
]


class SearchView(DeskView):
    """One search over all there is. `docs/search.md` says what finds what."""

    serializer_class = SearchSerializer

    @extend_schema(operation_id="search", parameters=PARAMETERS)
    def get(self, request: Request) -> Response:
        """Answer with a page, best first; 400 names a parameter that makes no sense."""
        wish = wish_from(request.query_params.dict())
        page = search_page(wish, person(request), self.asked("cursor"))
        url = request.build_absolute_uri()
        body = {
            "counts": page.counts,
            "next": replace_query_param(url, "cursor", page.cursor) if page.cursor else None,
            "results": [_row(hit) for hit in page.hits],
        }
        return Response(self.get_serializer(body).data)


def _row(hit: Hit) -> dict[str, Any]:
    return {"kind": hit.kind, "id": hit.row, "at": hit.at, "outlet": "", "status": ""} | _told(hit)


def _told(hit: Hit) -> dict[str, Any]:
    shown = hit.shown
    match shown:
        case ClaimHit():
            language = shown.claim.language
            texts = [(shown.clarified, language), (shown.wording, shown.wording_language)]
            told = _texts(language, shown.excerpt, texts)
            return told | {"status": shown.item.state if shown.item else ""}
        case VerdictHit():
            texts = [(each, language_of(each.text)) for each in (shown.summary, shown.body) if each]
            told = _texts(shown.verdict.claim.language, shown.excerpt, texts)
            return told | {"status": shown.verdict.status}
        case ArticleHit():
            source, language = shown.article.source, shown.article.language
            told = _texts(language, shown.title, [(shown.body, language)])
            return told | {"outlet": source.name if source else ""}
        case CheckHit():
            told = _texts(shown.check.language, shown.excerpt, [])
            return told | {"outlet": shown.check.publisher}


def _texts(
    language: str, title: Excerpt, texts: Iterable[tuple[Excerpt | None, str]]
) -> dict[str, Any]:
    excerpts = [
        {"text": each.text, "start": each.start, "marks": each.marks, "language": written}
        for each, written in texts
        if each
    ]
    return {"language": language, "title": title, "excerpts": excerpts}

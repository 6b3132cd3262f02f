"""Articles: hand in, list, read, try again."""

from __future__ import annotations

from collections.abc import Sequence
from typing import Any

from django.db.models import QuerySet
from drf_spectacular.utils import OpenApiParameter, extend_schema
from rest_framework import status
from rest_framework.generics import ListAPIView, RetrieveAPIView, get_object_or_404
from rest_framework.parsers import BaseParser, MultiPartParser
from rest_framework.request import Request
from rest_framework.response import Response

from claims.api.desk_view import DeskView
from claims.api.handing_in import hand_in, is_page
from claims.api.paging import KeysetPagination
from claims.api.parsing import Utf8JSONParser
from claims.api.serializers.articles import (
    ArticleFileSerializer,
    ArticleInSerializer,
    ArticleReceivedSerializer,
    ArticleRowSerializer,
    ArticleSerializer,
    SentenceSerializer,
)
from claims.api.serializers.sources import PageInSerializer, PageSerializer
from claims.models import Article, Sentence, Stage
from claims.selectors.articles import article_sentences
from factcheck import arrivals, flow
from factcheck.web.permissions import person


class ArticleList(DeskView, ListAPIView[Article]):
    """Articles, newest first; handing one in starts it on its way."""

    serializer_class = ArticleRowSerializer
    pagination_class = KeysetPagination
    parser_classes: Sequence[type[BaseParser]] = [Utf8JSONParser, MultiPartParser]
    page_order = ("-id",)

    def get_queryset(self) -> QuerySet[Article]:
        """Return the articles of the language and stage asked for."""
        wanted = {name: self.asked(name) for name in ("language", "stage") if self.asked(name)}
        return Article.objects.select_related("source").filter(**wanted).defer("received", "text")

    @extend_schema(
        operation_id="articles_list",
        parameters=[
            OpenApiParameter("language", description="BCP 47 tag"),
            OpenApiParameter("stage", enum=Stage.values),
        ],
    )
    def get(self, request: Request, *args: Any, **kwargs: Any) -> Response:
        return super().get(request, *args, **kwargs)

    @extend_schema(
        operation_id="articles_create",
        request={
            "application/json": ArticleInSerializer,
            "multipart/form-data": ArticleFileSerializer,
        },
        responses={
            200: ArticleReceivedSerializer,
            201: ArticleReceivedSerializer,
            202: PageSerializer,
        },
    )
    def post(self, request: Request) -> Response:
        """Hand in an article: 201 when it is new, 200 when the same text is here already.

        With `url` and neither text, html nor file the page there is fetched: 202 with its row, to
        be asked for again at /api/v1/pages/{id}.
        """
        if is_page(request.data):
            return _fetch(request)
        is_file = "file" in request.FILES
        serializer = (ArticleFileSerializer if is_file else ArticleInSerializer)(data=request.data)
        serializer.is_valid(raise_exception=True)
        article, is_new = hand_in(serializer.validated_data, person(request))
        row = ArticleRowSerializer(article).data | {"duplicate": not is_new}
        return Response(row, status.HTTP_201_CREATED if is_new else status.HTTP_200_OK)


def _fetch(request: Request) -> Response:
    serializer = PageInSerializer(data=request.data)
    serializer.is_valid(raise_exception=True)
    page = arrivals.want_page(url=serializer.validated_data["url"], actor=person(request))
    return Response(PageSerializer(page).data, status.HTTP_202_ACCEPTED)


class ArticleDetail(DeskView, RetrieveAPIView[Article]):
    """One article with its text, its stage, and why it failed if it did."""

    serializer_class = ArticleSerializer
    queryset = Article.objects.select_related("source").defer("received")


class ArticleSentences(DeskView, ListAPIView[Sentence]):
    """The sentences of an article in order, as the machine scored them last, with reasons."""

    serializer_class = SentenceSerializer
    pagination_class = KeysetPagination
    queryset = Sentence.objects.none()
    page_order = ("start", "id")

    def get_queryset(self) -> QuerySet[Sentence]:
        """Return the sentences of the article in the address."""
        return article_sentences(
            get_object_or_404(Article.objects.only("id"), pk=self.kwargs["pk"])
        )


class ArticleRetry(DeskView):
    """Start an article that failed on its way again."""

    queryset = Article.objects.select_related("source")
    serializer_class = ArticleRowSerializer

    @extend_schema(request=None)
    def post(self, request: Request, pk: int) -> Response:
        """Make the step that failed due again; 409 when nothing failed."""
        article = self.get_object()
        flow.retry(article=article, actor=person(request))
        article.refresh_from_db()
        return Response(self.get_serializer(article).data)

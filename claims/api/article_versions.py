"""Versions of a page: list them, hand in another."""

from __future__ import annotations

from collections.abc import Sequence

from drf_spectacular.utils import extend_schema
from rest_framework import status
from rest_framework.parsers import BaseParser, MultiPartParser
from rest_framework.request import Request
from rest_framework.response import Response

from claims.api.desk_view import DeskView
from claims.api.handing_in import content_of
from claims.api.parsing import Utf8JSONParser
from claims.api.serializers.articles import (
    ArticleFileSerializer,
    ArticleInSerializer,
    ArticleVersionSerializer,
)
from claims.models import Article
from claims.selectors.article_versions import article_versions
from claims.services.articles import ArticleMetadata
from factcheck import flow
from factcheck.errors import InvalidInput
from factcheck.web.permissions import person


class ArticleVersions(DeskView):
    """The versions of a page, by the id of any of them."""

    serializer_class = ArticleVersionSerializer
    parser_classes: Sequence[type[BaseParser]] = [Utf8JSONParser, MultiPartParser]
    queryset = Article.objects.select_related("source").defer("received", "text")

    @extend_schema(
        operation_id="article_versions_list", responses=ArticleVersionSerializer(many=True)
    )
    def get(self, request: Request, pk: int) -> Response:
        """Return the versions, newest first."""
        return Response(
            ArticleVersionSerializer(article_versions(self.get_object()), many=True).data
        )

    @extend_schema(
        operation_id="article_versions_create",
        request={
            "application/json": ArticleInSerializer,
            "multipart/form-data": ArticleFileSerializer,
        },
        responses={200: ArticleVersionSerializer, 201: ArticleVersionSerializer},
    )
    def post(self, request: Request, pk: int) -> Response:
        """Hand in what the page says now: 201, or 200 with the newest version if it says that.

        What is left out of the metadata is as it was; outlet, site and country are those of the
        page.
        """
        article = self.get_object()
        is_file = "file" in request.FILES
        serializer = (ArticleFileSerializer if is_file else ArticleInSerializer)(data=request.data)
        serializer.is_valid(raise_exception=True)
        data, filename, field = content_of(serializer.validated_data)
        metadata = ArticleMetadata(**serializer.validated_data)
        try:
            version = flow.submit_version(
                article=article, data=data, filename=filename, metadata=metadata,
                actor=person(request),
            )  # fmt: skip
        except InvalidInput as error:
            if error.field == "file":
                error.field = field
            raise
        row = version or article_versions(article)[0]
        answer = status.HTTP_201_CREATED if version else status.HTTP_200_OK
        return Response(ArticleVersionSerializer(row).data, answer)

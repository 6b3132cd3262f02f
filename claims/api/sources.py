"""Sources: list, read, add, describe anew; their feeds as a list for feed readers."""

from __future__ import annotations

from typing import Any

from django.db.models import QuerySet
from django.utils.translation import gettext as _
from drf_spectacular.utils import extend_schema
from rest_framework import status
from rest_framework.generics import ListAPIView, RetrieveAPIView
from rest_framework.request import Request
from rest_framework.response import Response

from claims.api.desk_view import DeskView
from claims.api.paging import KeysetPagination
from claims.api.serializers.sources import (
    FeedListInSerializer,
    FeedListSerializer,
    ImportedFeedSerializer,
    SourceChangeSerializer,
    SourceInSerializer,
    SourceSerializer,
)
from claims.models import Source
from claims.selectors.sources import outlines, sources
from claims.services.feed_lists import feeds_import
from claims.services.sources import SourceFields, source_add, source_change
from claims.sources.opml import opml_of
from factcheck.web.permissions import person


class SourceView(DeskView):
    """An endpoint about sources. All people of the desk read them; services say who changes."""

    serializer_class = SourceSerializer

    def get_queryset(self) -> QuerySet[Source]:
        return sources()

    def answer(self, source: Source, code: int = status.HTTP_200_OK) -> Response:
        """Return a source as it is now, with its feeds."""
        return Response(SourceSerializer(sources().get(pk=source.pk)).data, code)


class SourceList(SourceView, ListAPIView[Source]):
    """Sources by name."""

    pagination_class = KeysetPagination
    page_order = ("name", "id")

    @extend_schema(operation_id="sources_list")
    def get(self, request: Request, *args: Any, **kwargs: Any) -> Response:
        return super().get(request, *args, **kwargs)

    @extend_schema(request=SourceInSerializer, responses={201: SourceSerializer})
    def post(self, request: Request) -> Response:
        """Add a source."""
        serializer = SourceInSerializer(data=request.data)
        serializer.is_valid(raise_exception=True)
        fields = SourceFields(**serializer.validated_data)
        source = source_add(actor=person(request), fields=fields)
        return self.answer(source, status.HTTP_201_CREATED)


class SourceDetail(SourceView, RetrieveAPIView[Source]):
    """One source with its feeds."""

    @extend_schema(request=SourceChangeSerializer)
    def put(self, request: Request, pk: int) -> Response:
        """Describe it anew; 409 if it was changed since the version in `based_on`."""
        serializer = SourceChangeSerializer(data=request.data)
        serializer.is_valid(raise_exception=True)
        typed = dict(serializer.validated_data)
        based_on = typed.pop("based_on")
        source = source_change(
            source=self.get_object(),
            actor=person(request),
            based_on=based_on,
            fields=SourceFields(**typed),
        )
        return self.answer(source)


class FeedLists(DeskView):
    """All feeds as OPML, out and in."""

    serializer_class = FeedListSerializer
    queryset = Source.objects.none()

    def get(self, request: Request) -> Response:
        """Return the feeds as a list that feed readers take."""
        return Response({"opml": opml_of(_("Sources of the desk"), outlines()).decode()})

    @extend_schema(request=FeedListInSerializer, responses=ImportedFeedSerializer(many=True))
    def post(self, request: Request) -> Response:
        """Add the feeds of a list, with what became of each; a bad row refuses no other."""
        serializer = FeedListInSerializer(data=request.data)
        serializer.is_valid(raise_exception=True)
        data = serializer.validated_data["opml"].encode("utf-8", "replace")
        outcomes = feeds_import(data=data, actor=person(request))
        return Response(ImportedFeedSerializer(outcomes, many=True).data)

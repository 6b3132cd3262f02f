"""Feeds: list, read, add, pause, resume, poll at once; and pages that are to be fetched."""

from __future__ import annotations

from django.db.models import QuerySet
from drf_spectacular.utils import extend_schema
from rest_framework import status
from rest_framework.generics import ListAPIView, RetrieveAPIView, get_object_or_404
from rest_framework.request import Request
from rest_framework.response import Response

from claims.api.desk_view import DeskView
from claims.api.paging import KeysetPagination
from claims.api.serializers.sources import (
    FeedInSerializer,
    FeedPauseSerializer,
    FeedSerializer,
    PageSerializer,
)
from claims.models import Feed, PageWish, Source
from claims.selectors.sources import feeds, pages
from claims.services.feeds import feed_pause
from factcheck import arrivals
from factcheck.web.permissions import person


class FeedView(DeskView):
    """An endpoint about feeds. All people of the desk read them; services say who changes."""

    serializer_class = FeedSerializer

    def get_queryset(self) -> QuerySet[Feed]:
        return feeds()


class FeedList(FeedView, ListAPIView[Feed]):
    """Feeds of all sources, newest first."""

    pagination_class = KeysetPagination
    page_order = ("-id",)


class FeedDetail(FeedView, RetrieveAPIView[Feed]):
    """One feed and its health."""


class SourceFeeds(FeedView):
    """The feeds of a source."""

    @extend_schema(request=FeedInSerializer, responses={201: FeedSerializer})
    def post(self, request: Request, pk: int) -> Response:
        """Add a feed, or the one that a page names, and poll it at once."""
        source = get_object_or_404(Source.objects.all(), pk=pk)
        serializer = FeedInSerializer(data=request.data)
        serializer.is_valid(raise_exception=True)
        url = serializer.validated_data["url"]
        feed = arrivals.add_feed(source=source, actor=person(request), url=url)
        return Response(self.get_serializer(feed).data, status.HTTP_201_CREATED)


class FeedPause(FeedView):
    """Pause a feed."""

    @extend_schema(request=FeedPauseSerializer)
    def post(self, request: Request, pk: int) -> Response:
        """Poll it no more until it is resumed."""
        serializer = FeedPauseSerializer(data=request.data)
        serializer.is_valid(raise_exception=True)
        feed = feed_pause(
            feed=self.get_object(), actor=person(request), **serializer.validated_data
        )
        return Response(self.get_serializer(feed).data)


class FeedResume(FeedView):
    """Resume a feed."""

    @extend_schema(request=None)
    def post(self, request: Request, pk: int) -> Response:
        """Poll it again, at once."""
        feed = arrivals.resume_feed(feed=self.get_object(), actor=person(request))
        return Response(self.get_serializer(feed).data)


class FeedPoll(FeedView):
    """Poll a feed."""

    @extend_schema(request=None, responses={202: FeedSerializer})
    def post(self, request: Request, pk: int) -> Response:
        """Make its next poll due; 409 while it is paused."""
        feed = arrivals.poll_feed_now(feed=self.get_object(), actor=person(request))
        return Response(self.get_serializer(feed).data, status.HTTP_202_ACCEPTED)


class PageView(DeskView):
    """An endpoint about a page that was asked for by its address, or named by a feed."""

    serializer_class = PageSerializer

    def get_queryset(self) -> QuerySet[PageWish]:
        return pages()


class PageDetail(PageView, RetrieveAPIView[PageWish]):
    """What became of a page; its article, once there is one."""


class PageRetry(PageView):
    """Fetch a page again that could not be fetched."""

    @extend_schema(request=None, responses={202: PageSerializer})
    def post(self, request: Request, pk: int) -> Response:
        """Make it due again; 409 when nothing failed."""
        page = arrivals.retry_page(page=self.get_object(), actor=person(request))
        return Response(self.get_serializer(page).data, status.HTTP_202_ACCEPTED)

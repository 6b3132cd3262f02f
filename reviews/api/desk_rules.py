"""Tags, rules for priority, and saved views of the queue. The lists are short and come whole."""

from __future__ import annotations

from typing import Any

from django.db.models import QuerySet
from drf_spectacular.utils import extend_schema
from rest_framework import status
from rest_framework.generics import ListAPIView
from rest_framework.request import Request
from rest_framework.response import Response

from claims.api.desk_view import DeskView
from factcheck.web.permissions import person
from reviews.api.serializers.triage import RuleSerializer, TagSerializer, ViewSerializer
from reviews.models import BoostRule, SavedView, Tag
from reviews.selectors.saved_views import views_for
from reviews.services.boosts import boost_add, boost_end
from reviews.services.saved_views import view_delete, view_rename, view_save
from reviews.services.tags import tag_add, tag_retire


class TagList(DeskView, ListAPIView[Tag]):
    """The desk's tags."""

    queryset = Tag.objects.filter(retired_at__isnull=True)
    serializer_class = TagSerializer
    pagination_class = None

    def post(self, request: Request) -> Response:
        """Add a tag; editors only."""
        tag = tag_add(actor=person(request), **self.checked(request))
        return Response(self.get_serializer(tag).data, status.HTTP_201_CREATED)


class TagRetire(DeskView):
    """Offer a tag no more."""

    queryset = Tag.objects.all()
    serializer_class = TagSerializer

    @extend_schema(request=None)
    def post(self, request: Request, pk: int) -> Response:
        """Items that carry it keep it; editors only."""
        tag = tag_retire(tag=self.get_object(), actor=person(request))
        return Response(self.get_serializer(tag).data)


class RuleList(DeskView, ListAPIView[BoostRule]):
    """The rules for priority in force."""

    queryset = BoostRule.objects.filter(ended_at__isnull=True).select_related("added_by")
    serializer_class = RuleSerializer
    pagination_class = None

    def post(self, request: Request) -> Response:
        """Set a rule; editors only. The sweep applies it to what is in the queue."""
        rule = boost_add(actor=person(request), **self.checked(request))
        return Response(self.get_serializer(rule).data, status.HTTP_201_CREATED)


class RuleEnd(DeskView):
    """Take a rule's points away again."""

    queryset = BoostRule.objects.select_related("added_by")
    serializer_class = RuleSerializer

    @extend_schema(request=None)
    def post(self, request: Request, pk: int) -> Response:
        """End the rule; editors only."""
        rule = boost_end(rule=self.get_object(), actor=person(request))
        return Response(self.get_serializer(rule).data)


class ViewList(DeskView, ListAPIView[SavedView]):
    """The caller's saved views and those shared with the desk."""

    queryset = SavedView.objects.select_related("owner")
    serializer_class = ViewSerializer
    pagination_class = None

    def get_queryset(self) -> QuerySet[SavedView]:
        """Return the views the caller sees above the queue."""
        return views_for(person(self.request)).select_related("owner")

    def post(self, request: Request) -> Response:
        """Save a view; only editors share one."""
        view = view_save(actor=person(request), **self.checked(request))
        return Response(self.get_serializer(view).data, status.HTTP_201_CREATED)


class ViewDetail(DeskView):
    """One of the caller's own views."""

    queryset = SavedView.objects.filter(deleted_at__isnull=True).select_related("owner")
    serializer_class = ViewSerializer

    def patch(self, request: Request, pk: int) -> Response:
        """Give it another name."""
        said: dict[str, Any] = self.checked(request)
        view = view_rename(view=self.get_object(), actor=person(request), name=said["name"])
        return Response(self.get_serializer(view).data)

    def delete(self, request: Request, pk: int) -> Response:
        """Delete it."""
        view_delete(view=self.get_object(), actor=person(request))
        return Response(status=status.HTTP_204_NO_CONTENT)

"""What concerns the caller: mentions, answers, and what was sent back, assigned or handed over."""

from __future__ import annotations

from django.db.models import QuerySet
from drf_spectacular.utils import extend_schema
from rest_framework.generics import ListAPIView
from rest_framework.request import Request
from rest_framework.response import Response

from claims.api.desk_view import DeskView
from claims.api.paging import KeysetPagination
from factcheck.web.permissions import person
from reviews.api.serializers.comments import (
    NotificationSerializer,
    ReadUpToSerializer,
    UnreadSerializer,
)
from reviews.models import Notification
from reviews.selectors.notifications import notifications_of, unread_of
from reviews.services.notifications import notification_read, notifications_read


class NotificationList(DeskView, ListAPIView[Notification]):
    """The caller's notifications, newest first, but for what they may not read yet."""

    serializer_class = NotificationSerializer
    pagination_class = KeysetPagination
    page_order = ("-id",)

    def get_queryset(self) -> QuerySet[Notification]:
        return notifications_of(person(self.request))


class NotificationRead(DeskView):
    """One of them."""

    serializer_class = NotificationSerializer

    def get_queryset(self) -> QuerySet[Notification]:
        """Return the caller's; whatever else there is answers 404."""
        return notifications_of(person(self.request))

    @extend_schema(request=None)
    def post(self, request: Request, pk: int) -> Response:
        """Note that it was read."""
        notification_read(notification=self.get_object())
        return Response(NotificationSerializer(self.get_object()).data)


class NotificationsRead(DeskView):
    """All of them."""

    serializer_class = ReadUpToSerializer

    @extend_schema(operation_id="notifications_read_all", responses=UnreadSerializer)
    def post(self, request: Request) -> Response:
        """Note that all up to an id were read; answers with how many are unread since."""
        caller = person(request)
        notifications_read(actor=caller, **self.checked(request))
        return Response({"unread": unread_of(caller)})

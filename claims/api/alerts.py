"""Alerts: list, read, settle."""

from __future__ import annotations

from typing import Any

from django.db.models import QuerySet
from drf_spectacular.utils import OpenApiParameter, extend_schema
from rest_framework.generics import ListAPIView, RetrieveAPIView
from rest_framework.request import Request
from rest_framework.response import Response

from claims.api.desk_view import DeskView
from claims.api.paging import KeysetPagination
from claims.api.serializers.alerts import AlertDetailSerializer, AlertSerializer, SettleSerializer
from claims.models import Alert, AlertKind
from claims.selectors.alerts import alerts
from claims.services.alerts import alert_settle
from factcheck.web.permissions import person


class AlertList(DeskView, ListAPIView[Alert]):
    """Alerts, newest first."""

    serializer_class = AlertSerializer
    pagination_class = KeysetPagination
    page_order = ("-id",)

    def get_queryset(self) -> QuerySet[Alert]:
        """Return the alerts of the kind and state asked for."""
        found = alerts()
        if kind := self.asked("kind"):
            found = found.filter(kind=kind)
        if (state := self.asked("state")) in {"open", "settled"}:
            found = found.filter(settled_at__isnull=state == "open")
        return found

    @extend_schema(
        operation_id="alerts_list",
        parameters=[
            OpenApiParameter("kind", enum=AlertKind.values),
            OpenApiParameter("state", enum=["open", "settled"]),
        ],
    )
    def get(self, request: Request, *args: Any, **kwargs: Any) -> Response:
        return super().get(request, *args, **kwargs)


class AlertDetail(DeskView, RetrieveAPIView[Alert]):
    """One alert; of a claim that is made again with the count, outlet by outlet."""

    serializer_class = AlertDetailSerializer

    def get_queryset(self) -> QuerySet[Alert]:
        """Return every alert."""
        return alerts()


class AlertSettle(DeskView):
    """Settle an alert."""

    serializer_class = SettleSerializer

    def get_queryset(self) -> QuerySet[Alert]:
        """Return every alert."""
        return alerts()

    @extend_schema(responses=AlertSerializer)
    def post(self, request: Request, pk: int) -> Response:
        """Say what was done about it; 409 when it was settled already."""
        fields = self.checked(request)
        settled = alert_settle(alert=self.get_object(), actor=person(request), note=fields["note"])
        return Response(AlertSerializer(settled).data)

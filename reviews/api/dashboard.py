"""How the desk is doing: the figures of the dashboard."""

from __future__ import annotations

from django.utils import timezone
from drf_spectacular.utils import extend_schema
from rest_framework.request import Request
from rest_framework.response import Response

from claims.api.desk_view import DeskView
from factcheck.web.permissions import person
from reviews.api.serializers.dashboard import DashboardQuerySerializer, DashboardSerializer
from reviews.domain.dashboard_window import USUAL, days_back, window_of
from reviews.selectors.dashboard import dashboard_of


class DashboardView(DeskView):
    """What waits, what happened, how long it took, how well it was done."""

    serializer_class = DashboardSerializer

    @extend_schema(parameters=[DashboardQuerySerializer])
    def get(self, request: Request) -> Response:
        """Answer with the figures of the last 30 days, or of those asked for."""
        query = DashboardQuerySerializer(data=request.query_params)
        query.is_valid(raise_exception=True)
        asked, today = query.validated_data, timezone.localdate()
        if "since" in asked or "until" in asked:
            window = window_of(asked.get("since"), asked.get("until"), today)
        else:
            window = days_back(int(asked.get("period", USUAL)), today)
        return Response(self.get_serializer(dashboard_of(window, person(request))).data)

"""Saved reports: kept under a name, built at a call or by themselves."""

from __future__ import annotations

from typing import Any

from django.db.models import QuerySet
from drf_spectacular.utils import extend_schema
from rest_framework import status
from rest_framework.generics import ListAPIView
from rest_framework.request import Request
from rest_framework.response import Response

from claims.api.desk_view import DeskView
from claims.api.paging import KeysetPagination
from factcheck import flow
from factcheck.web.permissions import IsOverseer, person
from reviews.api.serializers.reports import (
    ReportSerializer,
    SavedReportInSerializer,
    SavedReportSerializer,
    ScheduleSerializer,
)
from reviews.models import SavedReport
from reviews.selectors.saved_reports import saved_reports_for, saved_reports_of
from reviews.services.report_schedules import saved_report_schedule
from reviews.services.saved_reports import (
    saved_report_delete,
    saved_report_restore,
    saved_report_save,
)


class SavedReportView(DeskView):
    """One's own saved reports, and those shared with the desk."""

    serializer_class = SavedReportSerializer
    permission_classes = [IsOverseer]

    def get_queryset(self) -> QuerySet[SavedReport]:
        """Return what the caller may see."""
        return saved_reports_for(person(self.request))


class SavedReportList(SavedReportView, ListAPIView[SavedReport]):
    """Saved reports, newest first."""

    pagination_class = KeysetPagination
    page_order = ("-id",)

    @extend_schema(operation_id="saved_reports_list")
    def get(self, request: Request, *args: Any, **kwargs: Any) -> Response:
        return super().get(request, *args, **kwargs)

    @extend_schema(request=SavedReportInSerializer, responses={201: SavedReportSerializer})
    def post(self, request: Request) -> Response:
        """Keep a wish under a name."""
        serializer = SavedReportInSerializer(data=request.data)
        serializer.is_valid(raise_exception=True)
        said = serializer.validated_data
        saved = saved_report_save(
            actor=person(request),
            name=said["name"],
            wish=serializer.wish(),
            is_shared=said["is_shared"],
        )
        return Response(self.get_serializer(saved).data, status.HTTP_201_CREATED)


class SavedReportDetail(SavedReportView):
    """One saved report."""

    def get(self, request: Request, pk: int) -> Response:
        """Return it."""
        return Response(self.get_serializer(self.get_object()).data)

    def delete(self, request: Request, pk: int) -> Response:
        """Take it away, and its schedule."""
        saved_report_delete(saved=self.get_object(), actor=person(request))
        return Response(status=status.HTTP_204_NO_CONTENT)


class SavedReportRestore(SavedReportView):
    """Have a deleted one back."""

    def get_queryset(self) -> QuerySet[SavedReport]:
        """Return the caller's own, those deleted too."""
        return saved_reports_of(person(self.request))

    @extend_schema(request=None)
    def post(self, request: Request, pk: int) -> Response:
        """Bring it back, without its schedule."""
        saved = saved_report_restore(saved=self.get_object(), actor=person(request))
        return Response(self.get_serializer(saved).data)


class SavedReportBuild(SavedReportView):
    """Have a saved report built."""

    @extend_schema(request=None, responses={201: ReportSerializer})
    def post(self, request: Request, pk: int) -> Response:
        """Ask for it now, its period as seen from today."""
        report = flow.build_saved_report(saved=self.get_object(), actor=person(request))
        return Response(ReportSerializer(report).data, status.HTTP_201_CREATED)


class SavedReportSchedule(SavedReportView):
    """When a saved report is built by itself."""

    @extend_schema(request=ScheduleSerializer)
    def put(self, request: Request, pk: int) -> Response:
        """Set how often and when, or end it."""
        serializer = ScheduleSerializer(data=request.data)
        serializer.is_valid(raise_exception=True)
        saved = saved_report_schedule(
            saved=self.get_object(), actor=person(request), **serializer.validated_data
        )
        return Response(self.get_serializer(saved).data)

"""Reports: ask, look, stop, fetch the file. For editors and administrators."""

from __future__ import annotations

from typing import Any

from django.http import FileResponse, HttpResponse
from drf_spectacular.types import OpenApiTypes
from drf_spectacular.utils import extend_schema
from rest_framework import status
from rest_framework.generics import ListAPIView, RetrieveAPIView
from rest_framework.request import Request
from rest_framework.response import Response

from claims.api.desk_view import DeskView
from claims.api.paging import KeysetPagination
from factcheck import flow
from factcheck.web.permissions import IsOverseer, person
from reviews.api.serializers.reports import ReportSerializer, WishSerializer
from reviews.models import Report
from reviews.services.reports import report_cancel
from reviews.web.report_file import report_file

REPORTS = Report.objects.select_related("requested_by")


class ReportList(DeskView, ListAPIView[Report]):
    """Reports, newest first."""

    serializer_class = ReportSerializer
    permission_classes = [IsOverseer]
    pagination_class = KeysetPagination
    queryset = REPORTS
    page_order = ("-id",)

    @extend_schema(operation_id="reports_list")
    def get(self, request: Request, *args: Any, **kwargs: Any) -> Response:
        return super().get(request, *args, **kwargs)

    @extend_schema(request=WishSerializer, responses={201: ReportSerializer})
    def post(self, request: Request) -> Response:
        """Ask for a report on the verdicts as they stand now; a worker builds it."""
        serializer = WishSerializer(data=request.data)
        serializer.is_valid(raise_exception=True)
        report = flow.request_report(actor=person(request), wish=serializer.wish())
        return Response(self.get_serializer(report).data, status.HTTP_201_CREATED)


class ReportDetail(DeskView, RetrieveAPIView[Report]):
    """One report: how far it is, and the digest of its file."""

    serializer_class = ReportSerializer
    permission_classes = [IsOverseer]
    queryset = REPORTS


class ReportCancel(DeskView):
    """Stop a report."""

    serializer_class = ReportSerializer
    permission_classes = [IsOverseer]
    queryset = REPORTS

    @extend_schema(request=None)
    def post(self, request: Request, pk: int) -> Response:
        """Cancel a report that is not done; 409 once it has ended."""
        report = report_cancel(report=self.get_object(), actor=person(request))
        return Response(self.get_serializer(report).data)


class ReportRetry(DeskView):
    """Have a report built after all."""

    serializer_class = ReportSerializer
    permission_classes = [IsOverseer]
    queryset = REPORTS

    @extend_schema(request=None)
    def post(self, request: Request, pk: int) -> Response:
        """Ask again for one that failed or was cancelled, on the verdicts as they stand now."""
        report = flow.retry_report(report=self.get_object(), actor=person(request))
        return Response(self.get_serializer(report).data)


class ReportDownload(DeskView):
    """The file of a report."""

    serializer_class = ReportSerializer
    permission_classes = [IsOverseer]
    queryset = REPORTS

    @extend_schema(responses={(200, "application/octet-stream"): OpenApiTypes.BINARY})
    def get(self, request: Request, pk: int) -> HttpResponse | FileResponse:
        """Send the file; 409 while there is none, or when it is gone."""
        return report_file(self.get_object(), person(request), request.method)

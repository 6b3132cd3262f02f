"""Reports: ask, look, fetch the file. For editors."""

from __future__ import annotations

from typing import Any

from django.http import FileResponse
from drf_spectacular.types import OpenApiTypes
from drf_spectacular.utils import extend_schema
from rest_framework import status
from rest_framework.generics import ListAPIView, RetrieveAPIView
from rest_framework.request import Request
from rest_framework.response import Response

from claims.api.desk_view import DeskView
from claims.api.paging import KeysetPagination
from factcheck import flow
from factcheck.web.permissions import IsEditor, person
from reviews.api.serializers.reports import ReportInSerializer, ReportSerializer
from reviews.exports.stored import stored_report
from reviews.models import Report

REPORTS = Report.objects.select_related("requested_by")


class ReportList(DeskView, ListAPIView[Report]):
    """Reports, newest first."""

    serializer_class = ReportSerializer
    permission_classes = [IsEditor]
    pagination_class = KeysetPagination
    queryset = REPORTS
    page_order = ("-id",)

    @extend_schema(operation_id="reports_list")
    def get(self, request: Request, *args: Any, **kwargs: Any) -> Response:
        return super().get(request, *args, **kwargs)

    @extend_schema(request=ReportInSerializer, responses={201: ReportSerializer})
    def post(self, request: Request) -> Response:
        """Ask for a report; a worker builds it."""
        serializer = ReportInSerializer(data=request.data)
        serializer.is_valid(raise_exception=True)
        report = flow.request_report(actor=person(request), **serializer.validated_data)
        return Response(self.get_serializer(report).data, status.HTTP_201_CREATED)


class ReportDetail(DeskView, RetrieveAPIView[Report]):
    """One report: whether it is done, and the digest of its file."""

    serializer_class = ReportSerializer
    permission_classes = [IsEditor]
    queryset = REPORTS


class ReportDownload(DeskView):
    """The file of a report."""

    serializer_class = ReportSerializer
    permission_classes = [IsEditor]
    queryset = REPORTS

    @extend_schema(responses={(200, "application/octet-stream"): OpenApiTypes.BINARY})
    def get(self, request: Request, pk: int) -> FileResponse:
        """Send the file; 409 while there is none, or when it is gone."""
        stored = stored_report(self.get_object())
        return FileResponse(
            stored.file,
            as_attachment=True,
            filename=stored.name,
            content_type=stored.content_type,
        )

"""Earlier fact-checks of other desks: listed, and taken in by a worker."""

from __future__ import annotations

import json
from typing import Any

from django.db.models import QuerySet
from drf_spectacular.utils import OpenApiParameter, extend_schema
from rest_framework import status
from rest_framework.generics import ListAPIView, RetrieveAPIView
from rest_framework.request import Request
from rest_framework.response import Response

from claims.api.desk_view import DeskView
from claims.api.paging import KeysetPagination
from claims.api.serializers.earlier_checks import (
    CheckDocumentSerializer,
    CheckImportSerializer,
    EarlierCheckSerializer,
)
from claims.models import CheckImport, EarlierCheck
from claims.selectors.earlier_checks import CheckSearch, check_imports, earlier_checks
from factcheck import arrivals
from factcheck.web.permissions import person


class EarlierChecks(DeskView, ListAPIView[EarlierCheck]):
    """Fact-checks of other desks, the last imported first; and more of them."""

    serializer_class = EarlierCheckSerializer
    pagination_class = KeysetPagination
    page_order = ("-id",)

    def get_queryset(self) -> QuerySet[EarlierCheck]:
        """Return the fact-checks that fit what was asked for."""
        asked = CheckSearch(self.asked("q"), self.asked("publisher"), self.asked("language"))
        return earlier_checks(asked)

    @extend_schema(
        operation_id="earlier_checks_list",
        parameters=[
            OpenApiParameter("q", description="Words of the claim or the rating, all of them."),
            OpenApiParameter("publisher"),
            OpenApiParameter("language", description="BCP 47 tag, or how it begins."),
        ],
    )
    def get(self, request: Request, *args: Any, **kwargs: Any) -> Response:
        return super().get(request, *args, **kwargs)

    @extend_schema(
        operation_id="earlier_checks_import",
        request=CheckDocumentSerializer,
        responses={202: CheckImportSerializer},
    )
    def post(self, request: Request) -> Response:
        """Have a worker take some in; ask its import what became of each row. For editors."""
        fields = CheckDocumentSerializer(data=request.data)
        fields.is_valid(raise_exception=True)
        document, url = fields.validated_data["document"], fields.validated_data["url"]
        data = b"" if document is None else json.dumps(document).encode()
        row = arrivals.want_checks(actor=person(request), data=data, url=url, name="")
        return Response(CheckImportSerializer(row).data, status=status.HTTP_202_ACCEPTED)


class EarlierCheckImport(DeskView, RetrieveAPIView[CheckImport]):
    """How far an import is, and which rows could not be read."""

    serializer_class = CheckImportSerializer

    def get_queryset(self) -> QuerySet[CheckImport]:
        """Return every import."""
        return check_imports()

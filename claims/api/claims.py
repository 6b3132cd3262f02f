"""Claims: list and read."""

from __future__ import annotations

from django.db.models import QuerySet
from drf_spectacular.utils import OpenApiParameter, extend_schema
from rest_framework.generics import ListAPIView, RetrieveAPIView
from rest_framework.request import Request
from rest_framework.response import Response

from claims.api.desk_view import DeskView
from claims.api.paging import KeysetPagination
from claims.api.serializers.claims import ClaimRowSerializer, ClaimSerializer
from claims.models import Claim


class ClaimList(DeskView, ListAPIView[Claim]):
    """Claims, newest first."""

    serializer_class = ClaimRowSerializer
    pagination_class = KeysetPagination
    page_order = ("-id",)

    def get_queryset(self) -> QuerySet[Claim]:
        """Return the claims of the language asked for."""
        language = self.asked("language")
        claims = Claim.objects.defer("vector")
        return claims.filter(language=language) if language else claims

    @extend_schema(parameters=[OpenApiParameter("language", description="BCP 47 tag")])
    def get(self, request: Request, *args: object, **kwargs: object) -> Response:
        return super().get(request, *args, **kwargs)


class ClaimDetail(DeskView, RetrieveAPIView[Claim]):
    """One claim: its appearances, family, relations, earlier fact-checks and standing."""

    serializer_class = ClaimSerializer
    queryset = Claim.objects.defer("vector")

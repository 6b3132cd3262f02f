"""Recusals: one's own, and everybody's for editors."""

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
from factcheck.accounts.models import User
from factcheck.web.permissions import person
from reviews.api.people import person_named
from reviews.api.serializers.recusals import RecusalInSerializer, RecusalSerializer
from reviews.domain.recusal import Kind
from reviews.models import Recusal
from reviews.selectors.recusals import recusals_readable_by
from reviews.services.recusals import recusal_declare, recusal_end, recusal_from


class RecusalList(DeskView, ListAPIView[Recusal]):
    """Recusals the caller may read, newest first."""

    serializer_class = RecusalSerializer
    pagination_class = KeysetPagination
    page_order = ("-id",)

    def get_queryset(self) -> QuerySet[Recusal]:
        """Return the caller's own, or all of them for an editor."""
        return recusals_readable_by(person(self.request))

    @extend_schema(operation_id="recusals_list")
    def get(self, request: Request, *args: Any, **kwargs: Any) -> Response:
        return super().get(request, *args, **kwargs)

    @extend_schema(request=RecusalInSerializer, responses={201: RecusalSerializer})
    def post(self, request: Request) -> Response:
        """Declare one, for oneself or, as an editor, for anybody who reviews."""
        serializer = RecusalInSerializer(data=request.data)
        serializer.is_valid(raise_exception=True)
        fields = serializer.validated_data
        recusal = recusal_declare(
            actor=person(request),
            person=_whom(fields["person"], person(request)),
            what=recusal_from(kind=Kind(fields["kind"]), text=fields["text"]),
            reason=fields["reason"],
        )
        return Response(RecusalSerializer(recusal).data, status.HTTP_201_CREATED)


class RecusalEnd(DeskView):
    """End a recusal."""

    serializer_class = RecusalSerializer

    def get_queryset(self) -> QuerySet[Recusal]:
        """Return what the caller may read; whatever else there is answers 404."""
        return recusals_readable_by(person(self.request))

    @extend_schema(request=None)
    def post(self, request: Request, pk: int) -> Response:
        """End it from now on; it stays on record."""
        recusal = recusal_end(recusal=self.get_object(), actor=person(request))
        return Response(self.get_serializer(recusal).data)


def _whom(username: str, caller: User) -> User:
    return person_named(username, field="person") if username else caller

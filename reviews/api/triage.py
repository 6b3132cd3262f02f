"""Triage of many items at once, undoing it, and the second look at dismissals."""

from __future__ import annotations

from typing import Any

from django.db.models import QuerySet
from drf_spectacular.utils import OpenApiParameter, extend_schema
from rest_framework import status
from rest_framework.generics import ListAPIView
from rest_framework.request import Request
from rest_framework.response import Response

from claims.api.desk_view import DeskView
from claims.api.paging import KeysetPagination
from factcheck.idempotency.endpoints import REPLAYED, sent_of
from factcheck.web.permissions import person
from reviews.api.serializers.triage import (
    BatchSerializer,
    DismissalSerializer,
    LookSerializer,
    OrderSerializer,
)
from reviews.domain.dismissals import Outcome
from reviews.models import Dismissal, TriageBatch
from reviews.models.dismissal import WHY_CHOICES
from reviews.selectors.dismissals import LINES, ledger, ledger_filter_from
from reviews.services.bulk import items_triage, items_triage_once
from reviews.services.dismissals import dismissal_confirm, dismissal_overturn
from reviews.services.undoing import batch_undo

BATCHES = TriageBatch.objects.select_related("by").prefetch_related("changes")


class Bulk(DeskView):
    """Do one thing to up to 200 items."""

    serializer_class = OrderSerializer
    service_keeps_keys = True

    @extend_schema(responses={201: BatchSerializer})
    def post(self, request: Request) -> Response:
        """Each item by itself: what is refused is listed with its reason and stops no other."""
        order = OrderSerializer(data=request.data)
        order.is_valid(raise_exception=True)
        ids, sent, was_there = order.validated_data["items"], sent_of(request), False
        if sent is None:
            batch = items_triage(item_ids=ids, order=order.order(), actor=person(request))
        else:
            batch, was_there = items_triage_once(item_ids=ids, order=order.order(), sent=sent)
        told = BatchSerializer(BATCHES.get(pk=batch.pk)).data
        headers = {REPLAYED: "true"} if was_there else None
        return Response(told, status.HTTP_201_CREATED, headers=headers)


class Batch(DeskView):
    """What became of the items of one request."""

    queryset = BATCHES
    serializer_class = BatchSerializer

    def get(self, request: Request, pk: int) -> Response:
        return Response(self.get_serializer(self.get_object()).data)


class BatchUndo(DeskView):
    """Put back what a batch changed."""

    queryset = BATCHES
    serializer_class = BatchSerializer
    service_keeps_keys = True

    @extend_schema(request=None)
    def post(self, request: Request, pk: int) -> Response:
        """Only what nothing has changed since; the rest is listed in `undo_refused`."""
        sent = sent_of(request)
        key = sent.key if sent else ""
        batch = batch_undo(batch=self.get_object(), actor=person(request), key=key)
        return Response(self.get_serializer(BATCHES.get(pk=batch.pk)).data)


class DismissalList(DeskView, ListAPIView[Dismissal]):
    """The ledger of dismissals, newest first."""

    serializer_class = DismissalSerializer
    pagination_class = KeysetPagination
    queryset = LINES

    def get_queryset(self) -> QuerySet[Dismissal]:
        """Return the lines that fit."""
        return ledger(ledger_filter_from(self.request.query_params.dict()))

    @extend_schema(
        parameters=[
            OpenApiParameter("why", enum=[value for value, _label in WHY_CHOICES]),
            OpenApiParameter("by", int, description="id of a person"),
            OpenApiParameter("outcome", enum=[outcome.value for outcome in Outcome]),
            OpenApiParameter("standing", enum=["1"], description="not restored"),
        ]
    )
    def get(self, request: Request, *args: Any, **kwargs: Any) -> Response:
        return super().get(request, *args, **kwargs)


class DismissalConfirm(DeskView):
    """Say as a second person that a drawn dismissal is right."""

    queryset = LINES
    serializer_class = LookSerializer

    @extend_schema(responses=DismissalSerializer)
    def post(self, request: Request, pk: int) -> Response:
        """Refused to whoever dismissed it."""
        line = dismissal_confirm(
            dismissal=self.get_object(), actor=person(request), **self.checked(request)
        )
        return Response(DismissalSerializer(line).data)


class DismissalOverturn(DeskView):
    """Say as a second person that a drawn dismissal was wrong."""

    queryset = LINES
    serializer_class = LookSerializer

    @extend_schema(responses=DismissalSerializer)
    def post(self, request: Request, pk: int) -> Response:
        """The claim comes back to the queue; needs a note."""
        line = dismissal_overturn(
            dismissal=self.get_object(), actor=person(request), **self.checked(request)
        )
        return Response(DismissalSerializer(line).data)

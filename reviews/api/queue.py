"""The queue: what waits, taking and giving back, and the moves of triage."""

from __future__ import annotations

from typing import Any
from uuid import UUID

from drf_spectacular.utils import extend_schema
from rest_framework import status
from rest_framework.request import Request
from rest_framework.response import Response
from rest_framework.serializers import BaseSerializer

from claims.api.desk_view import DeskView, serializer_of
from factcheck.web.permissions import person
from reviews.api.queue_list import ROWS
from reviews.api.serializers.queue import (
    LeaseSerializer,
    NoteSerializer,
    QueueItemSerializer,
)
from reviews.api.serializers.triage import DismissSerializer
from reviews.domain.dismissals import Why
from reviews.domain.states import State, open_events
from reviews.models import QueueItem
from reviews.selectors.secret_reviews import moves_readable_by
from reviews.selectors.situations import situation_of
from reviews.services.corrections import item_reopen
from reviews.services.dismissals import item_dismiss, item_restore
from reviews.services.leases import lease_heartbeat, lease_release, lease_take, lease_take_next
from reviews.services.more_reviews import review_ask
from reviews.services.withdrawals import review_withdraw

ITEMS = (
    QueueItem.objects.select_related("claim", "assignee")
    .prefetch_related(*ROWS)
    .defer("claim__vector")
)


LEASE = serializer_of(LeaseSerializer)


class TakeNext(DeskView):
    """Take the item of highest priority that the caller may review."""

    serializer_class = LeaseSerializer

    @extend_schema(request=None, responses={200: LeaseSerializer, 204: None})
    def post(self, request: Request) -> Response:
        """Answer with a lease, or 204 when there is nothing to review."""
        lease = lease_take_next(actor=person(request))
        if lease is None:
            return Response(status=status.HTTP_204_NO_CONTENT)
        return Response(LEASE.to_representation(lease))


class Heartbeat(DeskView):
    """Keep an item for longer."""

    serializer_class = LeaseSerializer

    @extend_schema(request=None)
    def post(self, request: Request, token: UUID) -> Response:
        """Extend the lease from now; 409 when it has ended or run out."""
        lease = lease_heartbeat(token=token, actor=person(request))
        return Response(LEASE.to_representation(lease))


class ItemView(DeskView):
    """An endpoint about one item."""

    queryset = ITEMS
    serializer_class: type[BaseSerializer[Any]] = QueueItemSerializer

    def answer(self, pk: int, code: int = status.HTTP_200_OK) -> Response:
        """Return the item as it is stored now, with the events open to the caller."""
        item = ITEMS.select_related("verdict").prefetch_related("moves__by").get(pk=pk)
        caller = person(self.request)
        context = {
            "events": open_events(State(item.state), situation_of(item, caller)),
            "moves": moves_readable_by(caller, item),
        }
        return Response(QueueItemSerializer(item, context=context).data, code)


class QueueItemDetail(ItemView):
    """One item, with its history and the events open to the caller."""

    def get(self, request: Request, pk: int) -> Response:
        return self.answer(self.get_object().pk)


class Take(ItemView):
    """Take this item."""

    serializer_class = LeaseSerializer

    @extend_schema(request=None)
    def post(self, request: Request, pk: int) -> Response:
        """Answer with a lease; with the same one when the caller holds the item."""
        lease = lease_take(item=self.get_object(), actor=person(request))
        return Response(LEASE.to_representation(lease))


class Release(ItemView):
    """Give the item back."""

    @extend_schema(request=None)
    def post(self, request: Request, pk: int) -> Response:
        """End the caller's lease; their draft stays."""
        return self.answer(lease_release(item=self.get_object(), actor=person(request)).pk)


class Withdraw(ItemView):
    """Take back the review one has just handed in."""

    @extend_schema(request=None, responses=QueueItemSerializer)
    def post(self, request: Request, pk: int) -> Response:
        """Make it a draft again, while nobody has acted on the claim; the caller holds it."""
        return self.answer(review_withdraw(item=self.get_object(), actor=person(request)).item_id)


class Dismiss(ItemView):
    """Take the claim out of the queue."""

    serializer_class = DismissSerializer

    @extend_schema(responses=QueueItemSerializer)
    def post(self, request: Request, pk: int) -> Response:
        """Dismiss with a reason; `restore` undoes it."""
        said = self.checked(request)
        item = item_dismiss(
            item=self.get_object(),
            actor=person(request),
            note=said["note"],
            why=Why(said["why"]),
        )
        return self.answer(item.pk)


class Restore(ItemView):
    """Put a dismissed claim back into the queue."""

    @extend_schema(request=None)
    def post(self, request: Request, pk: int) -> Response:
        """Undo a dismissal."""
        return self.answer(item_restore(item=self.get_object(), actor=person(request)).pk)


class AskReview(ItemView):
    """Want one independent review more."""

    serializer_class = NoteSerializer

    @extend_schema(responses=QueueItemSerializer)
    def post(self, request: Request, pk: int) -> Response:
        """Raise the reviews wanted by one, with a reason; from sign-off the claim goes back."""
        item = review_ask(item=self.get_object(), actor=person(request), **self.checked(request))
        return self.answer(item.pk)


class Reopen(ItemView):
    """Put a claim that was dealt with back into the queue."""

    serializer_class = NoteSerializer

    @extend_schema(responses={201: QueueItemSerializer})
    def post(self, request: Request, pk: int) -> Response:
        """Answer with the new item; the closed one is history."""
        item = item_reopen(item=self.get_object(), actor=person(request), **self.checked(request))
        return self.answer(item.pk, status.HTTP_201_CREATED)

"""The right of reply: whom the desk asked, what they said, and going without."""

from __future__ import annotations

from typing import Any

from drf_spectacular.utils import extend_schema
from rest_framework import status
from rest_framework.request import Request
from rest_framework.response import Response
from rest_framework.serializers import BaseSerializer

from claims.api.desk_view import DeskView
from claims.api.serializers.evidence import EvidenceSerializer
from claims.models import Claim
from factcheck.web.permissions import person
from reviews.api.serializers.replies import (
    ContactSerializer,
    ReplyNoteSerializer,
    ReplyRequestInSerializer,
    ReplyRequestSerializer,
    ReplyWaiverInSerializer,
    ReplyWaiverSerializer,
)
from reviews.models import QueueItem, ReplyRequest
from reviews.selectors.replies import claim_replies
from reviews.services.replies import (
    Contact,
    reply_ask,
    reply_note,
    reply_to_evidence,
    reply_try_again,
)
from reviews.services.reply_waivers import reply_waive

REQUESTS = ReplyRequest.objects.select_related("asked_by", "noted_by").prefetch_related(
    "attempts__by"
)
CONTACT = ("channel", "address", "note", "at")


class ClaimReplies(DeskView):
    """Who was asked for comment on a claim, oldest first."""

    queryset = Claim.objects.defer("vector")
    serializer_class = ReplyRequestInSerializer
    pagination_class = None

    @extend_schema(operation_id="replies_list", responses=ReplyRequestSerializer(many=True))
    def get(self, request: Request, pk: int) -> Response:
        rows = claim_replies(self.get_object())
        return Response(ReplyRequestSerializer(rows, many=True).data)

    @extend_schema(operation_id="replies_create", responses={201: ReplyRequestSerializer})
    def post(self, request: Request, pk: int) -> Response:
        """Note that somebody was asked; a verdict against them waits for their deadline."""
        fields = self.checked(request)
        contact = Contact(**{name: fields.pop(name) for name in CONTACT})
        claim = self.get_object()
        asked = reply_ask(claim=claim, actor=person(request), contact=contact, **fields)
        row = REQUESTS.get(pk=asked.pk)
        return Response(ReplyRequestSerializer(row).data, status.HTTP_201_CREATED)


class ReplyView(DeskView):
    """An endpoint about one request for comment."""

    queryset = REQUESTS
    serializer_class: type[BaseSerializer[Any]] = ReplyRequestSerializer

    def answer(self, pk: int, code: int = status.HTTP_200_OK) -> Response:
        """Return the request as it is stored now."""
        return Response(ReplyRequestSerializer(REQUESTS.get(pk=pk)).data, code)


class ReplyAttempts(ReplyView):
    """Further attempts."""

    serializer_class = ContactSerializer

    @extend_schema(responses={201: ReplyRequestSerializer})
    def post(self, request: Request, pk: int) -> Response:
        """Note another attempt to reach them."""
        contact, asked = Contact(**self.checked(request)), self.get_object()
        reply_try_again(request=asked, actor=person(request), contact=contact)
        return self.answer(asked.pk, status.HTTP_201_CREATED)


class ReplyOutcome(ReplyView):
    """What came of it."""

    serializer_class = ReplyNoteSerializer

    @extend_schema(responses=ReplyRequestSerializer)
    def post(self, request: Request, pk: int) -> Response:
        """Note the outcome; 409 `stale` when somebody did so since `based_on`."""
        fields = self.checked(request)
        return self.answer(
            reply_note(request=self.get_object(), actor=person(request), **fields).pk
        )


class ReplyEvidence(ReplyView):
    """The answer as evidence."""

    @extend_schema(request=None, responses={201: EvidenceSerializer})
    def post(self, request: Request, pk: int) -> Response:
        """Put the answer among the evidence of the claim."""
        row = reply_to_evidence(request=self.get_object(), actor=person(request))
        return Response(EvidenceSerializer(row).data, status.HTTP_201_CREATED)


class ReplyWaived(DeskView):
    """Going without a reply."""

    queryset = QueueItem.objects.all()
    serializer_class = ReplyWaiverInSerializer

    @extend_schema(responses=ReplyWaiverSerializer)
    def post(self, request: Request, pk: int) -> Response:
        """Publish without waiting, for a reason that readers see. For editors.

        409 `stale` when another reason was given since `based_on`.
        """
        fields = self.checked(request)
        waiver = reply_waive(item=self.get_object(), actor=person(request), **fields)
        return Response(ReplyWaiverSerializer(waiver).data)

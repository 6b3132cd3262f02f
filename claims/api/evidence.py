"""Evidence on a claim: list, add, mark as removed."""

from __future__ import annotations

from drf_spectacular.utils import extend_schema
from rest_framework import status
from rest_framework.request import Request
from rest_framework.response import Response

from claims.api.desk_view import DeskView
from claims.api.serializers.evidence import (
    EvidenceInSerializer,
    EvidenceSerializer,
    QuotationInSerializer,
)
from claims.models import Claim, Evidence
from claims.selectors.copies import LARGE
from factcheck import flow
from factcheck.web.permissions import person
from reviews.services.claim_evidence import claim_evidence_remove
from reviews.services.evidence_quotes import evidence_quote


class ClaimEvidence(DeskView):
    """The evidence for, against or as context of a claim, oldest first."""

    queryset = Claim.objects.all()
    serializer_class = EvidenceInSerializer
    pagination_class = None

    @extend_schema(operation_id="evidence_list", responses=EvidenceSerializer(many=True))
    def get(self, request: Request, pk: int) -> Response:
        """List all rows, the removed ones too: what a review cited stays readable."""
        rows = self.get_object().evidence.select_related("added_by", "copy", "watch").defer(*LARGE)
        return Response(EvidenceSerializer(rows, many=True).data)

    @extend_schema(operation_id="evidence_create", responses={201: EvidenceSerializer})
    def post(self, request: Request, pk: int) -> Response:
        """Add a row; it changes what a sign-off covered, and so voids it."""
        evidence = flow.add_evidence(
            claim=self.get_object(), actor=person(request), **self.checked(request)
        )
        return Response(EvidenceSerializer(evidence).data, status.HTTP_201_CREATED)


class EvidenceDetail(DeskView):
    """One row of evidence."""

    queryset = Evidence.objects.all()
    serializer_class = EvidenceSerializer

    @extend_schema(responses={204: None})
    def delete(self, request: Request, pk: int) -> Response:
        """Mark the row as removed; 409 when it was."""
        claim_evidence_remove(evidence=self.get_object(), actor=person(request))
        return Response(status=status.HTTP_204_NO_CONTENT)


class EvidenceCopy(DeskView):
    """The copy of the page behind a row of evidence."""

    queryset = Evidence.objects.all()
    serializer_class = EvidenceSerializer

    @extend_schema(request=None, responses={202: EvidenceSerializer})
    def post(self, request: Request, pk: int) -> Response:
        """Have the page copied, or tried again; 409 when a copy is kept."""
        evidence = self.get_object()
        flow.copy_evidence(evidence=evidence, actor=person(request))
        evidence.refresh_from_db()
        return Response(EvidenceSerializer(evidence).data, status.HTTP_202_ACCEPTED)


class EvidenceQuotation(DeskView):
    """What a row of evidence quotes from the copy of its page."""

    queryset = Evidence.objects.all()
    serializer_class = QuotationInSerializer

    @extend_schema(responses=EvidenceSerializer)
    def put(self, request: Request, pk: int) -> Response:
        """Quote these words; they are kept as the copy has them.

        400 when the copy has them not. 409 `cited` when a review or a verdict rests on what is
        quoted, `no_copy` when there is none, and `stale` when `based_on` is not what is quoted.
        """
        row = evidence_quote(
            evidence=self.get_object(), actor=person(request), **self.checked(request)
        )
        return Response(EvidenceSerializer(row).data)

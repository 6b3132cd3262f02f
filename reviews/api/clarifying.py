"""The clarified wording of a claim."""

from __future__ import annotations

from typing import Any

from drf_spectacular.utils import extend_schema
from rest_framework import serializers
from rest_framework.request import Request
from rest_framework.response import Response

from claims.api.desk_view import DeskView
from claims.api.fields import Text
from claims.api.serializers.claims import ClaimRowSerializer
from claims.models import Claim
from factcheck.web.permissions import person
from reviews.services.clarifying import MAX_WORDING, claim_clarify


class ClarificationSerializer(serializers.Serializer[Any]):
    """The wording, "" for none, and the one it was based on."""

    clarified = Text(max_length=MAX_WORDING)
    based_on = Text(max_length=MAX_WORDING)


class Clarification(DeskView):
    """A clearer wording beside the claim."""

    queryset = Claim.objects.defer("vector")
    serializer_class = ClarificationSerializer

    @extend_schema(responses=ClaimRowSerializer)
    def put(self, request: Request, pk: int) -> Response:
        """Set it; 409 `stale` when somebody changed it since `based_on`. For editors."""
        fields = self.checked(request)
        claim_clarify(
            claim=self.get_object(), actor=person(request),
            wording=fields["clarified"], based_on=fields["based_on"],
        )  # fmt: skip
        return Response(ClaimRowSerializer(self.get_object()).data)

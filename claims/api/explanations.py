"""Why the matcher takes two statements for one claim, or does not."""

from __future__ import annotations

from django.http import Http404
from django.shortcuts import get_object_or_404
from drf_spectacular.utils import OpenApiParameter, extend_schema
from rest_framework.request import Request
from rest_framework.response import Response

from claims.api.desk_view import DeskView
from claims.api.serializers.explanations import ExplainedSerializer
from claims.models import Claim
from claims.selectors.explaining import explained
from factcheck import flow


class ClaimExplanation(DeskView):
    """The claim beside another claim, one of its appearances, or an earlier fact-check."""

    serializer_class = ExplainedSerializer

    @extend_schema(
        parameters=[
            OpenApiParameter(
                "with", required=True, description='"claim:12", "appearance:5" or "check:7"'
            )
        ]
    )
    def get(self, request: Request, pk: int) -> Response:
        """Return the pairs of words that were compared, the reasons, and what is missing.

        409 (not_read_yet) while no worker has read a wording that was never compared; it is read
        then, so ask again after a moment.
        """
        claim = get_object_or_404(Claim.objects.defer("vector"), pk=pk)
        found = explained(claim, self.asked("with"), flow.search_meaning)
        if found is None:
            raise Http404
        return Response(self.get_serializer(found).data)

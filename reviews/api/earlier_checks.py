"""An earlier fact-check is not about a claim, or is after all."""

from __future__ import annotations

from drf_spectacular.utils import extend_schema
from rest_framework.request import Request
from rest_framework.response import Response

from claims.api.desk_view import DeskView
from claims.api.serializers.claims import EarlierCheckMatchSerializer
from claims.api.serializers.earlier_checks import HidingSerializer
from claims.models import EarlierCheckMatch
from factcheck.web.permissions import person
from reviews.services.earlier_checks import earlier_check_hide, earlier_check_show


class EarlierCheckHide(DeskView):
    """Say that a fact-check is not about the claim it is shown beside."""

    queryset = EarlierCheckMatch.objects.select_related("check_found")
    serializer_class = HidingSerializer

    @extend_schema(responses=EarlierCheckMatchSerializer)
    def post(self, request: Request, pk: int) -> Response:
        """Hide it, with a note; 409 when somebody has. The machine does not bring it back."""
        note = self.checked(request)["note"]
        match = earlier_check_hide(match=self.get_object(), actor=person(request), note=note)
        return Response(EarlierCheckMatchSerializer(match).data)


class EarlierCheckShow(DeskView):
    """Take back that a fact-check is not about a claim."""

    queryset = EarlierCheckMatch.objects.select_related("check_found")
    serializer_class = EarlierCheckMatchSerializer

    @extend_schema(request=None, responses=EarlierCheckMatchSerializer)
    def post(self, request: Request, pk: int) -> Response:
        """Show it again; 409 when it is not hidden."""
        match = earlier_check_show(match=self.get_object(), actor=person(request))
        return Response(EarlierCheckMatchSerializer(match).data)

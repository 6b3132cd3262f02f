"""How far blind reviews agree. For editors."""

from __future__ import annotations

from drf_spectacular.types import OpenApiTypes
from drf_spectacular.utils import OpenApiParameter, extend_schema
from rest_framework.request import Request
from rest_framework.response import Response

from claims.api.desk_view import DeskView
from factcheck.web.permissions import IsEditor
from reviews.api.serializers.agreement import AgreementSerializer, PeriodSerializer
from reviews.selectors.agreement import Period, agreement_of


class AgreementView(DeskView):
    """Agreement in all, by language, by rating and by pair of people."""

    serializer_class = AgreementSerializer
    permission_classes = [IsEditor]

    @extend_schema(
        parameters=[
            OpenApiParameter(
                "since", OpenApiTypes.DATE,
                description="first day of submission; a year ago when left out",
            ),
            OpenApiParameter("until", OpenApiTypes.DATE, description="last day, included"),
        ]
    )  # fmt: skip
    def get(self, request: Request) -> Response:
        """Answer with figures and 95 % intervals; `undefined` says why there is none."""
        period = PeriodSerializer(data=request.query_params)
        period.is_valid(raise_exception=True)
        return Response(self.get_serializer(agreement_of(Period(**period.validated_data))).data)

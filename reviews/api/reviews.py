"""Reviews of an item: draft, submit, and read as far as the blind rule lets one."""

from __future__ import annotations

from typing import Any
from uuid import UUID

from drf_spectacular.utils import extend_schema
from rest_framework.request import Request
from rest_framework.response import Response

from claims.api.desk_view import DeskView, serializer_of
from factcheck.web.permissions import person
from reviews.api.serializers.reviews import ReviewInSerializer, ReviewSerializer
from reviews.models import QueueItem
from reviews.selectors.reviews import reviews_visible_to
from reviews.services.reviews import ReviewText, review_save_draft, review_submit

REVIEW = serializer_of(ReviewSerializer)


class ReviewView(DeskView):
    """An endpoint about the caller's review of one item."""

    serializer_class = ReviewInSerializer

    def written(self, request: Request) -> dict[str, Any]:
        """Return what both services ask for: item, actor, token, text, based_on."""
        fields = self.checked(request)
        token: UUID = fields.pop("token")
        based_on: int = fields.pop("based_on")
        text = ReviewText(**fields | {"evidence": tuple(fields["evidence"])})
        return {
            "item": QueueItem(pk=self.kwargs["pk"]),  # the service reads it when it locks it
            "actor": person(request),
            "token": token,
            "text": text,
            "based_on": based_on,
        }


class ReviewDraft(ReviewView):
    """The caller's draft."""

    @extend_schema(responses=ReviewSerializer)
    def put(self, request: Request, pk: int) -> Response:
        """Save the draft; 409 with `current` when another window saved since `based_on`."""
        return Response(REVIEW.to_representation(review_save_draft(**self.written(request))))


class ReviewSubmission(ReviewView):
    """The caller's finished review."""

    @extend_schema(responses=ReviewSerializer)
    def post(self, request: Request, pk: int) -> Response:
        """Submit; the last review that is needed drafts the verdict."""
        return Response(REVIEW.to_representation(review_submit(**self.written(request))))


class ItemReviews(DeskView):
    """The reviews of an item; others' only when all that are wanted are in."""

    queryset = QueueItem.objects.all()
    serializer_class = ReviewSerializer
    pagination_class = None

    @extend_schema(responses=ReviewSerializer(many=True))
    def get(self, request: Request, pk: int) -> Response:
        reviews = reviews_visible_to(self.get_object(), person(request))
        return Response(self.get_serializer(reviews, many=True).data)

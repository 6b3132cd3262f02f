"""Break-glass by the API."""

from __future__ import annotations

from drf_spectacular.utils import extend_schema
from rest_framework.request import Request
from rest_framework.response import Response

from factcheck.web.permissions import person
from reviews.api.queue import ItemView
from reviews.api.serializers.break_glass import BreakGlassSerializer
from reviews.api.serializers.queue import QueueItemSerializer
from reviews.domain.states import Event
from reviews.services.break_glass import item_force


class BreakGlass(ItemView):
    """Force a move that the desk's own rules refuse. For administrators."""

    serializer_class = BreakGlassSerializer

    @extend_schema(responses=QueueItemSerializer)
    def post(self, request: Request, pk: int) -> Response:
        """Force it, for the reason given; the desk and the administrators are told."""
        asked = self.checked(request)
        item = item_force(
            item=self.get_object(),
            event=Event(asked["move"]),
            actor=person(request),
            note=asked["note"],
            seen_hash=asked.get("hash", ""),
        )
        return self.answer(item.pk)

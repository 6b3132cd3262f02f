"""The queue as a list: filtered and sorted as the page is."""

from __future__ import annotations

from typing import Any

from django.db.models import Prefetch, QuerySet
from drf_spectacular.utils import OpenApiParameter, extend_schema
from rest_framework.generics import ListAPIView
from rest_framework.request import Request
from rest_framework.response import Response

from claims.api.desk_view import DeskView
from claims.api.paging import KeysetPagination
from factcheck.web.permissions import person
from reviews.api.serializers.queue import QueueItemRowSerializer
from reviews.domain.states import State
from reviews.models import ItemTag, QueueItem, QueueReason
from reviews.selectors.queue_filter import Due, Sort, filter_from, filtered

ROWS = ("reasons", Prefetch("item_tags", ItemTag.objects.select_related("tag")))
PARAMETERS = [
    OpenApiParameter("state", enum=[state.value for state in State if state != State.NEW]),
    OpenApiParameter("language", description="BCP 47 tag of the claim"),
    OpenApiParameter("source", int, description="id of an outlet that carries it"),
    OpenApiParameter("speaker", description="as it stands on the claim"),
    OpenApiParameter("tag", int, description="id of a tag"),
    OpenApiParameter("assignee", description="`me`, `none`, or the id of a person"),
    OpenApiParameter("due", enum=[due.value for due in Due], description="in the caller's zone"),
    OpenApiParameter("reason", enum=QueueReason.Kind.values, description="why it is there"),
    OpenApiParameter("conflict", enum=["1"], description="only with differing figures"),
    OpenApiParameter("min", int, description="least priority"),
    OpenApiParameter("q", description="words of the claim or its speaker"),
    OpenApiParameter("mine", enum=["1"], description="only those the caller holds or reviewed"),
    OpenApiParameter("snoozed", enum=["1"], description="those that sleep, instead of the others"),
    OpenApiParameter("sort", enum=[sort.value for sort in Sort]),
]


class QueueList(DeskView, ListAPIView[QueueItem]):
    """Items by priority; those that wait, unless a state is asked for."""

    serializer_class = QueueItemRowSerializer
    pagination_class = KeysetPagination
    queryset = QueueItem.objects.all()

    @property
    def page_order(self) -> tuple[str, ...]:
        """Return the columns of the order asked for."""
        return filter_from(self.request.query_params.dict()).order

    def get_queryset(self) -> QuerySet[QueueItem]:
        """Return the items that fit; a filter that makes no sense is left out."""
        items = filtered(filter_from(self.request.query_params.dict()), person(self.request))
        rows = items.select_related("claim", "assignee").defer("claim__vector")
        return rows.prefetch_related(*ROWS)

    @extend_schema(parameters=PARAMETERS)
    def get(self, request: Request, *args: Any, **kwargs: Any) -> Response:
        return super().get(request, *args, **kwargs)

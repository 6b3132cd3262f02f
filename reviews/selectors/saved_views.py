"""The views a person finds above the queue, with how many items are in each."""

from __future__ import annotations

from dataclasses import dataclass

from django.db.models import Q, QuerySet
from django.http import QueryDict

from factcheck.accounts.models import User
from reviews.models import SavedView
from reviews.selectors.queue_counts import Some, count_of
from reviews.selectors.queue_filter import QueueFilter, filter_from

MOST_SHOWN = 12


@dataclass(frozen=True, slots=True)
class CountedView:
    """A view and the number of items in it."""

    view: SavedView
    count: Some
    is_own: bool


def views_for(person: User) -> QuerySet[SavedView]:
    """Return the person's own views and those shared with the desk, in their order."""
    theirs = Q(owner=person) | Q(is_shared=True)
    return SavedView.objects.filter(theirs, deleted_at__isnull=True).order_by("position", "id")


def counted_views(person: User) -> list[CountedView]:
    """Return the first MOST_SHOWN views with their counts."""
    return [
        CountedView(view, count_of(_filter(view), person), view.owner_id == person.pk)
        for view in views_for(person)[:MOST_SHOWN]
    ]


def _filter(view: SavedView) -> QueueFilter:
    return filter_from(QueryDict(view.query).dict())

"""The queue as a page shows it: filtered, in order, a bounded number of rows."""

from __future__ import annotations

from dataclasses import dataclass

from django.contrib.postgres.aggregates import ArrayAgg
from django.db.models import Count, Prefetch, Q, QuerySet
from django.utils import timezone

from claims.models import Appearance
from factcheck.accounts.models import User
from reviews.domain.states import CLOSED, State
from reviews.models import ItemTag, Lease, QueueItem, Review, ReviewStatus, Tag
from reviews.selectors.queue_filter import QueueFilter, filtered

PAGE = 50
OPEN_STATES = tuple(state for state in State if state not in CLOSED and state != State.NEW)


@dataclass(frozen=True, slots=True)
class QueueRow:
    """An item with what is told of its claim in the list. `languages` are BCP 47 tags."""

    item: QueueItem
    outlets: int
    languages: tuple[str, ...]
    lease: Lease | None
    reviews_in: int
    has_conflict: bool
    tags: tuple[Tag, ...]
    is_overdue: bool


@dataclass(frozen=True, slots=True)
class QueuePage:
    """A page of rows; `next_after` is the id to go on after for the next page, or None."""

    rows: tuple[QueueRow, ...]
    next_after: int | None


def queue_page(wanted: QueueFilter, person: User, after: int | None = None) -> QueuePage:
    """Return the rows of the page after item `after`, at most PAGE.

    The number of queries does not depend on the number of rows.
    """
    found = list(_behind(_with_context(filtered(wanted, person)), wanted, after)[: PAGE + 1])
    items = found[:PAGE]
    reach = _reach([item.claim_id for item in items])
    rows = tuple(_row(item, *reach.get(item.claim_id, (0, ()))) for item in items)
    return QueuePage(rows, items[-1].pk if len(found) > PAGE else None)


def _behind(
    items: QuerySet[QueueItem], wanted: QueueFilter, after: int | None
) -> QuerySet[QueueItem]:
    """Return the items behind the last one shown, in order."""
    last = QueueItem.objects.filter(pk=after).first() if after else None
    items = items.order_by(*wanted.order)
    if last is None:
        return items
    first, *rest = wanted.order
    if not rest:
        return items.filter(**{_compared(first): last.pk})
    name = first.removeprefix("-")
    if getattr(last, name) is None:
        return items.none()
    # The first condition bounds the walk over the index; alone the second would not.
    bound = {f"{_compared(first)}e": getattr(last, name)}
    behind = Q(**{_compared(first): getattr(last, name)}) | Q(id__gt=last.pk)
    return items.filter(**bound).filter(behind)


def _compared(column: str) -> str:
    return f"{column.removeprefix('-')}__{'lt' if column.startswith('-') else 'gt'}"


def _with_context(items: QuerySet[QueueItem]) -> QuerySet[QueueItem]:
    running = Lease.objects.filter(ended_at__isnull=True, expires_at__gt=timezone.now())
    submitted = Review.objects.filter(status=ReviewStatus.SUBMITTED)
    carried = ItemTag.objects.select_related("tag").order_by("tag__name")
    return (
        items.select_related("claim", "assignee")
        .defer("claim__vector")
        .prefetch_related(
            "reasons",
            Prefetch("item_tags", carried),
            Prefetch("leases", running.select_related("reviewer"), to_attr="running_leases"),
            Prefetch("reviews", submitted, to_attr="submitted_reviews"),
        )
    )


def _reach(claim_ids: list[int]) -> dict[int, tuple[int, tuple[str, ...]]]:
    """Return the number of outlets and the languages of each claim's appearances."""
    made = Appearance.objects.filter(claim__in=claim_ids).order_by().values("claim")
    told = made.annotate(
        outlets=Count("article__source", distinct=True),
        languages=ArrayAgg("article__language", distinct=True, order_by="article__language"),
    )
    return {row["claim"]: (row["outlets"], tuple(row["languages"])) for row in told}


def _row(item: QueueItem, outlets: int, languages: tuple[str, ...]) -> QueueRow:
    running: list[Lease] = getattr(item, "running_leases", [])
    is_open = item.closed_at is None
    return QueueRow(
        item=item,
        outlets=outlets,
        languages=languages,
        lease=running[0] if running else None,
        reviews_in=len(getattr(item, "submitted_reviews", [])),
        has_conflict=any(reason.kind == "conflict" for reason in item.reasons.all()),
        tags=tuple(each.tag for each in item.item_tags.all()),
        is_overdue=is_open and item.due_at is not None and item.due_at < timezone.now(),
    )

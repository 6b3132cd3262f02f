"""The queue as a page shows it: filtered, in order of priority, a bounded number of rows."""

from __future__ import annotations

from dataclasses import dataclass

from django.contrib.postgres.aggregates import ArrayAgg
from django.db.models import Count, Prefetch, Q, QuerySet
from django.utils import timezone

from claims.models import Appearance
from factcheck.accounts.models import User
from reviews.domain.states import CLOSED, State
from reviews.models import Lease, QueueItem, Review, ReviewStatus

PAGE = 50
OPEN_STATES = tuple(state for state in State if state not in CLOSED and state != State.NEW)


@dataclass(frozen=True, slots=True)
class QueueFilter:
    """What to show. `state` "" means all open items; `after` is the last item already shown."""

    state: str = ""
    language: str = ""
    text: str = ""
    mine: bool = False
    after: int | None = None


@dataclass(frozen=True, slots=True)
class QueueRow:
    """An item with what is told of its claim in the list. `languages` are BCP 47 tags."""

    item: QueueItem
    outlets: int
    languages: tuple[str, ...]
    lease: Lease | None
    reviews_in: int
    has_conflict: bool


@dataclass(frozen=True, slots=True)
class QueuePage:
    """A page of rows; `next_after` is the filter's `after` for the next page, or None."""

    rows: tuple[QueueRow, ...]
    next_after: int | None


def queue_page(wanted: QueueFilter, person: User) -> QueuePage:
    """Return the rows of a page, at most PAGE; the number of queries does not depend on them."""
    found = list(_ordered(_filtered(wanted, person), wanted)[: PAGE + 1])
    items = found[:PAGE]
    reach = _reach([item.claim_id for item in items])
    rows = tuple(_row(item, *reach.get(item.claim_id, (0, ()))) for item in items)
    return QueuePage(rows, items[-1].pk if len(found) > PAGE else None)


def open_counts() -> dict[str, int]:
    """Return the number of open items per state; states nobody is in are left out."""
    counted = QueueItem.objects.filter(closed_at__isnull=True).order_by().values("state")
    return dict(counted.annotate(items=Count("pk")).values_list("state", "items"))


def involving(person: User) -> Q:
    """Return the condition that an item is held by `person` or carries a review of theirs.

    One list of ids: a pair of EXISTS would be asked of every item in the queue.
    """
    held = Lease.objects.filter(
        reviewer=person, ended_at__isnull=True, expires_at__gt=timezone.now()
    )
    reviewed = Review.objects.filter(reviewer=person)
    ids = held.order_by().values("item").union(reviewed.order_by().values("item"))
    return Q(pk__in=ids)


def _filtered(wanted: QueueFilter, person: User) -> QuerySet[QueueItem]:
    items = QueueItem.objects.all()
    if wanted.state:
        items = items.filter(state=wanted.state)
    if not _is_closed(wanted):
        items = items.filter(closed_at__isnull=True)
    if wanted.language:
        items = items.filter(claim__language=wanted.language)
    if wanted.text:
        words = Q(claim__text__icontains=wanted.text) | Q(claim__speaker__icontains=wanted.text)
        items = items.filter(words | Q(claim__clarified__icontains=wanted.text))
    return items.filter(involving(person)) if wanted.mine else items


def _ordered(items: QuerySet[QueueItem], wanted: QueueFilter) -> QuerySet[QueueItem]:
    """Return the items behind `after`: open ones by priority, closed ones newest first."""
    last = QueueItem.objects.filter(pk=wanted.after).first() if wanted.after else None
    if _is_closed(wanted):
        items = items.filter(pk__lt=last.pk) if last else items
        return _with_context(items).order_by("-id")
    if last:
        # The first condition bounds the walk over the index; alone the second would not.
        behind = Q(priority__lt=last.priority) | Q(id__gt=last.pk)
        items = items.filter(priority__lte=last.priority).filter(behind)
    return _with_context(items).order_by("-priority", "id")


def _is_closed(wanted: QueueFilter) -> bool:
    return wanted.state in CLOSED


def _with_context(items: QuerySet[QueueItem]) -> QuerySet[QueueItem]:
    running = Lease.objects.filter(ended_at__isnull=True, expires_at__gt=timezone.now())
    submitted = Review.objects.filter(status=ReviewStatus.SUBMITTED)
    return (
        items.select_related("claim")
        .defer("claim__vector")
        .prefetch_related(
            "reasons",
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
    return QueueRow(
        item=item,
        outlets=outlets,
        languages=languages,
        lease=running[0] if running else None,
        reviews_in=len(getattr(item, "submitted_reviews", [])),
        has_conflict=any(reason.kind == "conflict" for reason in item.reasons.all()),
    )

"""What the list tells of each item, asked once for all the rows of a page.

Asked as lists of values: a prefetch makes fifty objects of what is only counted or looked at once.
"""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterable, Sequence
from dataclasses import dataclass

from django.db.models import Count, QuerySet
from django.utils import timezone

from claims.models import Appearance
from reviews.models import ItemTag, Lease, QueueItem, QueueReason, Review, ReviewStatus, Tag

SHOWN = (
    *("state", "priority", "priority_points", "priority_because", "reviews_wanted"),
    *("due_at", "snoozed_until", "closed_at"),
    *("claim__text", "claim__language", "claim__speaker", "claim__quantities", "claim__units"),
    *("assignee__username", "assignee__first_name", "assignee__last_name"),
)


@dataclass(frozen=True, slots=True)
class QueueRow:
    """An item with what is told of its claim in the list. `languages` are BCP 47 tags.

    That it is worth checking is told of no item: all of them are.
    """

    item: QueueItem
    outlets: int
    languages: tuple[str, ...]
    lease: Lease | None
    reviews_in: int
    reasons: tuple[QueueReason, ...]
    tags: tuple[Tag, ...]
    is_overdue: bool

    @property
    def has_conflict(self) -> bool:
        """Return whether outlets give differing figures."""
        return any(reason.kind == QueueReason.Kind.CONFLICT for reason in self.reasons)


def with_shown(items: QuerySet[QueueItem]) -> QuerySet[QueueItem]:
    """Return the items with the columns that the list shows, and no others."""
    return items.select_related("claim", "assignee").only(*SHOWN)


def queue_rows(items: Sequence[QueueItem]) -> tuple[QueueRow, ...]:
    """Return the items as rows; the number of queries does not depend on how many there are."""
    ids = [item.pk for item in items]
    reach = _reach(item.claim_id for item in items)
    leases, reviews, reasons, tags = _leases(ids), _reviews(ids), _reasons(ids), _tags(ids)
    now = timezone.now()
    return tuple(
        QueueRow(
            item=item,
            outlets=len({source for source, _language in reach[item.claim_id] if source}),
            languages=tuple(sorted({language for _source, language in reach[item.claim_id]})),
            lease=leases.get(item.pk),
            reviews_in=reviews.get(item.pk, 0),
            reasons=tuple(reasons[item.pk]),
            tags=tuple(tags[item.pk]),
            is_overdue=item.closed_at is None and item.due_at is not None and item.due_at < now,
        )
        for item in items
    )


def _reach(claim_ids: Iterable[int]) -> defaultdict[int, list[tuple[int | None, str]]]:
    """Return the outlets (None: not named) and languages of each claim's appearances."""
    reach = defaultdict[int, list[tuple[int | None, str]]](list)
    made = Appearance.objects.filter(claim__in=list(claim_ids)).order_by()
    told = made.values_list("claim", "article__source", "article__language").distinct()
    for claim, source, language in told:
        reach[claim].append((source, language))
    return reach


def _leases(ids: list[int]) -> dict[int, Lease]:
    """Return the lease that runs on each item that is held."""
    running = Lease.objects.filter(ended_at__isnull=True, expires_at__gt=timezone.now())
    return {
        lease.item_id: lease for lease in running.filter(item__in=ids).select_related("reviewer")
    }


def _reviews(ids: list[int]) -> dict[int, int]:
    """Return the number of reviews that are in, of items that have any."""
    submitted = Review.objects.filter(item__in=ids, status=ReviewStatus.SUBMITTED)
    return dict(submitted.order_by().values_list("item").annotate(Count("pk")))


def _reasons(ids: list[int]) -> defaultdict[int, list[QueueReason]]:
    reasons = defaultdict[int, list[QueueReason]](list)
    others = QueueReason.objects.exclude(kind=QueueReason.Kind.CHECK_WORTHY)
    for reason in others.filter(item__in=ids):
        reasons[reason.item_id].append(reason)
    return reasons


def _tags(ids: list[int]) -> defaultdict[int, list[Tag]]:
    tags = defaultdict[int, list[Tag]](list)
    carried = ItemTag.objects.filter(item__in=ids).select_related("tag").order_by("tag__name")
    for each in carried:
        tags[each.item_id].append(each.tag)
    return tags

"""What the list tells of each item, asked at once for all the rows of a page."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from typing import Any

from django.db.models import QuerySet
from django.utils import timezone

from factcheck.accounts.models import User
from factcheck.prepared import rows
from reviews.models import QueueItem, QueueReason

SHOWN = (
    *("state", "priority", "priority_points", "priority_because", "reviews_wanted"),
    *("due_at", "snoozed_until", "closed_at"),
    *("claim__text", "claim__language", "claim__speaker", "claim__quantities", "claim__units"),
    *("assignee__username", "assignee__first_name", "assignee__last_name"),
)
# One statement: as five, through the models, it took a third of the time of the page.
TOLD = """
SELECT item.id, reach.outlets, reach.languages, (
    SELECT json_build_array(person.username, person.first_name, person.last_name)
    FROM reviews_lease lease JOIN accounts_user person ON person.id = lease.reviewer_id
    WHERE lease.item_id = item.id AND lease.ended_at IS NULL AND lease.expires_at > %(now)s
), (
    SELECT count(*) FROM reviews_review WHERE item_id = item.id AND status = 'submitted'
), (
    SELECT coalesce(json_agg(json_build_array(kind, detail) ORDER BY id), '[]')
    FROM reviews_queuereason WHERE item_id = item.id AND kind <> 'check_worthy'
), (
    SELECT coalesce(json_agg(json_build_array(tag.colour, tag.name) ORDER BY tag.name), '[]')
    FROM reviews_itemtag carried JOIN reviews_tag tag ON tag.id = carried.tag_id
    WHERE carried.item_id = item.id
)
FROM reviews_queueitem item CROSS JOIN LATERAL (
    SELECT count(DISTINCT article.source_id) AS outlets,
        coalesce(array_agg(DISTINCT article.language ORDER BY article.language), '{}') AS languages
    FROM claims_appearance made JOIN claims_article article ON article.id = made.article_id
    WHERE made.claim_id = item.claim_id
) AS reach
WHERE item.id = ANY(%(items)s)"""


@dataclass(frozen=True, slots=True)
class QueueRow:
    """An item with what is told of its claim in the list. `languages` are BCP 47 tags.

    `holder` is who holds it now, by name, or "". Of the reasons it is in the queue, that it is
    worth checking is told of no item: all of them are. A tag is (colour, name).
    """

    item: QueueItem
    outlets: int
    languages: tuple[str, ...]
    holder: str
    reviews_in: int
    reasons: tuple[QueueReason, ...]
    tags: tuple[tuple[str, str], ...]
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
    if not items:
        return ()
    told = rows(TOLD, {"items": [item.pk for item in items], "now": timezone.now()})
    of_items = {item: of_item for item, *of_item in told}
    return tuple(_row(item, of_items[item.pk]) for item in items)


def _row(item: QueueItem, of_item: Sequence[Any]) -> QueueRow:
    outlets, languages, holder, reviews_in, reasons, tags = of_item
    is_open = item.closed_at is None
    return QueueRow(
        item=item,
        outlets=outlets,
        languages=tuple(languages),
        holder=_name(*holder) if holder else "",
        reviews_in=reviews_in,
        reasons=tuple(QueueReason(kind=kind, detail=detail) for kind, detail in reasons),
        tags=tuple((colour, name) for colour, name in tags),
        is_overdue=is_open and item.due_at is not None and item.due_at < timezone.now(),
    )


def _name(username: str, first: str, last: str) -> str:
    return User(username=username, first_name=first, last_name=last).shown_name

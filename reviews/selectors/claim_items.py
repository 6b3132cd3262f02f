"""Where the desk works on a claim."""

from __future__ import annotations

from collections.abc import Iterable

from reviews.models import QueueItem


def newest_items(claim_ids: Iterable[int]) -> dict[int, int]:
    """Return the id of the newest queue item of each of these claims that has one, by claim."""
    items = QueueItem.objects.filter(claim__in=set(claim_ids)).order_by("id")
    return dict(items.values_list("claim_id", "pk"))


def newest_item(claim_id: int) -> QueueItem | None:
    """Return the newest queue item of the claim, or None while it never was in the queue."""
    return QueueItem.objects.filter(claim=claim_id).order_by("-id").first()

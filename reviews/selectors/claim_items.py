"""Where the desk works on a claim."""

from __future__ import annotations

from collections.abc import Iterable

from reviews.models import QueueItem, Verdict


def newest_items(claim_ids: Iterable[int]) -> dict[int, int]:
    """Return the id of the newest queue item of each of these claims that has one, by claim."""
    items = QueueItem.objects.filter(claim__in=set(claim_ids)).order_by("id")
    return dict(items.values_list("claim_id", "pk"))


def newest_item(claim_id: int) -> QueueItem | None:
    """Return the newest queue item of the claim, or None while it never was in the queue."""
    return QueueItem.objects.filter(claim=claim_id).order_by("-id").first()


def is_looked_at_again(verdict: Verdict) -> bool:
    """Return whether the desk is at work on the claim of a published verdict once more."""
    later = QueueItem.objects.filter(claim=verdict.claim_id, pk__gt=verdict.item_id)
    return later.filter(closed_at__isnull=True).exists()

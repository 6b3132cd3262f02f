"""Reviews of an item, as far as a person may see them: independent until all are in."""

from __future__ import annotations

from django.db.models import Q, QuerySet

from factcheck.accounts.models import User
from reviews.models import QueueItem, Review, ReviewStatus


def reviews_visible_to(
    item: QueueItem, user: User, *, submitted: int | None = None
) -> QuerySet[Review]:
    """Return the person's own review, and the others' once all that are wanted are in.

    Oldest first. Drafts of others are never shown: an early opinion would steer the next one.
    `submitted` is how many are in, for whoever knows it.
    """
    if submitted is None:
        submitted = item.reviews.filter(status=ReviewStatus.SUBMITTED).count()
    shown = Q(reviewer=user)
    if submitted >= item.reviews_wanted:
        shown |= Q(status=ReviewStatus.SUBMITTED)
    visible = item.reviews.filter(shown).select_related("reviewer", "rating__scale")
    return visible.prefetch_related("evidence").order_by("id")

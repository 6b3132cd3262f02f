"""Which reviews somebody may not see yet, wherever a trace of them is shown."""

from __future__ import annotations

from collections.abc import Iterable

from django.db.models import Count, F, Q

from factcheck.accounts.models import User
from reviews.models import Review, ReviewStatus


def reviews_hidden_from(user: User, review_ids: Iterable[int]) -> set[int]:
    """Return those of the reviews that are others' and whose item still wants more of them."""
    submitted = Count("item__reviews", filter=Q(item__reviews__status=ReviewStatus.SUBMITTED))
    others = Review.objects.filter(pk__in=set(review_ids)).exclude(reviewer=user)
    waiting = others.annotate(submitted=submitted).filter(submitted__lt=F("item__reviews_wanted"))
    return set(waiting.values_list("pk", flat=True))

"""Which reviews and drafts somebody may not see yet, wherever a trace of them is shown."""

from __future__ import annotations

from collections.abc import Iterable

from django.db.models import Count, Exists, F, OuterRef, Q

from factcheck.accounts.models import User
from reviews.domain.states import REVIEWERS, State
from reviews.models import Review, ReviewStatus, Verdict, VerdictStatus


def reviews_hidden_from(user: User, review_ids: Iterable[int]) -> set[int]:
    """Return those of the reviews that are others' and whose item still wants more of them."""
    submitted = Count("item__reviews", filter=Q(item__reviews__status=ReviewStatus.SUBMITTED))
    others = Review.objects.filter(pk__in=set(review_ids)).exclude(reviewer=user)
    waiting = others.annotate(submitted=submitted).filter(submitted__lt=F("item__reviews_wanted"))
    return set(waiting.values_list("pk", flat=True))


def secret_drafts(user: User) -> Q:
    """Return the condition for the drafts that `user` may not read yet: they could still review.

    A claim that an editor sent from sign-off to one more reviewer keeps the draft, and with it the
    words of the first review.
    """
    if not REVIEWERS & user.roles:
        return Q(pk__in=[])
    reviewed = Review.objects.filter(
        item=OuterRef("item"), reviewer=user, status=ReviewStatus.SUBMITTED
    )
    waits = Q(status=VerdictStatus.DRAFT, item__state=State.SECOND_REVIEW)
    return waits & ~Q(author=user) & ~Q(Exists(reviewed))


def verdicts_hidden_from(user: User, verdict_ids: Iterable[int]) -> set[int]:
    """Return those of the verdicts that are drafts which `user` may not read yet."""
    hidden = Verdict.objects.filter(secret_drafts(user), pk__in=set(verdict_ids))
    return set(hidden.values_list("pk", flat=True))

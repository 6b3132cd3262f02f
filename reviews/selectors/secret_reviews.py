"""Which reviews and drafts somebody may not see yet, wherever a trace of them is shown."""

from __future__ import annotations

import copy
from collections.abc import Iterable, Sequence

from django.db.models import Count, Exists, F, OuterRef, Q
from django.utils.translation import gettext as _

from factcheck.accounts.models import User
from reviews.domain.states import REVIEWERS, Event, State
from reviews.models import QueueItem, QueueMove, Review, ReviewStatus, Verdict, VerdictStatus

# What an editor writes with these is about the words of the draft.
ABOUT_THE_DRAFT = frozenset({Event.SEND_BACK, Event.HAND_OVER})


def reviews_hidden_from(user: User, review_ids: Iterable[int]) -> set[int]:
    """Return those of the reviews that are others', and whose item still wants more of them or
    which nobody has handed in: half a review is nobody else's to read, the adjudicator's neither.
    """
    submitted = Count("item__reviews", filter=Q(item__reviews__status=ReviewStatus.SUBMITTED))
    others = Review.objects.filter(pk__in=set(review_ids)).exclude(reviewer=user)
    waiting = Q(submitted__lt=F("item__reviews_wanted")) | Q(status=ReviewStatus.DRAFT)
    hidden = others.annotate(submitted=submitted).filter(waiting)
    return set(hidden.values_list("pk", flat=True))


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


def items_with_secret_draft(user: User, item_ids: Iterable[int]) -> set[int]:
    """Return those of the items whose draft `user` may not read yet."""
    hidden = Verdict.objects.filter(secret_drafts(user), item__in=set(item_ids))
    return set(hidden.values_list("item_id", flat=True))


def moves_readable_by(user: User, item: QueueItem) -> Sequence[QueueMove]:
    """Return the moves of `item`; a note about a draft that is secret is replaced by why."""
    moves = list(item.moves.all())
    # In any other state no draft is secret, and nothing is asked.
    if item.state != State.SECOND_REVIEW or not items_with_secret_draft(user, [item.pk]):
        return moves
    return [_without_note(move) if move.event in ABOUT_THE_DRAFT else move for move in moves]


def _without_note(move: QueueMove) -> QueueMove:
    shown = copy.copy(move)
    shown.note = _("What it says is hidden until all reviews of this claim are in.")
    return shown

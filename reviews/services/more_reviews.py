"""An editor asks for one review more than the policy wants."""

from __future__ import annotations

from django.db import transaction

from factcheck.accounts.models import User
from factcheck.audit.log import record
from reviews.domain.policy import BY_HAND
from reviews.domain.states import Event, State
from reviews.models import QueueItem, ReviewStatus, Verdict
from reviews.services.moves import item_lock, move
from reviews.services.verdicts import void_sign_off


def review_ask(*, item: QueueItem, actor: User, note: str) -> QueueItem:
    """Want one independent review more, with a reason that stays in the history.

    From sign-off the claim goes back to the reviewers; the draft waits, its sign-off is void. The
    review that comes then counts in no figure of agreement: the first could be read meanwhile.
    """
    with transaction.atomic():
        locked = item_lock(item_id=item.pk)
        before = locked.reviews_wanted
        reviews_in = locked.reviews.filter(status=ReviewStatus.SUBMITTED).count()
        done = move(item=locked, event=Event.ASK_REVIEW, actor=actor, note=note)
        if done.from_state == State.SIGN_OFF:
            draft = Verdict.objects.get(item=locked)
            void_sign_off(draft)
            draft.passed_over = []  # the review that was not waited for is
            draft.save()
        locked.reviews_wanted = max(before, reviews_in) + 1
        locked.reviews_wanted_because = [
            *(rule for rule in locked.reviews_wanted_because if rule != BY_HAND), BY_HAND,
        ]  # fmt: skip
        locked.save(update_fields=["reviews_wanted", "reviews_wanted_because"])
        record(
            actor=actor,
            action="item.ask_review",
            target=locked,
            before={"reviews_wanted": before},
            after={"reviews_wanted": locked.reviews_wanted},
            note=note,
        )
    return locked


def reviews_carry(*, item: QueueItem, to: QueueItem) -> None:
    """Want as many reviews of `to`, locked, as of `item`, which is merged into it.

    Else a reviewer could merge away what an editor asked for. Where all reviews are in already,
    nobody is sent for another.
    """
    reviews_in = to.reviews.filter(status=ReviewStatus.SUBMITTED).count()
    if to.closed_at is not None or reviews_in >= to.reviews_wanted:
        return
    asked = [rule for rule in item.reviews_wanted_because if rule == BY_HAND]
    to.reviews_wanted = max(item.reviews_wanted, to.reviews_wanted)
    to.reviews_wanted_because = list(dict.fromkeys([*to.reviews_wanted_because, *asked]))
    to.save(update_fields=["reviews_wanted", "reviews_wanted_because"])

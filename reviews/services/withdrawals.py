"""A review taken back by its writer: handed in too early, by a key pressed too soon."""

from __future__ import annotations

from django.db import transaction

from factcheck.accounts.models import User
from factcheck.audit.log import record
from reviews.domain.states import Event
from reviews.models import Lease, QueueItem, Review, ReviewStatus, Verdict
from reviews.services.leases import lease_begin, room_check, takes_wait
from reviews.services.moves import item_lock, move


def review_withdraw(*, item: QueueItem, actor: User) -> Lease:
    """Make the review that was just handed in a draft again, held by its writer.

    The verdict drafted from it goes: nobody else wrote a word of it. Raises WrongState or
    NotAllowed by the table of states, and WrongState when the person holds as many claims as the
    desk allows.
    """
    with transaction.atomic():
        takes_wait(actor)
        room_check(actor)
        locked = item_lock(item_id=item.pk)
        before = locked.state
        move(item=locked, event=Event.WITHDRAW, actor=actor)
        review = Review.objects.select_for_update(no_key=True).get(item=locked, reviewer=actor)
        review.status, review.submitted_at = ReviewStatus.DRAFT, None
        review.save(update_fields=["status", "submitted_at", "saved_at"])
        Verdict.objects.filter(item=locked).delete()
        lease = lease_begin(item=locked, actor=actor)
        record(
            actor=actor,
            action="review.withdraw",
            target=review,
            before={"item": locked.pk, "state": before},
            after={"state": locked.state, "lease": lease.pk},
        )
    return lease

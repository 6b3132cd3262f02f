"""Published verdicts whose day to be looked at again has come go back to the queue."""

from __future__ import annotations

from django.db import transaction
from django.db.models import Exists, OuterRef
from django.utils import timezone

from factcheck.audit.log import record
from factcheck.errors import WrongState
from reviews.domain.states import Event
from reviews.models import QueueItem, QueueReason, Verdict, VerdictStatus
from reviews.services.corrections import item_pass_again, tag_names
from reviews.services.moves import item_lock

AT_ONCE = 200


def verdicts_expire() -> int:
    """Reopen the claims of verdicts that are over; return how many. Once each.

    The verdict stays published. A claim that somebody reopened since is left alone, and so is one
    that was reopened and dismissed: somebody has looked.
    """
    later = QueueItem.objects.filter(claim=OuterRef("claim"), pk__gt=OuterRef("item"))
    over = Verdict.objects.filter(
        ~Exists(later), status=VerdictStatus.PUBLISHED, review_by__lte=timezone.localdate()
    )
    ids = list(over.order_by("review_by").values_list("item_id", flat=True)[:AT_ONCE])
    return sum(_expire(item_id) for item_id in ids)


def _expire(item_id: int) -> bool:
    """Reopen one claim, unless another sweep or a person was first."""
    try:
        with transaction.atomic():
            closed = item_lock(item_id=item_id)
            verdict = Verdict.objects.get(item=closed)
            reopened = item_pass_again(
                closed=closed,
                event=Event.EXPIRE,
                actor=None,
                kind=QueueReason.Kind.SHELF_LIFE,
                detail={"review_by": verdict.review_by.isoformat() if verdict.review_by else ""},
            )
            after = {"tags": tag_names(reopened)}
            record(actor=None, action="item.expire", target=reopened, after=after)
    except WrongState:
        return False
    return True

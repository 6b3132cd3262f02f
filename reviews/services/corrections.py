"""After publication: a verdict is retracted, or its claim reopened for a corrected version."""

from __future__ import annotations

from django.db import transaction
from django.utils import timezone

from factcheck.accounts.models import User
from factcheck.audit.log import record
from reviews.domain.states import Event
from reviews.models import ItemTag, QueueItem, QueueReason, Verdict, VerdictStatus
from reviews.services.moves import item_lock, move, move_note, permit
from reviews.services.queue import DUE_AFTER
from reviews.services.repeats import repeats_end
from reviews.services.verdicts import verdict_lock
from reviews.services.webhook_deliveries import deliveries_plan
from reviews.services.weighing import family_weigh, item_weigh


def verdict_retract(*, verdict: Verdict, actor: User, note: str) -> Verdict:
    """Withdraw a published verdict; its page stays and says so, with the public `note`."""
    with transaction.atomic():
        item, row = verdict_lock(verdict=verdict)
        move(item=item, event=Event.RETRACT, actor=actor, note=note)
        row.status, row.retracted_at = VerdictStatus.RETRACTED, timezone.now()
        row.retraction_note = note.strip()
        row.save(update_fields=["status", "retracted_at", "retraction_note"])
        deliveries_plan(verdict=row)
        repeats_end(claim_id=row.claim_id)
        family_weigh(claim=row.claim)
        record(actor=actor, action="verdict.retract", target=row, note=note)
    return row


def item_reopen(*, item: QueueItem, actor: User, note: str) -> QueueItem:
    """Put the claim of a closed item back into the queue as a new item; return that.

    The published verdict stands until the new round publishes a correction. The closed item
    keeps its state: it is history.
    """
    with transaction.atomic():
        reopened = item_pass_again(
            closed=item_lock(item_id=item.pk),
            event=Event.REOPEN,
            actor=actor,
            kind=QueueReason.Kind.REOPENED,
            detail={"note": note.strip()},
            note=note,
        )
        record(
            actor=actor, action="item.reopen", target=reopened, note=note,
            after={"tags": tag_names(reopened)},
        )  # fmt: skip
    return reopened


def item_pass_again(
    *,
    closed: QueueItem,
    event: Event,
    actor: User | None,
    kind: QueueReason.Kind,
    detail: dict[str, str],
    note: str = "",
) -> QueueItem:
    """Make the item of the next pass of a locked, closed item's claim; `kind` says why it comes.

    Its tags come along: they say what the claim is about, and whoever is recused from a topic
    would else be given the claim the second time. Whom it was assigned to had the last pass.
    """
    row = permit(item=closed, event=event, actor=actor, note=note)
    again = QueueItem.objects.create(
        claim=closed.claim,
        state=row.target,
        reviews_wanted=closed.reviews_wanted,
        reviews_wanted_because=closed.reviews_wanted_because,
        due_at=timezone.now() + DUE_AFTER,
    )
    tags = closed.item_tags.values_list("tag", flat=True)
    ItemTag.objects.bulk_create(ItemTag(item=again, tag_id=tag) for tag in tags)
    item_weigh(item=again)
    move_note(item=again, row=row, actor=actor, note=note)
    QueueReason.objects.create(item=again, kind=kind, detail=detail)
    return again


def tag_names(item: QueueItem) -> list[str]:
    """Return the tags of an item by name, for the audit log."""
    return list(item.item_tags.order_by("tag__name").values_list("tag__name", flat=True))

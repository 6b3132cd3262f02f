"""Taking, keeping and giving back a queue item. One item, one holder, by the database."""

from __future__ import annotations

import datetime
import uuid

from django.conf import settings
from django.db import transaction
from django.db.models import QuerySet
from django.utils import timezone
from django.utils.translation import gettext as _

from claims.models import Claim
from factcheck.accounts.models import User
from factcheck.audit.log import record
from factcheck.errors import WrongState
from factcheck.prepared import columns, fields_of, made, rows
from reviews.domain.states import TAKEABLE, Event, State
from reviews.models import Lease, LeaseEnd, QueueItem, QueueReason
from reviews.selectors.situations import BEFORE_A_VERDICT
from reviews.services.moves import ITEM, item_lock, move

TRIES = 10
# Of the claim not what only machines read.
CLAIM = fields_of(Claim, without={"vector", "quantities", "dates", "units"})
# Open items that wait, nobody holds, and that %(person)s may review, best first. Only a claim that
# was sent back to the reviewers has a draft: no other is looked up. In SQL: this is what a hundred
# people ask all day, and Django needed 2 ms to write it. OFFSET 0 has verdicts looked up one item
# at a time: PostgreSQL plans for all that wait, not for the one that is taken, and read all 200,000
# verdicts first.
FREE = f"""
SELECT item.id
FROM reviews_queueitem item
WHERE item.closed_at IS NULL AND item.state IN {tuple(map(str, TAKEABLE))}
    AND (item.snoozed_until IS NULL OR item.snoozed_until <= %(now)s)
    AND NOT EXISTS (
        SELECT FROM reviews_lease WHERE item_id = item.id AND ended_at IS NULL)
    AND NOT EXISTS (
        SELECT FROM reviews_review
        WHERE item_id = item.id AND reviewer_id = %(person)s AND status = 'submitted')
    AND (item.state IN {tuple(map(str, BEFORE_A_VERDICT))} OR NOT EXISTS (
        SELECT FROM reviews_verdict verdict
        LEFT JOIN reviews_handover handover ON handover.verdict_id = verdict.id
        WHERE verdict.item_id = item.id
            AND %(person)s IN (verdict.author_id, handover.former_id, handover.author_id)
        OFFSET 0))
    AND NOT reviews_is_recused(item.id, %(person)s)"""  # noqa: S608 (of our own constants alone)
FIRST = "ORDER BY item.priority DESC, item.id LIMIT 1 FOR NO KEY UPDATE OF item SKIP LOCKED"
TAKE = f"""
WITH theirs AS MATERIALIZED ({FREE} AND item.assignee_id = %(person)s {FIRST}),
    anyones AS MATERIALIZED ({FREE} AND NOT EXISTS (SELECT FROM theirs)
        AND (item.assignee_id IS NULL OR item.due_at < %(now)s) {FIRST})
SELECT id FROM theirs UNION ALL SELECT id FROM anyones"""  # noqa: S608
TOLD = f"""
SELECT (
    SELECT coalesce(json_agg(json_build_array(kind, detail, added_at) ORDER BY id), '[]')
    FROM reviews_queuereason WHERE item_id = item.id
), ARRAY (
    SELECT tag.name FROM reviews_itemtag tagged JOIN reviews_tag tag ON tag.id = tagged.tag_id
    WHERE tagged.item_id = item.id ORDER BY tagged.id
), {columns(QueueItem, "item", ITEM)}, {columns(Claim, "claim", CLAIM)}
FROM reviews_queueitem item JOIN claims_claim claim ON claim.id = item.claim_id
WHERE item.id = %(item)s"""  # noqa: S608
LOCK_PERSON = "SELECT id FROM accounts_user WHERE id = %(person)s FOR NO KEY UPDATE"
HELD = """
SELECT count(*) FROM reviews_lease
WHERE reviewer_id = %(person)s AND ended_at IS NULL AND expires_at > %(now)s"""
BEGIN = """
INSERT INTO reviews_lease (item_id, reviewer_id, token, taken_at, heartbeat_at, expires_at, "end")
VALUES (%(item)s, %(person)s, %(token)s, %(now)s, %(now)s, %(end)s, '')
RETURNING id"""
END = """
UPDATE reviews_lease SET ended_at = %(now)s, "end" = %(how)s
WHERE item_id = %(item)s AND ended_at IS NULL"""
LEASE_TIME = datetime.timedelta(seconds=settings.LEASE_SECONDS)


def lease_take_next(*, actor: User) -> Lease | None:
    """Take the free item of highest priority that this person may review; None if there is none.

    What is assigned to them comes before everything else; what is assigned to somebody else is
    left to them until it is overdue. Nothing that is snoozed is given out. SKIP LOCKED lets many
    reviewers take at once without waiting for one another. Raises WrongState when the person holds
    as many as the desk allows.

    What ran out is the sweep's to return; here only when nothing else is left, or everybody who
    takes would wait for the same few items.
    """
    lease = _take_free(actor)
    if lease is None and leases_expire():
        lease = _take_free(actor)
    return lease


def _take_free(actor: User) -> Lease | None:
    for _attempt in range(TRIES):
        try:
            with transaction.atomic():
                takes_wait(actor)
                room_check(actor)
                item_id = _free_item(actor)
                return _take(_told(item_id), actor) if item_id else None
        except WrongState as error:
            # Somebody took and committed it between our look and our lock: look again.
            if error.code != "is_free":
                raise
    return None


def _free_item(actor: User) -> int | None:
    """Lock and return the item to give to `actor`; None when there is none."""
    found = rows(TAKE, {"person": actor.pk, "now": timezone.now()})
    return found[0][0] if found else None


def _told(item_id: int) -> QueueItem:
    """Return an item with all that whoever takes it is told of it."""
    [(why, tag_names, *told)] = rows(TOLD, {"item": item_id})
    item = made(QueueItem, ITEM, told[: len(ITEM)])
    item.claim = made(Claim, CLAIM, told[len(ITEM) :])
    item.tag_names = tag_names
    item.why = [
        QueueReason(
            item=item, kind=kind, detail=detail, added_at=datetime.datetime.fromisoformat(at)
        )
        for kind, detail, at in why
    ]
    return item


def lease_take(*, item: QueueItem, actor: User) -> Lease:
    """Take this item. Taking what one holds already returns the same lease."""
    with transaction.atomic():
        takes_wait(actor)
        _expire(item_lock(item_id=item.pk))
    with transaction.atomic():
        takes_wait(actor)
        locked = item_lock(item_id=item.pk)
        held = _running(locked).filter(reviewer=actor, expires_at__gt=timezone.now()).first()
        if held is None:
            room_check(actor)
        return held or _take(locked, actor)


def takes_wait(actor: User) -> None:
    """Let a person take one claim at a time: two clicks at once would not see each other's lease.

    Before anything else is locked. Taking with a key is one transaction: after the audit event of
    a lease that ran out it would wait for its twin, which waits for the audit chain.
    """
    rows(LOCK_PERSON, {"person": actor.pk})


def room_check(actor: User) -> None:
    """Raise WrongState when the person holds as many claims as the desk allows."""
    [(held,)] = rows(HELD, {"person": actor.pk, "now": timezone.now()})
    if held >= settings.LEASES_PER_REVIEWER:
        raise WrongState(
            _("You hold %(count)d claims. Finish or release one first.") % {"count": held},
            code="too_many_leases",
        )


def _take(item: QueueItem, actor: User) -> Lease:
    move(item=item, event=Event.TAKE, actor=actor)
    return lease_begin(item=item, actor=actor)


def lease_begin(*, item: QueueItem, actor: User) -> Lease:
    """Give a locked item, which has been moved into a state of review, to `actor`."""
    now = timezone.now()
    lease = Lease(
        item=item, reviewer=actor, taken_at=now, heartbeat_at=now, expires_at=now + LEASE_TIME
    )
    begun = {"item": item.pk, "person": actor.pk, "token": lease.token, "end": lease.expires_at}
    [(lease.pk,)] = rows(BEGIN, begun | {"now": now})
    record(actor=actor, action="lease.take", target=item, after={"lease": lease.pk})
    return lease


def lease_heartbeat(*, token: uuid.UUID, actor: User) -> Lease:
    """Extend the lease from now. Raises WrongState when it has ended or run out."""
    now = timezone.now()
    kept = Lease.objects.filter(
        token=token, reviewer=actor, ended_at__isnull=True, expires_at__gt=now
    ).update(heartbeat_at=now, expires_at=now + LEASE_TIME)
    if not kept:
        raise WrongState(
            _("You do not hold this claim any more. Your text is kept; take the claim again."),
            code="holds_lease",
        )
    return Lease.objects.get(token=token)


def lease_release(*, item: QueueItem, actor: User) -> QueueItem:
    """Give the item back; the draft stays."""
    with transaction.atomic():
        locked = item_lock(item_id=item.pk)
        move(item=locked, event=Event.RELEASE, actor=actor)
        lease_end(item=locked, how=LeaseEnd.RELEASED)
        record(actor=actor, action="lease.release", target=locked)
    return locked


def lease_end(*, item: QueueItem, how: LeaseEnd) -> None:
    """End the running lease of a locked item, if there is one; the row stays as history."""
    rows(END, {"item": item.pk, "now": timezone.now(), "how": how.value})


def leases_expire() -> int:
    """Return items whose lease ran out to the queue, drafts kept; return how many."""
    ran_out = Lease.objects.filter(ended_at__isnull=True, expires_at__lte=timezone.now())
    count = 0
    for item_id in list(ran_out.values_list("item_id", flat=True)[:500]):
        with transaction.atomic():
            # Whoever has locked it is changing it; the next sweep looks again. To wait for them
            # with the audit chain in hand, for which they wait themselves, would be a deadlock.
            items = QueueItem.objects.select_for_update(no_key=True, skip_locked=True)
            item = items.filter(pk=item_id).first()
            count += item is not None and _expire(item)
    return count


def _expire(item: QueueItem) -> bool:
    """End the lease of a locked item if it has run out, and move the item back.

    Not in the transaction that takes the item: its audit event holds the chain, and whoever took
    the item behind it would wait for more locks.
    """
    ran_out = _running(item).filter(expires_at__lte=timezone.now()).first()
    if ran_out is None:
        return False
    if item.state in (State.IN_REVIEW, State.SECOND_REVIEW, State.ADJUDICATION):
        move(item=item, event=Event.RELEASE, actor=None)
    lease_end(item=item, how=LeaseEnd.EXPIRED)
    record(actor=None, action="lease.expire", target=item, before={"lease": ran_out.pk})
    return True


def _running(item: QueueItem) -> QuerySet[Lease]:
    return Lease.objects.filter(item=item, ended_at__isnull=True)

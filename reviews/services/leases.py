"""Taking, keeping and giving back a queue item. One item, one holder, by the database."""

from __future__ import annotations

import datetime
import uuid

from django.conf import settings
from django.db import transaction
from django.db.models import Exists, OuterRef, Q, QuerySet
from django.utils import timezone
from django.utils.translation import gettext as _

from factcheck.accounts.models import User
from factcheck.audit.log import record
from factcheck.errors import WrongState
from reviews.domain.states import TAKEABLE, Event, State
from reviews.models import Lease, LeaseEnd, QueueItem, Review, ReviewStatus, Verdict
from reviews.selectors.recusals import recused_items
from reviews.selectors.situations import BEFORE_A_VERDICT
from reviews.services.moves import item_lock, move

TRIES = 10
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
                _wait_for_own_takes(actor)
                free = takeable_by(actor).order_by("-priority", "id")
                free = free.select_related("claim").defer("claim__vector")
                free = free.select_for_update(skip_locked=True, no_key=True, of=("self",))
                item = free.filter(assignee=actor).first() or free.first()
                return _take(item, actor) if item else None
        except WrongState as error:
            # Somebody took and committed it between our look and our lock: look again.
            if error.code != "is_free":
                raise
    return None


def lease_take(*, item: QueueItem, actor: User) -> Lease:
    """Take this item. Taking what one holds already returns the same lease."""
    with transaction.atomic():
        _wait_for_own_takes(actor)
        _expire(item_lock(item_id=item.pk))
    with transaction.atomic():
        _wait_for_own_takes(actor)
        locked = item_lock(item_id=item.pk)
        held = _running(locked).filter(reviewer=actor, expires_at__gt=timezone.now()).first()
        return held or _take(locked, actor)


def takeable_by(actor: User) -> QuerySet[QueueItem]:
    """Return the open items that wait, nobody holds, and that this person may review."""
    running = Lease.objects.filter(item=OuterRef("pk"), ended_at__isnull=True)
    reviewed = Review.objects.filter(
        item=OuterRef("pk"), reviewer=actor, status=ReviewStatus.SUBMITTED
    )
    open_items = QueueItem.objects.filter(closed_at__isnull=True, state__in=TAKEABLE)
    wrote = Verdict.objects.filter(
        Q(author=actor) | Q(handovers__former=actor) | Q(handovers__author=actor),
        item=OuterRef("pk"),
    )
    # Only a claim that was sent back to the reviewers has a draft: no other is looked up.
    is_anothers = Q(state__in=BEFORE_A_VERDICT) | ~Q(Exists(wrote))
    now = timezone.now()
    is_awake = Q(snoozed_until__isnull=True) | Q(snoozed_until__lte=now)
    is_theirs = Q(assignee__isnull=True) | Q(assignee=actor) | Q(due_at__lt=now)
    free = open_items.filter(~Exists(running), ~Exists(reviewed), is_anothers, is_awake, is_theirs)
    recused = recused_items(actor)
    return free if recused is None else free.exclude(recused)


def _wait_for_own_takes(actor: User) -> None:
    """Let a person take one claim at a time: two clicks at once would not see each other's lease.

    Before anything else is locked. Taking with a key is one transaction: after the audit event of
    a lease that ran out it would wait for its twin, which waits for the audit chain.
    """
    User.objects.select_for_update(no_key=True).only("pk").get(pk=actor.pk)


def _take(item: QueueItem, actor: User) -> Lease:
    held = Lease.objects.filter(
        reviewer=actor, ended_at__isnull=True, expires_at__gt=timezone.now()
    ).count()
    if held >= settings.LEASES_PER_REVIEWER:
        raise WrongState(
            _("You hold %(count)d claims. Finish or release one first.") % {"count": held},
            code="too_many_leases",
        )
    move(item=item, event=Event.TAKE, actor=actor)
    now = timezone.now()
    lease = Lease.objects.create(
        item=item, reviewer=actor, taken_at=now, heartbeat_at=now, expires_at=now + LEASE_TIME
    )
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
    _running(item).update(ended_at=timezone.now(), end=how)


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

"""Taking, keeping, giving back: one item, one holder."""

from __future__ import annotations

import datetime
import uuid

import pytest
from django.db import connection
from django.utils import timezone

from factcheck.accounts.models import User
from factcheck.errors import NotAllowed, WrongState
from reviews.domain.states import State
from reviews.models import Lease, LeaseEnd, QueueItem, Review
from reviews.services.leases import (
    LEASE_TIME,
    TAKE,
    lease_heartbeat,
    lease_release,
    lease_take,
    lease_take_next,
    leases_expire,
)
from reviews.services.reviews import review_save_draft, review_submit
from tests.audit import events_of
from tests.factories import make_item
from tests.walks import REVIEW, review


def run_out(lease: Lease) -> None:
    """Let the lease have been taken so long ago that it has run out."""
    now = timezone.now()
    Lease.objects.filter(pk=lease.pk).update(
        taken_at=now - 2 * LEASE_TIME, expires_at=now - datetime.timedelta(seconds=1)
    )


def stored(item: QueueItem) -> QueueItem:
    return QueueItem.objects.get(pk=item.pk)


def test_it_takes_the_free_item_of_highest_priority(fact_checker: User) -> None:
    make_item(priority=10)
    urgent = make_item(priority=80)
    lease = lease_take_next(actor=fact_checker)
    assert lease is not None
    assert lease.item == urgent
    assert stored(urgent).state == State.IN_REVIEW
    assert events_of(urgent) == ["lease.take"]


def test_it_skips_what_somebody_holds(fact_checker: User, second_checker: User) -> None:
    lease_take(item=make_item(priority=80), actor=second_checker)
    free = make_item(priority=10)
    lease = lease_take_next(actor=fact_checker)
    assert lease is not None
    assert lease.item == free


def test_an_empty_queue_gives_nothing(fact_checker: User) -> None:
    assert lease_take_next(actor=fact_checker) is None


def test_it_gives_nobody_a_claim_they_have_reviewed(fact_checker: User) -> None:
    item = make_item(reviews_wanted=2)
    review(item, fact_checker)
    assert lease_take_next(actor=fact_checker) is None
    with pytest.raises(NotAllowed) as refusal:
        lease_take(item=item, actor=fact_checker)
    assert refusal.value.code == "has_not_reviewed"


def test_an_item_somebody_holds_cannot_be_taken(fact_checker: User, second_checker: User) -> None:
    item = make_item()
    lease_take(item=item, actor=second_checker)
    with pytest.raises(WrongState):
        lease_take(item=item, actor=fact_checker)
    assert Lease.objects.get().reviewer == second_checker
    assert events_of(item) == ["lease.take"]


def test_taking_what_one_holds_returns_the_same_lease(fact_checker: User) -> None:
    item = make_item()
    assert lease_take(item=item, actor=fact_checker) == lease_take(item=item, actor=fact_checker)


def test_outsiders_and_administrators_cannot_take(outsider: User, administrator: User) -> None:
    item = make_item()
    for person in (outsider, administrator):
        with pytest.raises(NotAllowed) as refusal:
            lease_take(item=item, actor=person)
        assert refusal.value.code == "role"
    assert not Lease.objects.exists()
    assert stored(item).state == State.QUEUED


def test_a_person_holds_no_more_than_the_cap(fact_checker: User) -> None:
    items = [make_item() for _ in range(4)]
    for item in items[:3]:
        lease_take(item=item, actor=fact_checker)
    with pytest.raises(WrongState) as refusal:
        lease_take(item=items[3], actor=fact_checker)
    assert refusal.value.code == "too_many_leases"
    assert stored(items[3]).state == State.QUEUED


def test_a_lease_that_ran_out_does_not_count_for_the_cap(fact_checker: User) -> None:
    leases = [lease_take(item=make_item(), actor=fact_checker) for _ in range(3)]
    run_out(leases[0])
    fourth = lease_take(item=make_item(), actor=fact_checker)
    assert fourth.ended_at is None


def test_a_heartbeat_extends_the_lease(fact_checker: User) -> None:
    lease = lease_take(item=make_item(), actor=fact_checker)
    kept = lease_heartbeat(token=lease.token, actor=fact_checker)
    assert kept.expires_at > lease.expires_at
    assert kept.expires_at - kept.heartbeat_at == LEASE_TIME


def test_a_heartbeat_of_a_lease_that_ran_out_is_refused(fact_checker: User) -> None:
    lease = lease_take(item=make_item(), actor=fact_checker)
    run_out(lease)
    with pytest.raises(WrongState) as refusal:
        lease_heartbeat(token=lease.token, actor=fact_checker)
    assert refusal.value.code == "holds_lease"


def test_a_heartbeat_with_somebody_elses_token_is_refused(
    fact_checker: User, second_checker: User
) -> None:
    lease = lease_take(item=make_item(), actor=fact_checker)
    for token, actor in ((lease.token, second_checker), (uuid.uuid4(), fact_checker)):
        with pytest.raises(WrongState):
            lease_heartbeat(token=token, actor=actor)


def test_releasing_returns_the_item_and_keeps_the_draft(fact_checker: User) -> None:
    item = make_item()
    lease = lease_take(item=item, actor=fact_checker)
    review_save_draft(item=item, actor=fact_checker, token=lease.token, text=REVIEW, based_on=0)
    lease_release(item=item, actor=fact_checker)
    assert stored(item).state == State.QUEUED
    assert Lease.objects.get().end == LeaseEnd.RELEASED
    assert Review.objects.get().summary == REVIEW.summary
    assert events_of(item) == ["lease.take", "lease.release"]


def test_nobody_releases_what_another_holds(fact_checker: User, second_checker: User) -> None:
    item = make_item()
    lease_take(item=item, actor=fact_checker)
    with pytest.raises(WrongState) as refusal:
        lease_release(item=item, actor=second_checker)
    assert refusal.value.code == "holds_lease"
    assert stored(item).state == State.IN_REVIEW


def test_expiry_returns_the_item_and_keeps_the_draft(fact_checker: User) -> None:
    item = make_item()
    lease = lease_take(item=item, actor=fact_checker)
    review_save_draft(item=item, actor=fact_checker, token=lease.token, text=REVIEW, based_on=0)
    run_out(lease)
    assert leases_expire() == 1
    assert stored(item).state == State.QUEUED
    assert Lease.objects.get().end == LeaseEnd.EXPIRED
    assert Review.objects.get().rationale == REVIEW.rationale
    assert events_of(item) == ["lease.take", "lease.expire"]


def test_expiry_leaves_running_leases_alone_and_happens_once(
    fact_checker: User, second_checker: User
) -> None:
    kept = lease_take(item=make_item(), actor=second_checker)
    run_out(lease_take(item=make_item(), actor=fact_checker))
    assert [leases_expire(), leases_expire()] == [1, 0]
    assert Lease.objects.get(ended_at__isnull=True) == kept


def test_an_item_whose_lease_ran_out_can_be_taken_before_the_sweep(
    fact_checker: User, second_checker: User
) -> None:
    item = make_item()
    run_out(lease_take(item=item, actor=fact_checker))
    lease = lease_take(item=item, actor=second_checker)
    assert lease.reviewer == second_checker
    assert Lease.objects.get(reviewer=fact_checker).end == LeaseEnd.EXPIRED


def test_taking_again_what_ran_out_gives_a_lease_that_runs(fact_checker: User) -> None:
    item = make_item()
    old = lease_take(item=item, actor=fact_checker)
    run_out(old)
    new = lease_take(item=item, actor=fact_checker)
    assert new.token != old.token
    assert lease_heartbeat(token=new.token, actor=fact_checker).expires_at > timezone.now()


def test_a_late_submission_with_an_old_token_changes_nothing(
    fact_checker: User, second_checker: User
) -> None:
    item = make_item()
    old = lease_take(item=item, actor=fact_checker)
    run_out(old)
    lease_take(item=item, actor=second_checker)
    with pytest.raises(WrongState) as refusal:
        review_submit(item=item, actor=fact_checker, token=old.token, text=REVIEW, based_on=0)
    assert refusal.value.code == "holds_lease"
    assert not Review.objects.exists()
    assert stored(item).state == State.IN_REVIEW


def test_whoever_takes_the_next_item_waits_for_no_reading_of_all_verdicts(
    fact_checker: User,
) -> None:
    with connection.cursor() as cursor:
        # As dear to look up one as it seems for a million items.
        cursor.execute("SET LOCAL enable_indexscan = off; SET LOCAL enable_bitmapscan = off")
        cursor.execute(f"EXPLAIN {TAKE}", {"person": fact_checker.pk, "now": timezone.now()})
        plan = "\n".join(line for (line,) in cursor.fetchall())
    assert "reviews_verdict" in plan
    assert "hashed" not in plan

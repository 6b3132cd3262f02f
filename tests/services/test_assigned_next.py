"""Whom "take next" gives what is assigned, and that it lets sleeping items lie."""

from __future__ import annotations

import datetime

from django.utils import timezone

from factcheck.accounts.models import User
from reviews.models import QueueItem
from reviews.services.leases import lease_take_next
from tests.factories import make_item

DAY = datetime.timedelta(days=1)


def taken(actor: User) -> QueueItem | None:
    lease = lease_take_next(actor=actor)
    return lease.item if lease else None


def test_what_is_assigned_to_a_person_comes_before_what_is_more_urgent(fact_checker: User) -> None:
    urgent, own = make_item(priority=90), make_item(priority=5)
    QueueItem.objects.filter(pk=own.pk).update(assignee=fact_checker)
    assert [taken(fact_checker), taken(fact_checker)] == [own, urgent]


def test_nobody_is_given_what_is_assigned_to_another(
    fact_checker: User, second_checker: User
) -> None:
    item = make_item()
    QueueItem.objects.filter(pk=item.pk).update(assignee=second_checker)
    assert taken(fact_checker) is None
    assert taken(second_checker) == item


def test_what_is_overdue_goes_to_whoever_comes(fact_checker: User, second_checker: User) -> None:
    item = make_item()
    QueueItem.objects.filter(pk=item.pk).update(
        assignee=second_checker, due_at=timezone.now() - DAY
    )
    assert taken(fact_checker) == item


def test_nobody_is_given_what_sleeps_until_its_time_is_over(fact_checker: User) -> None:
    item = make_item()
    QueueItem.objects.filter(pk=item.pk).update(snoozed_until=timezone.now() + DAY)
    assert taken(fact_checker) is None
    QueueItem.objects.filter(pk=item.pk).update(snoozed_until=timezone.now() - DAY)
    assert taken(fact_checker) == item

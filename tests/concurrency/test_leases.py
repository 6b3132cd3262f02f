"""Many people take at once: no item goes to two of them."""

from __future__ import annotations

from functools import partial

from factcheck.accounts.roles import Role
from factcheck.errors import WrongState
from reviews.models import Lease, QueueItem
from reviews.services.leases import lease_take, lease_take_next
from tests.audit import assert_chain_is_intact
from tests.concurrency.threads import at_once
from tests.factories import make_item, make_person

PEOPLE = 16


def test_sixteen_people_who_take_next_get_sixteen_items() -> None:
    people = [make_person(Role.FACT_CHECKER) for _ in range(PEOPLE)]
    items = [make_item(priority=number) for number in range(PEOPLE)]
    leases = at_once([partial(lease_take_next, actor=person) for person in people])
    taken = [lease.item_id for lease in leases if isinstance(lease, Lease)]
    assert sorted(taken) == sorted(item.pk for item in items)
    assert_chain_is_intact()


def test_sixteen_people_who_take_next_share_ten_items_without_a_clash() -> None:
    people = [make_person(Role.FACT_CHECKER) for _ in range(PEOPLE)]
    items = {make_item().pk for _ in range(10)}
    leases = at_once([partial(lease_take_next, actor=person) for person in people])
    taken = [lease.item_id for lease in leases if isinstance(lease, Lease)]
    assert len(taken) == len(set(taken)) <= len(items)
    assert not [lease for lease in leases if isinstance(lease, Exception)]
    assert Lease.objects.filter(ended_at__isnull=True).count() == len(taken)


def test_one_item_wanted_by_sixteen_people_goes_to_one() -> None:
    people = [make_person(Role.FACT_CHECKER) for _ in range(PEOPLE)]
    item = make_item()
    answers = at_once([partial(lease_take, item=item, actor=person) for person in people])
    assert len([answer for answer in answers if isinstance(answer, Lease)]) == 1
    assert len([answer for answer in answers if isinstance(answer, WrongState)]) == PEOPLE - 1


def test_one_person_who_clicks_eight_times_holds_no_more_than_the_cap() -> None:
    person = make_person(Role.FACT_CHECKER)
    items = [make_item() for _ in range(8)]
    at_once([partial(lease_take, item=item, actor=person) for item in items])
    assert Lease.objects.filter(reviewer=person, ended_at__isnull=True).count() == 3
    assert QueueItem.objects.filter(state="in_review").count() == 3

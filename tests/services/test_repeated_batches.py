"""A batch of triage that is sent again under its key is done once."""

from __future__ import annotations

import pytest
from django.utils import timezone

from factcheck.accounts.models import User
from factcheck.errors import WrongState
from factcheck.idempotency.answers import KeyReused, Sent
from reviews.domain.triage import Act
from reviews.models import QueueItem, TriageBatch
from reviews.services.assignments import item_assign
from reviews.services.bulk import Order, items_triage_once
from reviews.services.undoing import batch_undo
from tests.factories import make_item


def sent_by(person: User, digest: str = "d") -> Sent:
    return Sent(user=person, route="POST /bulk", key="k", digest=digest * 64)


def test_a_batch_sent_again_is_told_and_not_done_again(fact_checker: User, editor: User) -> None:
    ids, order = [make_item().pk, 999_999], Order(Act.ASSIGN, assignee=fact_checker)
    first, was_there = items_triage_once(item_ids=ids, order=order, sent=sent_by(fact_checker))
    item_assign(item=QueueItem.objects.get(), actor=editor, assignee=editor)
    again, was_there_then = items_triage_once(item_ids=ids, order=order, sent=sent_by(fact_checker))
    assert (was_there, was_there_then) == (False, True)
    assert (again, again.refused) == (first, first.refused)
    assert QueueItem.objects.get().assignee == editor


def test_a_batch_that_broke_off_is_taken_up_where_it_was(fact_checker: User) -> None:
    done, left = make_item(), make_item()
    order, sent = Order(Act.ASSIGN, assignee=fact_checker), sent_by(fact_checker)
    batch = TriageBatch.objects.create(
        act=order.act, by=fact_checker, key=sent.key, digest=sent.digest
    )
    item_assign(item=done, actor=fact_checker, assignee=fact_checker, batch=batch)
    items_triage_once(item_ids=[done.pk, left.pk], order=order, sent=sent)
    assert TriageBatch.objects.get().done_at is not None
    assert sorted(batch.changes.values_list("item", flat=True)) == [done.pk, left.pk]


def test_what_broke_off_and_was_undone_stays_so(fact_checker: User) -> None:
    item, sent = make_item(), sent_by(fact_checker)
    TriageBatch.objects.create(
        act=Act.ASSIGN,
        by=fact_checker,
        key=sent.key,
        digest=sent.digest,
        undone_at=timezone.now(),
    )
    items_triage_once(item_ids=[item.pk], order=Order(Act.ASSIGN, assignee=fact_checker), sent=sent)
    assert QueueItem.objects.get().assignee is None


def test_a_key_that_came_with_another_order_is_refused(fact_checker: User) -> None:
    ids, order = [make_item().pk], Order(Act.WAKE)
    items_triage_once(item_ids=ids, order=order, sent=sent_by(fact_checker))
    with pytest.raises(KeyReused):
        items_triage_once(item_ids=ids, order=order, sent=sent_by(fact_checker, digest="e"))


def test_a_key_belongs_to_its_person(fact_checker: User, second_checker: User) -> None:
    ids, order = [make_item().pk], Order(Act.WAKE)
    for person in (fact_checker, second_checker):
        items_triage_once(item_ids=ids, order=order, sent=sent_by(person))
    assert TriageBatch.objects.count() == 2


def test_undoing_twice_with_one_key_tells_what_the_first_did(fact_checker: User) -> None:
    batch, _was_there = items_triage_once(
        item_ids=[make_item().pk],
        order=Order(Act.ASSIGN, assignee=fact_checker),
        sent=sent_by(fact_checker),
    )
    undone = [batch_undo(batch=batch, actor=fact_checker, key="u") for _ in range(2)]
    assert undone[0].undone_at == undone[1].undone_at
    for other in ("", "v"):
        with pytest.raises(WrongState):
            batch_undo(batch=batch, actor=fact_checker, key=other)

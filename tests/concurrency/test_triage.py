"""Two people triage the same rows at the same moment: each row is changed once."""

from __future__ import annotations

from collections.abc import Callable
from functools import partial

from factcheck.accounts.roles import Role
from factcheck.errors import WrongState
from factcheck.idempotency.answers import Sent
from reviews.domain.dismissals import Why
from reviews.domain.states import Event, State
from reviews.domain.triage import Act
from reviews.models import Dismissal, Lease, QueueItem, QueueMove, TriageBatch
from reviews.services.bulk import Order, items_triage, items_triage_once
from reviews.services.leases import lease_take_next
from reviews.services.undoing import batch_undo
from tests.api.clients import JsonClient
from tests.audit import assert_chain_is_intact
from tests.concurrency.threads import at_once
from tests.factories import make_item, make_person

ROWS = 12
OPINION = Order(Act.DISMISS, why=Why.OPINION)


def test_two_people_who_dismiss_the_same_rows_dismiss_each_once() -> None:
    people = [make_person(Role.FACT_CHECKER) for _ in range(2)]
    ids = [make_item().pk for _ in range(ROWS)]
    # In opposite orders: rows are locked one at a time, so nobody waits in a circle.
    orders = [ids, ids[::-1]]
    batches = at_once(
        [
            partial(items_triage, item_ids=each, order=OPINION, actor=person)
            for each, person in zip(orders, people, strict=True)
        ]
    )
    assert not [batch for batch in batches if isinstance(batch, Exception)]
    assert set(QueueItem.objects.values_list("state", flat=True)) == {State.DISMISSED}
    assert QueueMove.objects.filter(event=Event.DISMISS).count() == ROWS
    assert Dismissal.objects.count() == ROWS
    told = [
        (batch.changes.count(), len(batch.refused))
        for batch in batches
        if isinstance(batch, TriageBatch)
    ]
    assert [changed + refused for changed, refused in told] == [ROWS, ROWS]
    assert sum(changed for changed, _refused in told) == ROWS
    assert_chain_is_intact()


def test_two_batches_with_keys_and_the_same_rows_do_not_wait_in_a_circle() -> None:
    people = [make_person(Role.FACT_CHECKER) for _ in range(2)]
    ids = [make_item().pk for _ in range(ROWS)]
    clients = [JsonClient() for _ in people]
    for client, person in zip(clients, people, strict=True):
        client.force_authenticate(person)
    calls = [
        partial(
            client.post,
            "/api/v1/queue/bulk",
            {"items": each, "act": "dismiss", "why": "opinion"},
            headers={"Idempotency-Key": "one-batch"},
        )
        for client, each in zip(clients, [ids, ids[::-1]], strict=True)
    ]
    answers = at_once(calls)
    assert [getattr(answer, "status_code", answer) for answer in answers] == [201, 201]
    assert Dismissal.objects.count() == ROWS
    assert_chain_is_intact()


def test_five_clicks_on_one_form_are_one_batch_and_all_learn_of_it_when_it_is_done() -> None:
    person = make_person(Role.FACT_CHECKER)
    ids = [make_item().pk for _ in range(ROWS)]
    sent = Sent(user=person, route="POST /bulk", key="one-page", digest="d" * 64)
    once = partial(items_triage_once, item_ids=ids, order=OPINION, sent=sent)
    told = [answer for answer in at_once([once] * 5) if isinstance(answer, tuple)]
    assert sorted(was_there for _batch, was_there in told) == [False, True, True, True, True]
    assert all(batch.done_at for batch, _was_there in told)
    assert TriageBatch.objects.get().changes.count() == ROWS


def test_rows_that_are_dismissed_while_others_take_them_go_to_one_of_both() -> None:
    editor, *takers = (make_person(Role.EDITOR) for _ in range(4))
    ids = [make_item().pk for _ in range(6)]
    calls: list[Callable[[], object]] = [
        partial(items_triage, item_ids=ids, order=OPINION, actor=editor),
        *(partial(lease_take_next, actor=taker) for taker in takers),
    ]
    at_once(calls)
    taken = set(Lease.objects.filter(ended_at__isnull=True).values_list("item", flat=True))
    dismissed = set(Dismissal.objects.values_list("item", flat=True))
    assert taken | dismissed == set(ids)
    assert not taken & dismissed
    assert_chain_is_intact()


def test_of_two_clicks_on_undo_one_undoes() -> None:
    person = make_person(Role.FACT_CHECKER)
    batch = items_triage(item_ids=[make_item().pk], order=OPINION, actor=person)
    answers = at_once([partial(batch_undo, batch=batch, actor=person) for _ in range(2)])
    assert len([answer for answer in answers if isinstance(answer, TriageBatch)]) == 1
    assert [answer.code for answer in answers if isinstance(answer, WrongState)] == ["undone"]
    assert QueueMove.objects.filter(event=Event.RESTORE).count() == 1

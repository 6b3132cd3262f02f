"""Many rows at once: each on its own, what is refused is told, and undoing puts back just that."""

from __future__ import annotations

import datetime

import pytest
from django.utils import timezone

from factcheck.accounts.models import User
from factcheck.errors import InvalidInput, NotAllowed, WrongState
from reviews.domain.dismissals import Why
from reviews.domain.states import State
from reviews.domain.triage import MOST_ROWS, Act
from reviews.models import Dismissal, QueueItem, Tag, TriageBatch, TriageChange
from reviews.services.assignments import item_assign
from reviews.services.bulk import Order, items_triage
from reviews.services.corrections import item_reopen
from reviews.services.dismissals import item_dismiss, item_restore
from reviews.services.leases import lease_take
from reviews.services.triage import item_boost, item_snooze, item_tag
from reviews.services.undoing import batch_undo
from reviews.services.weighing import item_weigh
from tests.audit import assert_chain_is_intact, events_of
from tests.factories import make_item
from tests.walks import published_verdict

OPINION = Order(Act.DISMISS, why=Why.OPINION)
SOON = timezone.now() + datetime.timedelta(days=2)


@pytest.fixture
def tag(editor: User) -> Tag:
    """A word of the desk's vocabulary."""
    return Tag.objects.create(name="Budget", added_by=editor)


def triage(items: list[QueueItem], order: Order, actor: User) -> TriageBatch:
    return items_triage(item_ids=[item.pk for item in items], order=order, actor=actor)


def stored(item: QueueItem) -> QueueItem:
    return QueueItem.objects.get(pk=item.pk)


def facts(item: QueueItem) -> tuple[object, ...]:
    """Return all that triage can change about an item."""
    row = stored(item)
    tags = sorted(row.item_tags.values_list("tag", flat=True))
    return (
        row.state, row.closed_at, row.assignee_id, row.snoozed_until, row.boost, row.boost_note,
        row.priority, row.priority_points, tags,
    )  # fmt: skip


def test_a_batch_dismisses_what_it_may_and_tells_what_it_may_not(
    fact_checker: User, second_checker: User
) -> None:
    free, held = make_item(), make_item()
    lease_take(item=held, actor=second_checker)
    batch = items_triage(
        item_ids=[free.pk, held.pk, 999_999, free.pk], order=OPINION, actor=fact_checker
    )
    assert (stored(free).state, stored(held).state) == (State.DISMISSED, State.IN_REVIEW)
    assert [(row["item"], row["code"]) for row in batch.refused] == [
        (held.pk, "holds_lease"), (999_999, "not_found"),
    ]  # fmt: skip
    assert events_of(free) == ["item.dismiss"]
    assert list(batch.changes.values_list("item", flat=True)) == [free.pk]
    assert_chain_is_intact()


@pytest.mark.parametrize("count", [0, MOST_ROWS + 1])
def test_a_batch_has_between_one_and_two_hundred_rows(count: int, fact_checker: User) -> None:
    with pytest.raises(InvalidInput) as refusal:
        items_triage(item_ids=range(1, count + 1), order=OPINION, actor=fact_checker)
    assert refusal.value.field == "items"
    assert not TriageBatch.objects.exists()


@pytest.mark.parametrize(
    ("order", "field"),
    [
        (Order(Act.DISMISS, why=Why.OTHER, note="  "), "note"),
        (Order(Act.DISMISS, why=Why.DUPLICATE), "note"),
        (Order(Act.SNOOZE, until=SOON), "note"),
        (Order(Act.SNOOZE, note="Later."), "until"),
        (Order(Act.BOOST, points=5), "note"),
        (Order(Act.TAG), "tag"),
        (Order(Act.UNTAG), "tag"),
    ],
)
def test_an_order_that_is_not_whole_changes_nothing(
    order: Order, field: str, fact_checker: User
) -> None:
    item = make_item()
    with pytest.raises(InvalidInput) as refusal:
        triage([item], order, fact_checker)
    assert refusal.value.field == field
    assert not TriageBatch.objects.exists()


def test_whoever_may_not_triage_is_refused_as_a_whole(outsider: User, administrator: User) -> None:
    for person in (outsider, administrator):
        with pytest.raises(NotAllowed):
            triage([make_item()], OPINION, person)
    assert not TriageBatch.objects.exists()


def orders(tag: Tag, editor: User) -> dict[Act, Order]:
    return {
        Act.DISMISS: OPINION,
        Act.ASSIGN: Order(Act.ASSIGN, assignee=editor),
        Act.TAG: Order(Act.TAG, tag=tag),
        Act.UNTAG: Order(Act.UNTAG, tag=tag),
        Act.SNOOZE: Order(Act.SNOOZE, until=SOON, note="The table is due."),
        Act.WAKE: Order(Act.WAKE),
        Act.BOOST: Order(Act.BOOST, points=7, note="In every paper."),
    }


@pytest.mark.parametrize("act", Act)
def test_undoing_puts_every_item_back_as_it_was(
    act: Act, editor: User, fact_checker: User, tag: Tag
) -> None:
    plain, marked = make_item(), make_item()
    item_assign(item=marked, actor=editor, assignee=fact_checker)
    item_boost(item=marked, actor=editor, points=3, note="A reader asked.")
    item_tag(item=marked, actor=editor, tag=tag)
    item_snooze(item=marked, actor=editor, until=SOON, note="The table is due.")
    item_weigh(item=plain)
    before = [facts(item) for item in (plain, marked)]
    batch = triage([plain, marked], orders(tag, editor)[act], editor)
    changed = [facts(item) for item in (plain, marked)]
    undone = batch_undo(batch=batch, actor=editor)
    assert changed != before
    assert [facts(item) for item in (plain, marked)] == before
    assert undone.undo_refused == []
    assert_chain_is_intact()


def test_undoing_leaves_alone_what_was_changed_since(
    editor: User, fact_checker: User, second_checker: User
) -> None:
    first, second = make_item(), make_item()
    batch = triage([first, second], Order(Act.ASSIGN, assignee=fact_checker), editor)
    item_assign(item=second, actor=editor, assignee=second_checker)
    undone = batch_undo(batch=batch, actor=editor)
    assert (stored(first).assignee, stored(second).assignee) == (None, second_checker)
    assert [(row["item"], row["code"]) for row in undone.undo_refused] == [(second.pk, "changed")]


def test_undoing_leaves_alone_what_was_changed_and_changed_back(
    editor: User, fact_checker: User, second_checker: User
) -> None:
    item = make_item()
    batch = triage([item], Order(Act.ASSIGN, assignee=fact_checker), editor)
    for assignee in (second_checker, fact_checker):
        item_assign(item=item, actor=editor, assignee=assignee)
    assert batch_undo(batch=batch, actor=editor).undo_refused[0]["code"] == "changed"
    assert stored(item).assignee == fact_checker


def test_undoing_a_tag_does_not_mind_another_tag(editor: User, tag: Tag) -> None:
    other = Tag.objects.create(name="Health", added_by=editor)
    item = make_item()
    batch = triage([item], Order(Act.TAG, tag=tag), editor)
    item_tag(item=item, actor=editor, tag=other)
    assert batch_undo(batch=batch, actor=editor).undo_refused == []
    assert list(item.item_tags.values_list("tag__name", flat=True)) == ["Health"]


def test_undoing_a_dismissal_leaves_alone_what_was_restored_and_dismissed_again(
    fact_checker: User, second_checker: User
) -> None:
    item = make_item()
    batch = triage([item], OPINION, fact_checker)
    item_restore(item=item, actor=second_checker)
    item_dismiss(item=item, actor=second_checker, why=Why.SATIRE)
    batch_undo(batch=batch, actor=fact_checker)
    assert stored(item).state == State.DISMISSED
    assert Dismissal.objects.get(item=item, restored_at=None).why == Why.SATIRE


def test_undoing_the_dismissal_of_a_reopened_claim_leaves_it_reopened(
    fact_checker: User, editor: User, second_checker: User
) -> None:
    closed = published_verdict(fact_checker, editor).item
    item = item_reopen(item=closed, actor=second_checker, note="The table was revised.")
    batch = triage([item], OPINION, second_checker)
    batch_undo(batch=batch, actor=second_checker)
    assert stored(item).state == State.REOPENED


def test_undoing_puts_nothing_back_to_sleep_that_somebody_has_taken(
    fact_checker: User, second_checker: User
) -> None:
    item = make_item()
    item_snooze(item=item, actor=fact_checker, until=SOON, note="The table is due.")
    batch = triage([item], Order(Act.WAKE), fact_checker)
    lease_take(item=item, actor=second_checker)
    assert batch_undo(batch=batch, actor=fact_checker).undo_refused[0]["code"] == "changed"
    assert stored(item).snoozed_until is None


def test_a_batch_is_undone_once_and_by_its_maker_or_an_editor(
    fact_checker: User, second_checker: User, editor: User
) -> None:
    batch = triage([make_item()], OPINION, fact_checker)
    with pytest.raises(NotAllowed) as refusal:
        batch_undo(batch=batch, actor=second_checker)
    assert refusal.value.code == "own_batch"
    batch_undo(batch=batch, actor=editor)
    with pytest.raises(WrongState) as twice:
        batch_undo(batch=batch, actor=fact_checker)
    assert twice.value.code == "undone"
    assert TriageChange.objects.filter(undone_at__isnull=False).count() == 1

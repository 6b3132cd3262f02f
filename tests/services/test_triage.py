"""Acts of triage on one item: assigned, tagged, snoozed, boosted, and told of in its history."""

from __future__ import annotations

import datetime
from collections.abc import Callable

import pytest
from django.utils import timezone

from factcheck.accounts.models import User
from factcheck.errors import InvalidInput, NotAllowed, WrongState
from reviews.domain.recusal import Kind
from reviews.domain.triage import Act
from reviews.models import QueueItem, Tag, TriageChange
from reviews.services.assignments import item_assign
from reviews.services.bulk import Order, items_triage
from reviews.services.dismissals import item_dismiss
from reviews.services.leases import lease_take, lease_take_next
from reviews.services.recusals import RecusalFrom, recusal_declare
from reviews.services.triage import (
    item_boost,
    item_snooze,
    item_tag,
    item_untag,
    item_wake,
    items_wake,
)
from reviews.services.undoing import batch_undo
from reviews.services.verdicts import verdict_send_back
from tests.audit import events_of
from tests.factories import make_claim, make_item
from tests.walks import drafted_verdict, review

DAY = datetime.timedelta(days=1)


def stored(item: QueueItem) -> QueueItem:
    return QueueItem.objects.get(pk=item.pk)


@pytest.fixture
def tag(editor: User) -> Tag:
    """A word of the desk's vocabulary."""
    return Tag.objects.create(name="Budget", added_by=editor)


def test_an_editor_assigns_to_another_and_takes_it_away(
    editor: User, fact_checker: User, second_checker: User
) -> None:
    item = make_item()
    for wanted in (fact_checker, second_checker, None):
        item_assign(item=item, actor=editor, assignee=wanted, note="You know the port.")
        assert stored(item).assignee == wanted
    told = TriageChange.objects.filter(item=item).values_list("before", "after")
    assert [(before["assignee"], after["assignee"]) for before, after in told] == [
        (None, fact_checker.pk), (fact_checker.pk, second_checker.pk), (second_checker.pk, None),
    ]  # fmt: skip
    assert events_of(item) == ["item.assign"] * 3


def test_assigning_to_whom_it_is_assigned_leaves_no_trace(fact_checker: User) -> None:
    item = make_item()
    item_assign(item=item, actor=fact_checker, assignee=fact_checker)
    assert item_assign(item=item, actor=fact_checker, assignee=fact_checker) is None
    assert events_of(item) == ["item.assign"]


def test_a_fact_checker_does_not_take_what_is_assigned_to_another(
    editor: User, fact_checker: User, second_checker: User
) -> None:
    item = make_item()
    item_assign(item=item, actor=editor, assignee=second_checker)
    with pytest.raises(NotAllowed) as refusal:
        item_assign(item=item, actor=fact_checker, assignee=fact_checker)
    assert refusal.value.code == "assigns_others"


def recused(item: QueueItem, person: User) -> None:
    what = RecusalFrom(Kind.WORD, text=item.claim.text)
    recusal_declare(actor=person, person=person, what=what, reason="A cousin.")


def left(item: QueueItem, person: User) -> None:
    person.is_active = False
    person.save()


def lost_the_role(item: QueueItem, person: User) -> None:
    person.groups.clear()


@pytest.mark.parametrize(
    ("what_happened", "rule"),
    [
        (lost_the_role, "role"),
        (left, "is_active"),
        (recused, "is_not_recused"),
        (review, "has_not_reviewed"),
    ],
)
def test_nobody_is_given_what_they_may_not_review(
    editor: User, fact_checker: User, what_happened: Callable[[QueueItem, User], object], rule: str
) -> None:
    item = make_item(reviews_wanted=2)
    what_happened(item, fact_checker)
    fact_checker = User.objects.get(pk=fact_checker.pk)
    with pytest.raises(InvalidInput) as refusal:
        item_assign(item=item, actor=editor, assignee=fact_checker)
    assert (refusal.value.field, refusal.value.code) == ("assignee", rule)
    done = items_triage(
        item_ids=[item.pk, make_item(make_claim("Wells.")).pk],
        order=Order(Act.ASSIGN, assignee=fact_checker), actor=editor,
    )  # fmt: skip
    assert (done.refused[0]["item"], done.refused[0]["code"]) == (item.pk, rule)
    assert stored(item).assignee is None


def test_a_verdict_is_left_to_its_author_only_to_be_mended(
    editor: User, fact_checker: User
) -> None:
    verdict = drafted_verdict(fact_checker)
    with pytest.raises(InvalidInput):
        item_assign(item=verdict.item, actor=editor, assignee=fact_checker)
    verdict_send_back(verdict=verdict, actor=editor, note="Which year?")
    assert item_assign(item=verdict.item, actor=editor, assignee=fact_checker) is not None


def test_undoing_gives_nothing_back_to_whoever_may_not_have_it_any_more(
    editor: User, fact_checker: User, second_checker: User
) -> None:
    item = make_item()
    item_assign(item=item, actor=editor, assignee=fact_checker)
    order = Order(Act.ASSIGN, assignee=second_checker)
    batch = items_triage(item_ids=[item.pk], order=order, actor=editor)
    recused(item, fact_checker)
    undone = batch_undo(batch=batch, actor=editor)
    assert [row["code"] for row in undone.undo_refused] == ["is_not_recused"]
    assert stored(item).assignee == second_checker


def test_whoever_submits_gives_the_claim_on_to_the_next(
    editor: User, fact_checker: User, second_checker: User
) -> None:
    item = make_item(reviews_wanted=2)
    item_assign(item=item, actor=editor, assignee=fact_checker)
    review(item, fact_checker)
    lease = lease_take_next(actor=second_checker)
    assert lease is not None
    assert lease.item == item


def test_a_tag_goes_on_once_and_comes_off_once(fact_checker: User, tag: Tag) -> None:
    item = make_item()
    assert item_tag(item=item, actor=fact_checker, tag=tag) is not None
    assert item_tag(item=item, actor=fact_checker, tag=tag) is None
    assert list(item.item_tags.values_list("tag__name", flat=True)) == ["Budget"]
    assert item_untag(item=item, actor=fact_checker, tag=tag) is not None
    assert item_untag(item=item, actor=fact_checker, tag=tag) is None
    assert events_of(item) == ["item.tag", "item.untag"]


def test_a_retired_tag_is_not_put_on(fact_checker: User, tag: Tag) -> None:
    tag.retired_at = timezone.now()
    with pytest.raises(InvalidInput):
        item_tag(item=make_item(), actor=fact_checker, tag=tag)


def test_what_is_snoozed_comes_back_when_its_time_is_over(fact_checker: User) -> None:
    item = make_item()
    item_snooze(item=item, actor=fact_checker, until=timezone.now() + DAY, note="The table is due.")
    assert items_wake() == 0
    QueueItem.objects.filter(pk=item.pk).update(snoozed_until=timezone.now() - DAY)
    assert (items_wake(), items_wake()) == (1, 0)
    assert stored(item).snoozed_until is None
    assert TriageChange.objects.get(act="wake").by is None


def test_a_person_wakes_what_sleeps_once(fact_checker: User, second_checker: User) -> None:
    item = make_item()
    item_snooze(item=item, actor=fact_checker, until=timezone.now() + DAY, note="The table is due.")
    assert item_wake(item=item, actor=second_checker) is not None
    assert item_wake(item=item, actor=second_checker) is None


@pytest.mark.parametrize("days", [-1, 0, 400])
def test_nothing_sleeps_into_the_past_or_for_ever(days: int, fact_checker: User) -> None:
    with pytest.raises(InvalidInput) as refusal:
        item_snooze(
            item=make_item(), actor=fact_checker, until=timezone.now() + days * DAY, note="Later."
        )
    assert refusal.value.field == "until"


def test_taking_what_sleeps_wakes_it(fact_checker: User) -> None:
    item = make_item()
    item_snooze(item=item, actor=fact_checker, until=timezone.now() + DAY, note="The table is due.")
    lease_take(item=item, actor=fact_checker)
    assert stored(item).snoozed_until is None


def test_points_by_hand_replace_those_given_before_and_say_why(fact_checker: User) -> None:
    item = make_item()
    item_boost(item=item, actor=fact_checker, points=20, note="On every front page.")
    item_boost(item=item, actor=fact_checker, points=-10, note="It has calmed down.")
    found = stored(item)
    assert found.priority_points["boost"] == -10
    assert found.priority_because["boost"] == {"note": "It has calmed down."}
    assert found.priority == sum(found.priority_points.values())
    item_boost(item=item, actor=fact_checker, points=0, note="As any other.")
    assert "boost" not in stored(item).priority_points


@pytest.mark.parametrize(
    ("points", "note", "field"),
    [(51, "Up!", "points"), (-51, "Down!", "points"), (5, " ", "note")],
)
def test_points_out_of_bounds_or_without_a_reason_are_refused(
    points: int, note: str, field: str, fact_checker: User
) -> None:
    with pytest.raises(InvalidInput) as refusal:
        item_boost(item=make_item(), actor=fact_checker, points=points, note=note)
    assert refusal.value.field == field


def test_what_has_left_the_queue_is_not_triaged(fact_checker: User) -> None:
    item = make_item()
    item_dismiss(item=item, actor=fact_checker, note="A forecast.")
    with pytest.raises(WrongState) as refusal:
        item_assign(item=item, actor=fact_checker, assignee=fact_checker)
    assert refusal.value.code == "is_open"


def test_an_administrator_does_not_triage(administrator: User) -> None:
    with pytest.raises(NotAllowed):
        item_boost(item=make_item(), actor=administrator, points=5, note="Mine.")

"""Tags, the desk's own rules and saved views: who sets them, and what they do."""

from __future__ import annotations

from typing import Any

import pytest

from factcheck.accounts.models import User
from factcheck.errors import InvalidInput, NotAllowed
from reviews.models import BoostRule, QueueItem, SavedView
from reviews.selectors.saved_views import counted_views
from reviews.services import boosts
from reviews.services.boosts import boost_add, boost_end, boosts_apply
from reviews.services.saved_views import (
    MOST_VIEWS,
    view_delete,
    view_place,
    view_rename,
    view_restore,
    view_save,
)
from reviews.services.tags import tag_add, tag_retire
from reviews.services.weighing import item_weigh
from tests.audit import events_of
from tests.factories import make_claim, make_item


def test_a_tag_is_added_once_retired_and_brought_back(editor: User, second_editor: User) -> None:
    tag = tag_add(actor=editor, name="  Rice   prices ", colour="blue")
    assert tag.name == "Rice prices"
    with pytest.raises(InvalidInput) as refusal:
        tag_add(actor=second_editor, name="rice PRICES", colour="red")
    assert refusal.value.code == "in_use"
    for _again in range(2):
        tag_retire(tag=tag, actor=editor)
    back = tag_add(actor=second_editor, name="Rice Prices", colour="red")
    assert (back.pk, back.name, back.colour, back.retired_at) == (
        tag.pk,
        "Rice Prices",
        "red",
        None,
    )
    assert events_of(tag) == ["tag.add", "tag.retire", "tag.add"]


@pytest.mark.parametrize(
    ("name", "colour", "field"),
    [
        (" ", "blue", "name"),
        ("x" * 41, "blue", "name"),
        ("\x00", "blue", "name"),
        ("a", "", "colour"),
    ],
)
def test_a_tag_that_makes_no_sense_is_refused(
    name: str, colour: str, field: str, editor: User
) -> None:
    with pytest.raises(InvalidInput) as refusal:
        tag_add(actor=editor, name=name, colour=colour)
    assert refusal.value.field == field


def test_only_editors_set_tags_and_rules(
    fact_checker: User, administrator: User, editor: User
) -> None:
    tag = tag_add(actor=editor, name="Port", colour="teal")
    rule = boost_add(actor=editor, trait="word", value="port", points=5, reason="A series.")
    for actor in (fact_checker, administrator):
        with pytest.raises(NotAllowed):
            tag_add(actor=actor, name="Rice", colour="red")
        with pytest.raises(NotAllowed):
            tag_retire(tag=tag, actor=actor)
        with pytest.raises(NotAllowed):
            boost_add(actor=actor, trait="word", value="rice", points=5, reason="A series.")
        with pytest.raises(NotAllowed):
            boost_end(rule=rule, actor=actor)


RULE = {"trait": "word", "value": "rice", "points": 5, "reason": "A series."}


@pytest.mark.parametrize(
    ("field", "value"),
    [
        ("trait", "mood"),
        ("value", " "),
        ("value", "port"),  # there is one already
        ("points", 0),
        ("points", 51),
        ("reason", " "),
    ],
)
def test_a_rule_that_makes_no_sense_is_refused(field: str, value: Any, editor: User) -> None:
    boost_add(actor=editor, trait="word", value="port", points=5, reason="A series.")
    said: dict[str, Any] = RULE | {field: value}
    with pytest.raises(InvalidInput) as refusal:
        boost_add(actor=editor, **said)
    assert refusal.value.field == field


def points(item: QueueItem) -> tuple[int, int]:
    row = QueueItem.objects.get(pk=item.pk)
    assert row.priority == sum(row.priority_points.values())
    return row.priority, row.priority_points.get("rules", 0)


def test_a_rule_reaches_what_is_in_the_queue_and_ending_it_takes_its_points_away(
    editor: User,
) -> None:
    port, rice = (make_item(make_claim(text)) for text in ("The port grew.", "Rice fell."))
    for item in (port, rice):
        item_weigh(item=item)
    before = [points(item) for item in (port, rice)]
    rule = boost_add(actor=editor, trait="word", value="port", points=9, reason="A series.")
    assert boosts_apply() == 2
    assert [points(item)[1] for item in (port, rice)] == [9, 0]
    assert boosts_apply() == 0
    boost_end(rule=rule, actor=editor)
    boosts_apply()
    assert [points(item) for item in (port, rice)] == before
    assert events_of(rule) == ["boost.add", "boost.end"]


def test_rules_are_applied_in_bounded_steps_until_all_have_them(
    editor: User, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(boosts, "SWEPT_AT_ONCE", 2)
    items = [make_item(make_claim(f"The port and rice grew {number}.")) for number in range(5)]
    for item in items:
        item_weigh(item=item)
    boost_add(actor=editor, trait="word", value="port", points=1, reason="A series.")
    boosts_apply()
    boost_add(actor=editor, trait="word", value="rice", points=2, reason="Another.")
    while boosts_apply():
        pass
    assert {points(item)[1] for item in items} == {3}
    assert set(BoostRule.objects.values_list("swept_to", flat=True)) == {None}


def test_a_view_is_kept_renamed_moved_deleted_and_brought_back(fact_checker: User) -> None:
    rice = view_save(actor=fact_checker, name="Rice", query="q=rice")
    port = view_save(actor=fact_checker, name="Port", query="q=port")
    view_rename(view=rice, actor=fact_checker, name="Rice, all")
    view_place(view=port, actor=fact_checker, position=0)
    assert [each.view.name for each in counted_views(fact_checker)] == ["Port", "Rice, all"]
    view_delete(view=port, actor=fact_checker)
    assert [each.view.name for each in counted_views(fact_checker)] == ["Rice, all"]
    view_restore(view=port, actor=fact_checker)
    assert [each.view.name for each in counted_views(fact_checker)] == ["Port", "Rice, all"]
    assert events_of(port) == ["view.save", "view.place", "view.delete", "view.restore"]


def test_a_view_tells_how_many_fit_it(fact_checker: User) -> None:
    make_item(make_claim("Rice fell by half."))
    make_item(make_claim("The port grew."))
    view_save(actor=fact_checker, name="Rice", query="q=rice&sort=due")
    view_save(actor=fact_checker, name="Other", query="sort=newest")
    assert [str(each.count) for each in counted_views(fact_checker)] == ["0", "2"]


def test_editors_share_views_with_the_desk_and_nobody_else_changes_them(
    editor: User, fact_checker: User
) -> None:
    with pytest.raises(NotAllowed):
        view_save(actor=fact_checker, name="Rice", query="q=rice", is_shared=True)
    view = view_save(actor=editor, name="Rice", query="q=rice", is_shared=True)
    view_save(actor=editor, name="Mine", query="")
    assert [each.view for each in counted_views(fact_checker)] == [view]
    for act in (view_delete, view_restore):
        with pytest.raises(NotAllowed):
            act(view=view, actor=fact_checker)
    with pytest.raises(NotAllowed):
        view_rename(view=view, actor=fact_checker, name="Theirs")
    with pytest.raises(NotAllowed):
        view_place(view=view, actor=fact_checker, position=1)


def test_a_name_is_used_once_among_a_persons_views(fact_checker: User) -> None:
    first = view_save(actor=fact_checker, name="Rice", query="q=rice")
    view_delete(view=first, actor=fact_checker)
    view_save(actor=fact_checker, name="Rice", query="q=beras")
    with pytest.raises(InvalidInput) as refusal:
        view_save(actor=fact_checker, name="Rice", query="")
    assert refusal.value.code == "in_use"
    with pytest.raises(InvalidInput):
        view_restore(view=first, actor=fact_checker)


def test_there_is_a_bound_to_the_views_of_a_person(fact_checker: User) -> None:
    for number in range(MOST_VIEWS):
        SavedView.objects.create(owner=fact_checker, name=f"View {number}")
    with pytest.raises(InvalidInput) as refusal:
        view_save(actor=fact_checker, name="One more", query="")
    assert refusal.value.code == "too_many"

"""Points of a queue item: its factors, and how it ages."""

from __future__ import annotations

import datetime

import pytest
from django.utils import timezone

from claims.models import Family
from factcheck.accounts.models import User
from reviews.models import BoostRule, QueueItem, Tag
from reviews.services import weighing
from reviews.services.corrections import verdict_retract
from reviews.services.triage import item_tag, item_untag
from reviews.services.weighing import item_weigh, items_age
from tests.factories import make_appearance, make_article, make_claim, make_item
from tests.walks import published_verdict

DAY = datetime.timedelta(days=1)


def weighed(item: QueueItem) -> QueueItem:
    item_weigh(item=item)
    return QueueItem.objects.get(pk=item.pk)


def aged(item: QueueItem, days: float) -> QueueItem:
    """Return the item as if it had entered that long ago."""
    QueueItem.objects.filter(pk=item.pk).update(entered_at=timezone.now() - days * DAY)
    return QueueItem.objects.get(pk=item.pk)


def test_an_item_gains_with_each_day_it_waits_up_to_a_bound() -> None:
    item = make_item()
    gained = [weighed(aged(item, days)).priority_points.get("age", 0) for days in (0.5, 1.5, 40)]
    assert gained == [0, 2, 20]
    assert weighed(aged(item, 40)).ages_at is None


def test_the_sweep_ages_what_is_due_and_leaves_the_rest() -> None:
    old, fresh = weighed(make_item()), weighed(make_item())
    QueueItem.objects.filter(pk=old.pk).update(
        entered_at=timezone.now() - 3.5 * DAY, ages_at=timezone.now() - DAY
    )
    before = {item.pk: item.priority for item in (old, fresh)}
    assert (items_age(), items_age()) == (1, 0)
    after = {item.pk: item.priority for item in QueueItem.objects.all()}
    assert after == {old.pk: before[old.pk] + 6, fresh.pk: before[fresh.pk]}
    assert QueueItem.objects.get(pk=old.pk).priority_because["age"] == {"days": 3}


def test_ageing_and_weighing_give_the_same_points() -> None:
    item = weighed(make_item())
    QueueItem.objects.filter(pk=item.pk).update(
        entered_at=timezone.now() - 2.5 * DAY, ages_at=timezone.now()
    )
    items_age()
    by_sweep = QueueItem.objects.get(pk=item.pk)
    by_weight = weighed(QueueItem.objects.get(pk=item.pk))
    assert (by_sweep.priority, by_sweep.priority_points) == (
        by_weight.priority, by_weight.priority_points,
    )  # fmt: skip
    assert by_sweep.ages_at == by_weight.ages_at


def test_a_sweep_ages_a_bounded_number(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(weighing, "SWEPT_AT_ONCE", 2)
    for _number in range(5):
        make_item()
    QueueItem.objects.update(ages_at=timezone.now() - DAY, entered_at=timezone.now() - 1.5 * DAY)
    assert [items_age() for _round in range(4)] == [2, 2, 1, 0]


def test_what_left_the_queue_does_not_age(fact_checker: User, editor: User) -> None:
    item = published_verdict(fact_checker, editor).item
    QueueItem.objects.filter(pk=item.pk).update(ages_at=timezone.now() - DAY)
    assert items_age() == 0


def test_a_claim_of_a_family_the_desk_has_checked_gets_points(
    fact_checker: User, editor: User
) -> None:
    checked, kin, stranger = make_claim(), make_item(), make_item()
    family = Family.objects.create()
    for claim in (checked, kin.claim):
        claim.family = family
        claim.save(update_fields=["family"])
    verdict = published_verdict(fact_checker, editor, make_item(checked))
    kin.refresh_from_db()  # it waited, and nothing but the verdict is new
    assert kin.priority_points["checked_here"] == 10
    assert "checked_here" not in weighed(stranger).priority_points
    verdict_retract(verdict=verdict, actor=editor, note="The table was read wrong.")
    kin.refresh_from_db()
    assert "checked_here" not in kin.priority_points


def rule(trait: str, value: str, points: int, editor: User) -> None:
    BoostRule.objects.create(
        trait=trait, value=value, points=points, reason=f"About {value}.", added_by=editor
    )


def test_the_desks_rules_add_up_and_say_why(editor: User) -> None:
    claim = make_claim("The ferry carried 9 thousand people.")
    make_appearance(claim, article=make_article(claim.text, outlet="Strait Courier"))
    for trait, value, points in (
        ("language", "en", 5), ("source", "Strait Courier", 4), ("word", "ferry", -2),
        ("speaker", "Nobody", 9),
    ):  # fmt: skip
        rule(trait, value, points, editor)
    item = weighed(make_item(claim))
    assert item.priority_points["rules"] == 7
    told = [each["reason"] for each in item.priority_because["rules"]["rules"]]
    assert told == ["About en.", "About Strait Courier.", "About ferry."]


def test_a_rule_about_a_tag_counts_while_the_item_carries_it(editor: User) -> None:
    rule("tag", "Budget", 12, editor)
    tag, item = Tag.objects.create(name="Budget", added_by=editor), make_item()
    item_tag(item=item, actor=editor, tag=tag)
    assert QueueItem.objects.get().priority_points["rules"] == 12
    item_untag(item=item, actor=editor, tag=tag)
    assert "rules" not in QueueItem.objects.get().priority_points

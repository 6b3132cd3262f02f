"""Triage on the page of one item: its form, its points in sentences, its history."""

from __future__ import annotations

import datetime

import pytest
from django.urls import reverse
from django.utils import timezone

from factcheck.accounts.models import User
from reviews.domain.dismissals import Why
from reviews.models import BoostRule, Dismissal, QueueItem, Tag
from reviews.services.assignments import item_assign
from reviews.services.triage import item_boost, item_snooze, item_tag
from reviews.services.weighing import item_weigh
from tests.web.desk.conftest import LogIn
from tests.web.desk.test_bulk import text_of


def page_of(item: QueueItem, user: User, log_in: LogIn) -> str:
    return text_of(log_in(user).get(reverse("workspace", args=[item.pk])))


def test_the_points_are_told_in_sentences(item: QueueItem, editor: User, log_in: LogIn) -> None:
    BoostRule.objects.create(
        trait="word", value="port", points=8, reason="Our series.", added_by=editor
    )
    QueueItem.objects.filter(pk=item.pk).update(
        entered_at=timezone.now() - datetime.timedelta(days=3, hours=1)
    )
    item_boost(item=item, actor=editor, points=-5, note="It has calmed down.")
    told = page_of(item, editor, log_in)
    for sentence in (
        "check-worthiness +30: The machine scores it 0.60 for check-worthiness.",
        "waiting +6: It has waited for 3 days.",
        "rules of the desk +8: Rules of the desk: Our series. (+8)",
        "points by hand -5: Given by hand: It has calmed down.",
    ):
        assert sentence in told


def test_points_from_before_their_facts_were_stored_are_told_by_name(
    item: QueueItem, editor: User, log_in: LogIn
) -> None:
    QueueItem.objects.filter(pk=item.pk).update(priority_points={"reach": 20, "conflict": 20})
    told = page_of(item, editor, log_in)
    assert "outlets +20: outlets" in told
    assert "differing figures +20: Figures differ between articles." in told


def test_the_history_tells_what_triage_did(item: QueueItem, editor: User, log_in: LogIn) -> None:
    tag = Tag.objects.create(name="Budget", added_by=editor)
    soon = timezone.now() + datetime.timedelta(days=2)
    item_assign(item=item, actor=editor, assignee=editor, note="You know the port.")
    item_assign(item=item, actor=editor, assignee=None)
    item_tag(item=item, actor=editor, tag=tag)
    item_snooze(item=item, actor=editor, until=soon, note="The table is due.")
    told = page_of(item, editor, log_in)
    for line in (
        "editor: assigned to editor You know the port.", "assigned to nobody", "tagged: Budget",
        "snoozed until", "The table is due.",
    ):  # fmt: skip
        assert line in told


def test_an_act_from_the_page_of_an_item_leads_back_to_it(
    item: QueueItem, fact_checker: User, log_in: LogIn
) -> None:
    answer = log_in(fact_checker).post(
        reverse("queue-bulk"),
        {"items": item.pk, "page": "item", "act": "assign", "assignee": fact_checker.pk},
        follow=True,
    )
    assert answer.redirect_chain == [(reverse("workspace", args=[item.pk]), 302)]
    assert "Done. It stands in the history below." in text_of(answer)
    assert QueueItem.objects.get().assignee == fact_checker


def test_a_refused_act_from_the_page_of_an_item_says_why(
    item: QueueItem, editor: User, fact_checker: User, log_in: LogIn
) -> None:
    item_assign(item=item, actor=editor, assignee=editor)
    answer = log_in(fact_checker).post(
        reverse("queue-bulk"),
        {"items": item.pk, "page": "item", "act": "assign", "assignee": fact_checker.pk},
        follow=True,
    )
    assert "Only an editor assigns claims to others, or takes them away." in text_of(answer)


@pytest.mark.parametrize(("said", "kept"), [("satire", Why.SATIRE), ("boring", Why.OTHER)])
def test_a_claim_is_dismissed_from_its_page_with_a_kind_of_reason(
    said: str, kept: Why, item: QueueItem, fact_checker: User, log_in: LogIn
) -> None:
    log_in(fact_checker).post(
        reverse("item-dismiss", args=[item.pk]), {"why": said, "note": "It is a joke."}
    )
    assert Dismissal.objects.get().why == kept


def test_an_administrator_sees_no_form_for_triage(
    item: QueueItem, administrator: User, log_in: LogIn
) -> None:
    item_weigh(item=item)
    assert "Assign, tag, snooze" not in page_of(item, administrator, log_in)

"""Every id the desk shows has words a person reads."""

from __future__ import annotations

from typing import get_args

import pytest
from django.template import Context, Template

from claims.matching.signals import SIGNALS
from claims.matching.types import Aspect
from factcheck.accounts.models import User
from reviews.domain.boosts import Boost, Trait
from reviews.domain.policy import Policy, Risk, review_need
from reviews.domain.priority import Pull, priority
from reviews.domain.states import Event
from reviews.models import QueueItem, QueueReason
from reviews.services.corrections import item_reopen
from reviews.web import wordings
from reviews.web.points import points_text
from tests import walks


def test_every_move_and_every_aspect_has_words() -> None:
    assert set(wordings.EVENTS) == set(Event)
    assert set(wordings.ASPECTS) == set(get_args(Aspect))


def test_every_signal_of_a_match_has_words() -> None:
    assert set(wordings.MATCH_SIGNALS) == set(SIGNALS) | {"same_passage"}


def test_every_factor_of_priority_has_words() -> None:
    pull = Pull(
        score=1,
        outlets=9,
        has_conflict=True,
        checked_before=True,
        by_hand=True,
        checked_here=True,
        days=3,
        boosts=(Boost(Trait.WORD, "port", 5, "A series."),),
        extra=5,
        extra_note="On every page.",
    )
    points = priority(pull)
    assert {each.factor for each in points} == set(wordings.FACTORS)
    told = [points_text(each.factor, each.because) for each in points]
    assert not set(told) & set(map(str, wordings.FACTORS.values()))


def test_every_rule_of_a_second_review_has_words() -> None:
    risk = Risk(claim_id=1, score=1, outlets=9, has_conflict=True, names_person=True)
    policy = Policy(outlets=2, score=0.5, person_score=0.5, share=1)
    assert {*review_need(risk, policy).because, "by_hand"} == set(wordings.RULES)


@pytest.mark.parametrize(
    ("kind", "detail", "words"),
    [
        ("reach", {"outlets": 1}, "carried by 1 outlet"),
        ("checked_before", {"by": ["Fakta Kota", "Plain Desk"]}, "by Fakta Kota, Plain Desk"),
        ("reopened", {"note": "<b>new</b>"}, "reopened: &lt;b&gt;new&lt;/b&gt;"),
        ("by_hand", {"by": ["Sari", "<b>Lin</b>"]}, "marked by Sari, &lt;b&gt;Lin&lt;/b&gt;"),
    ],
)
def test_a_reason_says_what_it_saw_and_stays_text(
    kind: str, detail: dict[str, object], words: str
) -> None:
    page = Template("{% load desk %}{{ row|reason }}")
    assert words in page.render(Context({"row": QueueReason(kind=kind, detail=detail)}))


def test_a_reopened_claim_says_why(item: QueueItem, fact_checker: User, editor: User) -> None:
    walks.published_verdict(fact_checker, editor, item)
    again = item_reopen(item=item, actor=editor, note="A new table.")
    assert wordings.reason_text(again.reasons.get()) == "reopened: A new table."

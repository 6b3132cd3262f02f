"""Every id the desk shows has words a person reads."""

from __future__ import annotations

from typing import get_args

import pytest
from django.template import Context, Template
from django.utils.translation import override

from claims.matching.signals import SIGNALS
from claims.matching.types import Aspect
from factcheck.accounts.models import User
from factcheck.web.lists import listed
from reviews.domain.boosts import Boost, Trait
from reviews.domain.policy import Policy, Risk, review_need
from reviews.domain.priority import Pull, priority
from reviews.domain.states import Event
from reviews.models import QueueItem, QueueReason
from reviews.services.corrections import item_reopen
from reviews.web import wordings
from reviews.web.conflict_texts import conflict_shown
from reviews.web.points import points_text
from tests import walks


def test_every_move_and_every_aspect_has_words() -> None:
    assert set(wordings.EVENTS) == set(Event)
    assert set(wordings.ASPECTS) == set(get_args(Aspect))


def test_every_signal_of_a_match_has_words() -> None:
    assert set(wordings.MATCH_SIGNALS) == set(SIGNALS) | {"same_passage", "by_people"}


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
        ("conflict", {"sides": [{"outlet": "Kabar"}] * 2}, "one outlet gives differing"),
        ("conflict", {"sides": [{"outlet": "Kabar"}, {"outlet": "Suluh"}]}, "outlets give"),
        ("conflict", {"sides": [{"outlet": ""}] * 2}, "outlets give"),
        ("reopened", {"note": "<b>new</b>"}, "reopened: &lt;b&gt;new&lt;/b&gt;"),
        ("by_hand", {"by": ["Sari", "<b>Lin</b>"]}, "marked by Sari, &lt;b&gt;Lin&lt;/b&gt;"),
    ],
)
def test_a_reason_says_what_it_saw_and_stays_text(
    kind: str, detail: dict[str, object], words: str
) -> None:
    page = Template("{% load desk %}{{ row|reason }}")
    assert words in page.render(Context({"row": QueueReason(kind=kind, detail=detail)}))


def side(outlet: str, value: float | None, unit: str = "USD", **told: object) -> dict[str, object]:
    bounds = {"start": 0, "end": 9, "comparator": "=", "low": None, "high": None}
    return bounds | {"outlet": outlet, "value": value, "unit": unit} | told


@pytest.mark.parametrize(
    ("sides", "language", "spread", "title"),
    [
        (
            [side("Kabar", 5.6e6), side("", 4.6e6), side("Suluh", 5e6)], "en",
            "US$4.6–5.6 million",
            "Kabar: US$5.6 million\nunknown outlet: US$4.6 million\nSuluh: US$5 million",
        ),
        ([side("A", 5.6e6), side("B", 4.6e6)], "zh-hant", "US$460–560萬", None),
        ([side("A", 12.1, "%"), side("B", 11.4, "%")], "id", "11,4–12,1%", None),
        ([side("A", 9, "orang"), side("B", 3, "orang")], "en", "3–9 orang", None),
        ([side("A", 900), side("B", 5e9)], "en", "US$900 – US$5 billion", None),
        (
            [side("A", 6e6, comparator="<"), side("B", 9e6)], "en",
            "less than US$6 million ↔ US$9 million", None,
        ),
        (
            [side("A", None, "boats", low=2.0, high=4.0), side("B", 9, "boats")], "en",
            "2 to 4 ↔ 9 boats", "A: 2 to 4 boats\nB: 9 boats",
        ),
        ([], "en", None, ""),
    ],
)  # fmt: skip
def test_a_conflict_says_in_few_words_how_far_figures_lie_apart_and_who_gives_which(
    sides: list[dict[str, object]], language: str, spread: str | None, title: str | None
) -> None:
    with override(language):
        shown = conflict_shown({"sides": sides}, "id")
        assert (str(shown.spread) if shown.spread else None) == spread
        assert title in (None, shown.title)


def test_a_reopened_claim_says_why(item: QueueItem, fact_checker: User, editor: User) -> None:
    walks.published_verdict(fact_checker, editor, item)
    again = item_reopen(item=item, actor=editor, note="A new table.")
    assert wordings.reason_text(again.reasons.get()) == "reopened: A new table."


@pytest.mark.parametrize(
    ("language", "said"), [("en", "Lantern Desk, 港口核查"), ("zh-hans", "Lantern Desk、港口核查")]
)
def test_names_are_listed_as_the_language_does(language: str, said: str) -> None:
    reason = QueueReason(kind="checked_before", detail={"by": ["Lantern Desk", "港口核查"]})
    with override(language):
        assert said in wordings.reason_text(reason)
        assert listed([]) == ""

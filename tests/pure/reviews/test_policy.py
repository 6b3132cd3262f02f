"""How many reviews a claim needs."""

from __future__ import annotations

from dataclasses import replace

import pytest
from hypothesis import given
from hypothesis import strategies as st

from reviews.domain.policy import Policy, ReviewNeed, Risk, review_need

NO_LOT = Policy(outlets=3, score=0.98, person_score=0.9, share=0)
CALM = Risk(claim_id=1, score=0.5, outlets=1, has_conflict=False, names_person=False)
RISKS = st.builds(
    Risk,
    claim_id=st.integers(1, 2**62),
    score=st.floats(0, 1),
    outlets=st.integers(0, 50),
    has_conflict=st.booleans(),
    names_person=st.booleans(),
)
SHARES = st.floats(0, 1)


@pytest.mark.parametrize(
    ("risk", "because"),
    [
        (CALM, ()),
        (Risk(1, 0.5, 1, has_conflict=True, names_person=False), ("conflict",)),
        (Risk(1, 0.5, 3, has_conflict=False, names_person=False), ("reach",)),
        (Risk(1, 0.5, 2, has_conflict=False, names_person=False), ()),
        (Risk(1, 0.9, 1, has_conflict=False, names_person=True), ("person",)),
        (Risk(1, 0.89, 1, has_conflict=False, names_person=True), ()),
        (Risk(1, 0.98, 1, has_conflict=False, names_person=False), ("score",)),
        (Risk(1, 0.97, 1, has_conflict=False, names_person=False), ()),
        (Risk(1, 0.95, 4, has_conflict=True, names_person=True), ("conflict", "reach", "person")),
    ],
)
def test_a_second_review_is_wanted_by_each_rule_of_risk(
    risk: Risk, because: tuple[str, ...]
) -> None:
    assert review_need(risk, NO_LOT) == ReviewNeed(2 if because else 1, because)


@given(RISKS, SHARES)
def test_it_wants_two_reviews_exactly_when_it_names_a_rule(risk: Risk, share: float) -> None:
    need = review_need(risk, replace(NO_LOT, share=share))
    assert need.reviews == (2 if need.because else 1)


@given(RISKS, SHARES)
def test_asking_again_gives_the_same_answer(risk: Risk, share: float) -> None:
    assert review_need(risk, replace(NO_LOT, share=share)) == review_need(
        risk, replace(NO_LOT, share=share)
    )


@given(RISKS)
def test_a_share_of_one_draws_everything_and_none_draws_nothing(risk: Risk) -> None:
    assert "drawn" in review_need(risk, replace(NO_LOT, share=1)).because
    assert "drawn" not in review_need(risk, NO_LOT).because


def test_about_the_wanted_share_is_drawn() -> None:
    risks = [Risk(number, 0.1, 1, has_conflict=False, names_person=False) for number in range(4000)]
    drawn = sum(review_need(risk, replace(NO_LOT, share=0.1)).reviews == 2 for risk in risks)
    assert 320 <= drawn <= 480

"""The priority of a queue item is the sum of points that are shown."""

from __future__ import annotations

import dataclasses

from hypothesis import given
from hypothesis import strategies as st

from reviews.domain.priority import Points, Pull, priority

PULLS = st.builds(
    Pull,
    score=st.floats(0, 1),
    outlets=st.integers(0, 50),
    has_conflict=st.booleans(),
    checked_before=st.booleans(),
    by_hand=st.booleans(),
)


def total(pull: Pull) -> int:
    return sum(points.points for points in priority(pull))


def test_each_factor_gives_its_own_points() -> None:
    assert priority(Pull(0.84, 3, has_conflict=True, checked_before=True, by_hand=True)) == (
        Points("check_worthiness", 42),
        Points("reach", 20),
        Points("conflict", 20),
        Points("checked_before", 10),
        Points("by_hand", 30),
    )


def test_a_factor_without_points_is_left_out() -> None:
    assert priority(Pull(0, 1, has_conflict=False, checked_before=False)) == ()


@given(PULLS)
def test_points_stay_within_their_bounds(pull: Pull) -> None:
    bounds = {
        "check_worthiness": 50, "reach": 30, "conflict": 20, "checked_before": 10, "by_hand": 30,
    }  # fmt: skip
    assert all(0 < points.points <= bounds[points.factor] for points in priority(pull))


@given(PULLS, st.floats(0, 1))
def test_a_higher_score_never_lowers_the_priority(pull: Pull, score: float) -> None:
    higher = dataclasses.replace(pull, score=max(score, pull.score))
    assert total(higher) >= total(pull)


@given(PULLS)
def test_another_outlet_or_a_conflict_never_lowers_the_priority(pull: Pull) -> None:
    assert total(dataclasses.replace(pull, outlets=pull.outlets + 1)) >= total(pull)
    assert total(dataclasses.replace(pull, has_conflict=True)) >= total(pull)

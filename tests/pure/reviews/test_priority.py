"""The priority of a queue item is the sum of points that are shown."""

from __future__ import annotations

import dataclasses
import datetime

from hypothesis import given
from hypothesis import strategies as st

from reviews.domain.boosts import Boost, Trait
from reviews.domain.priority import Points, Pull, age, ages_at, days_waited, priority

BOOSTS = st.builds(Boost, st.just(Trait.WORD), st.text(), st.integers(-50, 50), st.text())
PULLS = st.builds(
    Pull,
    score=st.floats(0, 1),
    outlets=st.integers(0, 50),
    has_conflict=st.booleans(),
    checked_before=st.booleans(),
    by_hand=st.booleans(),
    checked_here=st.booleans(),
    days=st.integers(0, 4000),
    boosts=st.lists(
        st.builds(Boost, st.just(Trait.WORD), st.text(), st.integers(-50, 50), st.text())
    ).map(tuple),
    extra=st.integers(-50, 50),
)


def total(pull: Pull) -> int:
    return sum(points.points for points in priority(pull))


def test_each_factor_gives_its_own_points() -> None:
    rule = Boost(Trait.LANGUAGE, "id", 15, "Half our readers.")
    pull = Pull(
        score=0.84,
        outlets=3,
        has_conflict=True,
        checked_before=True,
        checked_here=True,
        by_hand=True,
        days=4,
        boosts=(rule,),
        extra=-5,
        extra_note="Not this week.",
    )
    assert priority(pull) == (
        Points("check_worthiness", 42, {"score": 0.84}),
        Points("reach", 20, {"outlets": 3, "texts": 3}),
        Points("conflict", 20),
        Points("checked_before", 10),
        Points("checked_here", 10),
        Points("by_hand", 30),
        Points("age", 8, {"days": 4}),
        Points("rules", 15, {"rules": [{"points": 15, "reason": "Half our readers."}]}),
        Points("boost", -5, {"note": "Not this week."}),
    )


def test_a_factor_without_points_is_left_out() -> None:
    assert priority(Pull(0, 1, has_conflict=False, checked_before=False)) == ()


BOUNDS = {
    "check_worthiness": (0, 50), "reach": (0, 30), "conflict": (0, 20), "checked_before": (0, 10),
    "checked_here": (0, 10), "by_hand": (0, 30), "age": (0, 20), "rules": (-50, 50),
    "boost": (-50, 50),
}  # fmt: skip


@given(PULLS)
def test_points_stay_within_their_bounds(pull: Pull) -> None:
    for points in priority(pull):
        low, high = BOUNDS[points.factor]
        assert points.points
        assert low <= points.points <= high


@given(PULLS, st.floats(0, 1))
def test_a_higher_score_never_lowers_the_priority(pull: Pull, score: float) -> None:
    higher = dataclasses.replace(pull, score=max(score, pull.score))
    assert total(higher) >= total(pull)


@given(PULLS)
def test_another_outlet_or_a_conflict_never_lowers_the_priority(pull: Pull) -> None:
    assert total(dataclasses.replace(pull, outlets=pull.outlets + 1)) >= total(pull)
    assert total(dataclasses.replace(pull, has_conflict=True)) >= total(pull)


@given(PULLS)
def test_another_day_of_waiting_never_lowers_the_priority(pull: Pull) -> None:
    assert total(dataclasses.replace(pull, days=pull.days + 1)) >= total(pull)


ENTERED = datetime.datetime(2026, 3, 1, 9, 30, tzinfo=datetime.UTC)


@given(st.timedeltas(datetime.timedelta(0), datetime.timedelta(days=30)))
def test_an_item_is_looked_at_again_when_its_age_gives_more(
    waited: datetime.timedelta,
) -> None:
    now = ENTERED + waited
    days = days_waited(ENTERED, now)
    following = ages_at(ENTERED, days)
    if following is None:
        assert age(days).points == age(days + 1).points
    else:
        moment = datetime.timedelta(microseconds=1)
        assert following > now
        assert age(days_waited(ENTERED, following - moment)).points == age(days).points
        assert age(days_waited(ENTERED, following)).points > age(days).points

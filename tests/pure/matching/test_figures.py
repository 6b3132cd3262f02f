from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from claims.extraction.types import Quantity, Span
from claims.matching.figures import (
    FigureMatch,
    closeness,
    compare_figures,
    interval,
    measured_on_one_side,
    telling,
)
from tests.pure.matching.corpus import quantity


@pytest.mark.parametrize(
    ("left", "right", "relation"),
    [
        ("5.5e6 USD", "5.5e6 USD", "equal"),
        ("~5.6e6 USD", "5.576e6 USD", "compatible"),
        ("<6e6 USD", "5.576e6 USD", "bounded"),
        ("5.5e6 USD", "5.6e7 USD", "conflicting"),
        ("<6e6 USD", "1e6 USD", "conflicting"),
        ("23 orang", "19 people", "conflicting"),
        ("23 orang", "23 人", "equal"),
        ("5000 pekerja", "5000 名工人", "equal"),
        ("4800 jobs", "7500 个岗位", "conflicting"),
        ("5.5e6 USD", "5.5e6 CNY", "absent"),
        ("5.5e6 USD", "3.9e7 CNY", "compatible"),
        ("17 %", "17 orang", "absent"),
    ],
)
def test_it_compares_two_figures(left: str, right: str, relation: str) -> None:
    assert compare_figures([quantity(left)], [quantity(right)]).relation == relation


def test_a_figure_on_one_side_only_is_one_sided() -> None:
    assert compare_figures([quantity("23 orang")], []).relation == "one-sided"
    assert compare_figures([], [quantity("23 orang")]).relation == "one-sided"


def test_no_figures_are_absent() -> None:
    assert compare_figures([], []).relation == "absent"


def test_a_figure_in_a_range_is_bounded_by_it() -> None:
    hundreds = Quantity(Span(0, 0), None, "USD", "=", 1e8, 1e9)
    assert compare_figures([hundreds], [quantity("3e8 USD")]).relation == "bounded"


FIGURES = st.builds(
    Quantity,
    st.just(Span(0, 0)),
    st.floats(min_value=1e-3, max_value=1e13),
    st.sampled_from(["USD", "%", "orang"]),
    st.sampled_from(["=", "~", "<", ">", "<=", ">="]),
)


@given(FIGURES)
def test_a_figure_never_conflicts_with_itself(figure: Quantity) -> None:
    assert compare_figures([figure], [figure]).relation == "equal"


@given(FIGURES, FIGURES)
def test_the_order_of_the_sides_does_not_matter(left: Quantity, right: Quantity) -> None:
    there, back = compare_figures([left], [right]), compare_figures([right], [left])
    assert there.relation == back.relation


@given(FIGURES)
def test_an_interval_holds_the_figure_it_was_made_from(figure: Quantity) -> None:
    low, high = interval(figure)
    assert figure.value is not None
    assert low <= figure.value <= high


@pytest.mark.parametrize(
    ("written", "told"), [("100 orang", 1 / 3), ("62 hectares", 2 / 3), ("5.576e6 USD", 1.0)]
)
def test_an_odd_figure_tells_more_than_a_round_one(written: str, told: float) -> None:
    assert telling(FigureMatch("equal", quantity(written), quantity(written))) == told


def test_per_cent_that_conflicts_counts_before_years_that_agree() -> None:
    years = Quantity(Span(20, 23), 4.0, "年")
    fell = [Quantity(Span(0, 5), 11.4, "%"), years], [Quantity(Span(0, 5), 12.1, "%"), years]
    assert compare_figures(*fell).relation == "conflicting"


@pytest.mark.parametrize(
    ("left", "right", "differs"),
    [
        (["142 km", "2.1e9 USD"], ["142 公里"], True),
        (["142 km"], ["142 公里"], False),
        (["2.1e9 USD"], ["1.5e10 CNY"], False),
        (["17 %"], [], False),
    ],
)
def test_it_knows_where_only_one_side_states_money_or_a_share(
    left: list[str], right: list[str], differs: bool
) -> None:
    sides = [[quantity(each) for each in side] for side in (left, right)]
    assert measured_on_one_side(*sides) is differs
    assert measured_on_one_side(*sides[::-1]) is differs


def test_the_more_exact_of_two_figures_says_how_much_they_tell() -> None:
    rounded, exact = quantity("~6e6 USD"), quantity("5.576e6 USD")
    assert telling(FigureMatch("compatible", rounded, exact)) == 1
    assert telling(FigureMatch("compatible", exact, rounded)) == 1


def test_people_agree_whatever_they_are_called_and_do_not_conflict() -> None:
    pupils, children = quantity("364 siswa"), quantity("364 名儿童")
    assert compare_figures([pupils], [children]).relation == "equal"
    assert compare_figures([pupils], [quantity("5000 pekerja")]).relation == "absent"


def test_a_bound_is_closer_to_the_figure_it_was_written_for() -> None:
    below = quantity("<6e6 USD")
    near = compare_figures([below], [quantity("5.576e6 USD")])
    far = compare_figures([below], [quantity("3.2e6 USD")])
    assert near.relation == far.relation == "bounded"
    assert closeness(near) > 0.8
    assert closeness(far) < 0.2

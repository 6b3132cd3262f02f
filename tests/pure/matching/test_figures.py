from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from claims.extraction.types import Quantity, Span
from claims.matching.figures import FigureMatch, compare_figures, interval, telling
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

"""Figures of agreement, checked against published worked examples and a reference library."""

from __future__ import annotations

import math
import warnings
from itertools import permutations

import numpy as np
import pytest
from hypothesis import given
from hypothesis import strategies as st
from sklearn.metrics import cohen_kappa_score

from reviews.domain.agreement import (
    Level,
    Weights,
    cohen_kappa,
    coincidences,
    confusions,
    krippendorff_alpha,
    percent_agreement,
)

# Krippendorff (2011), section C: four observers (rows) rate twelve units; "." is missing.
OBSERVERS = (
    "1 2 3 3 2 1 4 1 2 . . .",
    "1 2 3 3 2 2 4 1 2 5 . 3",
    ". 3 3 3 2 3 4 2 2 5 1 .",
    "1 2 3 3 2 4 4 1 2 5 1 .",
)
UNITS = [
    [float(rating) for rating in unit if rating != "."]
    for unit in zip(*(row.split() for row in OBSERVERS), strict=True)
]
SCALE = [1.0, 2.0, 3.0, 4.0, 5.0]
RATING = st.sampled_from(SCALE)
UNIT = st.lists(RATING, max_size=4)
PAIRS = st.lists(st.tuples(RATING, RATING), min_size=2, max_size=30)


def alpha(units: list[list[float]], level: Level) -> float:
    return float(krippendorff_alpha(coincidences(units, SCALE).sum(axis=0), SCALE, level))


def kappa(pairs: list[tuple[float, float]], weights: Weights) -> float:
    return float(cohen_kappa(confusions(pairs, SCALE).sum(axis=0), weights))


def same(one: float, other: float) -> bool:
    return (math.isnan(one) and math.isnan(other)) or math.isclose(one, other, abs_tol=1e-9)


@pytest.mark.parametrize(
    ("level", "published"),
    [(Level.NOMINAL, 0.743), (Level.ORDINAL, 0.815), (Level.INTERVAL, 0.849)],
)
def test_alpha_is_that_of_the_published_example(level: Level, published: float) -> None:
    assert alpha(UNITS, level) == pytest.approx(published, abs=5e-4)


def test_the_coincidences_are_those_of_the_published_example() -> None:
    assert coincidences(UNITS, SCALE).sum(axis=0) == pytest.approx(
        np.array(
            [
                [7, 4 / 3, 1 / 3, 1 / 3, 0],
                [4 / 3, 10, 4 / 3, 1 / 3, 0],
                [1 / 3, 4 / 3, 8, 1 / 3, 0],
                [1 / 3, 1 / 3, 1 / 3, 4, 0],
                [0, 0, 0, 0, 3],
            ]
        )
    )


@pytest.mark.parametrize(
    ("table", "published"),
    [
        # Cohen (1968): shares of 200 cases by two judges.
        ([[0.44, 0.07, 0.09], [0.05, 0.20, 0.05], [0.01, 0.03, 0.06]], 0.492),
        # Fleiss, Levin & Paik (2003), chapter 18: diagnoses of 100 patients.
        ([[75, 1, 4], [5, 4, 1], [0, 0, 10]], 0.676),
    ],
)
def test_kappa_is_that_of_the_published_examples(
    table: list[list[float]], published: float
) -> None:
    assert float(cohen_kappa(np.array(table), Weights.NONE)) == pytest.approx(published, abs=5e-4)


@given(PAIRS, st.sampled_from(Weights))
def test_kappa_is_that_of_the_reference_library(
    pairs: list[tuple[float, float]], weights: Weights
) -> None:
    first, second = zip(*pairs, strict=True)
    with warnings.catch_warnings():
        warnings.simplefilter("ignore")  # it divides by zero where there is one category
        reference = cohen_kappa_score(
            first, second, labels=SCALE, weights=None if weights == Weights.NONE else weights.value
        )
    if math.isnan(kappa(pairs, weights)):
        assert {*first, *second} == {first[0]}
    else:
        assert kappa(pairs, weights) == pytest.approx(reference)


@given(st.lists(UNIT, min_size=1, max_size=12), st.sampled_from(Level))
def test_who_rated_and_in_which_order_does_not_matter_to_alpha(
    units: list[list[float]], level: Level
) -> None:
    turned = [list(reversed(unit)) for unit in reversed(units)]
    assert same(alpha(units, level), alpha(turned, level))


@given(st.lists(UNIT, min_size=1, max_size=12), st.sampled_from(Level))
def test_a_unit_with_one_rating_changes_no_alpha(units: list[list[float]], level: Level) -> None:
    assert same(alpha(units, level), alpha([*units, [3.0]], level))


@given(st.lists(RATING, min_size=2, max_size=12), st.sampled_from(Level))
def test_raters_who_always_agree_have_an_alpha_of_one_or_none(
    ratings: list[float], level: Level
) -> None:
    expected = 1.0 if len(set(ratings)) > 1 else math.nan
    assert same(alpha([[rating, rating] for rating in ratings], level), expected)


@given(st.lists(UNIT, max_size=12), st.sampled_from(Level))
def test_alpha_is_never_above_one(units: list[list[float]], level: Level) -> None:
    assert not alpha(units, level) > 1 + 1e-9


@given(st.lists(st.tuples(st.booleans(), st.booleans()), min_size=2, max_size=20))
def test_with_two_categories_the_levels_are_one(pairs: list[tuple[bool, bool]]) -> None:
    units = [[float(one) + 1, float(other) + 1] for one, other in pairs]
    assert same(alpha(units, Level.NOMINAL), alpha(units, Level.INTERVAL))
    assert same(alpha(units, Level.NOMINAL), alpha(units, Level.ORDINAL))


def test_a_near_miss_weighs_less_than_a_far_one_where_there_is_an_order() -> None:
    calm = [[rating, rating] for rating in SCALE]
    near, far = [*calm, [1.0, 2.0]], [*calm, [1.0, 5.0]]
    assert alpha(near, Level.NOMINAL) == pytest.approx(alpha(far, Level.NOMINAL), abs=0.01)
    assert alpha(near, Level.ORDINAL) > alpha(far, Level.ORDINAL)
    assert alpha(near, Level.INTERVAL) > alpha(far, Level.INTERVAL)


@given(PAIRS)
def test_percent_agreement_is_the_share_of_equal_pairs(pairs: list[tuple[float, float]]) -> None:
    equal = sum(one == other for one, other in pairs) / len(pairs)
    by_units = coincidences([list(pair) for pair in pairs], SCALE).sum(axis=0)
    by_pairs = confusions(pairs, SCALE).sum(axis=0)
    assert float(percent_agreement(by_units)) == pytest.approx(equal)
    assert float(percent_agreement(by_pairs)) == pytest.approx(equal)


def test_there_is_no_figure_without_a_pair() -> None:
    nothing = coincidences([[1.0], []], SCALE).sum(axis=0)
    assert math.isnan(float(percent_agreement(nothing)))
    assert all(math.isnan(alpha([[1.0], []], level)) for level in Level)
    assert all(math.isnan(kappa([], weights)) for weights in Weights)


def test_figures_of_many_sums_at_once_are_those_of_each() -> None:
    matrices = coincidences(UNITS, SCALE)
    together = np.stack([matrices.sum(axis=0), matrices[:6].sum(axis=0)])
    for level in Level:
        figures = krippendorff_alpha(together, SCALE, level)
        assert figures == pytest.approx([alpha(UNITS, level), alpha(UNITS[:6], level)])


@pytest.mark.parametrize("order", list(permutations([1.0, 2.0, 3.0])))
def test_the_order_of_categories_does_not_matter_to_a_nominal_figure(order: list[float]) -> None:
    units = [[1.0, 2.0], [2.0, 2.0], [3.0, 3.0], [1.0, 1.0]]
    matrix = coincidences(units, order).sum(axis=0)
    assert float(krippendorff_alpha(matrix, order, Level.NOMINAL)) == pytest.approx(
        alpha(units, Level.NOMINAL)
    )

"""A figure comes with its interval, or with the reason why there is none."""

from __future__ import annotations

import tracemalloc
from functools import partial

import numpy as np
import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from reviews.domain.agreement import Level, coincidences, krippendorff_alpha, percent_agreement
from reviews.domain.estimates import ENOUGH, Estimate, Undefined, estimate

SCALE = [1.0, 2.0, 3.0]
UNITS = st.lists(
    st.lists(st.sampled_from(SCALE), min_size=2, max_size=3), min_size=ENOUGH, max_size=60
)
alpha = partial(krippendorff_alpha, categories=SCALE, level=Level.NOMINAL)


def of(units: list[list[float]]) -> Estimate:
    return estimate(coincidences(units, SCALE), alpha)


def test_of_too_few_claims_there_is_no_figure() -> None:
    found = of([[1.0, 2.0]] * (ENOUGH - 1))
    assert found == Estimate(ENOUGH - 1, undefined=Undefined.TOO_FEW)


def test_claims_with_one_rating_do_not_make_enough() -> None:
    found = of([[1.0, 2.0]] * (ENOUGH - 1) + [[1.0]] * 50)
    assert found == Estimate(ENOUGH - 1, undefined=Undefined.TOO_FEW)


def test_of_one_rating_only_there_is_no_figure_but_a_share() -> None:
    units = [[2.0, 2.0]] * 30
    assert of(units) == Estimate(30, undefined=Undefined.ONE_CATEGORY)
    assert estimate(coincidences(units, SCALE), percent_agreement) == Estimate(30, 1.0, 1.0, 1.0)


@settings(max_examples=30)
@given(UNITS)
def test_the_interval_is_in_order_and_the_same_each_time(units: list[list[float]]) -> None:
    found = of(units)
    assert found == of(units)
    if found.value is not None:
        assert found.low is not None
        assert found.high is not None
        assert found.low <= found.high <= 1 + 1e-9


def test_more_claims_make_the_interval_narrower() -> None:
    some = [[1.0, 1.0], [2.0, 2.0], [1.0, 2.0], [3.0, 3.0]] * 10
    few, many = of(some), of(some * 16)
    assert few.value == pytest.approx(many.value, abs=0.02)
    assert _width(many) < _width(few) / 2


def test_the_memory_for_an_interval_does_not_grow_with_the_claims() -> None:
    matrices = coincidences([[1.0, 1.0], [2.0, 3.0]] * 10_000, SCALE)
    tracemalloc.start()
    estimate(matrices, alpha)
    _now, peak = tracemalloc.get_traced_memory()
    tracemalloc.stop()
    assert peak < 20 * 2**20


def test_the_interval_holds_the_true_share_about_as_often_as_it_says() -> None:
    draw = np.random.default_rng(7)
    held = 0
    for _round in range(200):
        units = [[1.0, 1.0] if agrees else [1.0, 2.0] for agrees in draw.random(80) < 0.7]
        found = estimate(coincidences(units, SCALE), percent_agreement)
        held += (found.low or 0) <= 0.7 <= (found.high or 0)
    assert 180 <= held <= 199


def _width(found: Estimate) -> float:
    assert found.low is not None
    assert found.high is not None
    return found.high - found.low

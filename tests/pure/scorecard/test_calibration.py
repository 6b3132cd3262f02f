"""Whether scores mean what they say."""

from __future__ import annotations

from dataclasses import replace

import pytest
from hypothesis import given

from claims.scorecard.calibration import Tenth, calibration
from claims.scorecard.judged import Judged
from claims.scorecard.measures import decided, prevalence
from tests.pure.scorecard.judgements import ANY, judged


def test_each_tenth_sets_what_the_scores_say_beside_what_is_so() -> None:
    found = calibration(judged(("must", 0.75), ("no", 0.75), ("may", 0.7), ("no", 0.125)))
    assert found.tenths == (
        Tenth(low=0.1, count=1, mean_score=0.125, share=0.0),
        Tenth(low=0.7, count=2, mean_score=0.75, share=0.5),
    )
    assert found.error == pytest.approx((1 * 0.125 + 2 * 0.25) / 3)


def test_a_score_of_1_stands_in_the_last_tenth() -> None:
    (only,) = calibration(judged(("must", 1.0), ("must", 0.9))).tenths
    assert (only.low, only.count) == (0.9, 2)


def test_there_is_no_error_without_sentences() -> None:
    assert calibration([]).error is None


@given(ANY)
def test_the_tenths_hold_every_decided_sentence_once(rows: list[Judged]) -> None:
    found = calibration(rows)
    assert sum(each.count for each in found.tenths) == len(decided(rows))
    assert [each.low for each in found.tenths] == sorted({each.low for each in found.tenths})
    for each in found.tenths:
        assert each.low - 1e-9 <= each.mean_score <= each.low + 0.1 + 1e-9


@given(ANY)
def test_the_error_is_a_share(rows: list[Judged]) -> None:
    error = calibration(rows).error
    assert error is None or 0 <= error <= 1


@given(ANY)
def test_scores_that_are_sure_and_right_have_no_error(rows: list[Judged]) -> None:
    sure = [replace(each, score=float(each.label == "must")) for each in rows]
    assert calibration(sure).error in {0.0, None}


@given(ANY)
def test_saying_the_prevalence_of_everything_has_no_error(rows: list[Judged]) -> None:
    share = prevalence(rows)
    honest = [replace(each, score=share or 0.0) for each in rows]
    assert share is None or calibration(honest).error == pytest.approx(0)

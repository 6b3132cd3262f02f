"""Precision, recall and average precision: by hand on small cases, by their laws on any."""

from __future__ import annotations

import random
from dataclasses import replace

import pytest
from hypothesis import given
from hypothesis import strategies as st

from claims.scorecard.judged import Judged
from claims.scorecard.measures import (
    Choice,
    average_precision,
    choice,
    choice_at,
    decided,
    prevalence,
)
from tests.pure.scorecard.judgements import ANY, judged

MIXED = judged(("must", 0.9), ("no", 0.8), ("must", 0.6), ("may", 0.7), ("must", 0.2), ("no", 0.1))


def test_what_may_be_chosen_is_neither_rewarded_nor_punished() -> None:
    assert choice(MIXED) == Choice(chosen=4, precision=2 / 3, recall=2 / 3)
    assert prevalence(MIXED) == 3 / 5


def test_a_threshold_chooses_what_reaches_it() -> None:
    assert choice_at(MIXED, 0.8) == Choice(chosen=2, precision=1 / 2, recall=1 / 3)
    assert choice_at(MIXED, 0.1) == Choice(chosen=6, precision=3 / 5, recall=1.0)


def test_average_precision_is_the_mean_precision_down_to_each_wanted_sentence() -> None:
    assert average_precision(MIXED) == pytest.approx((1 / 1 + 2 / 3 + 3 / 4) / 3)


def test_there_is_no_figure_where_there_is_nothing_to_take_a_share_of() -> None:
    assert choice([]) == Choice(chosen=0, precision=None, recall=None)
    assert average_precision(judged(("no", 0.4))) is None
    assert prevalence(judged(("may", 0.4))) is None


@given(ANY)
def test_average_precision_lies_between_0_and_1_and_is_there_when_anything_is_wanted(
    rows: list[Judged],
) -> None:
    found = average_precision(rows)
    assert (found is not None) == any(each.label == "must" for each in rows)
    assert found is None or 0 < found <= 1


@given(ANY, st.randoms(use_true_random=False))
def test_the_order_of_the_rows_does_not_matter(rows: list[Judged], chance: random.Random) -> None:
    shuffled = list(rows)
    chance.shuffle(shuffled)
    assert average_precision(shuffled) == average_precision(rows)
    assert choice(shuffled) == choice(rows)


@given(ANY)
def test_only_the_order_of_the_scores_matters_to_average_precision(rows: list[Judged]) -> None:
    ranks = {score: rank for rank, score in enumerate(sorted({each.score for each in rows}))}
    restated = [replace(each, score=ranks[each.score] / 100) for each in rows]
    assert average_precision(restated) == average_precision(rows)


@given(ANY)
def test_one_score_for_all_ranks_no_better_than_choosing_blindly(rows: list[Judged]) -> None:
    flat = [replace(each, score=0.3) for each in rows]
    blind = prevalence(rows) or None
    assert average_precision(flat) == (pytest.approx(blind) if blind else None)


@given(ANY)
def test_a_ranking_with_all_that_is_wanted_on_top_is_perfect(rows: list[Judged]) -> None:
    perfect = [replace(each, score=float(each.label == "must")) for each in rows]
    assert average_precision(perfect) in {1.0, None}


@given(ANY)
def test_a_lower_threshold_never_loses_a_wanted_sentence(rows: list[Judged]) -> None:
    recalls = [choice_at(rows, tenth / 10).recall for tenth in range(10, -1, -1)]
    known = [recall for recall in recalls if recall is not None]
    assert known == sorted(known)


@given(ANY)
def test_what_may_be_chosen_changes_no_share(rows: list[Judged]) -> None:
    clear = decided(rows)
    assert average_precision(clear) == average_precision(rows)
    assert choice(clear).precision == choice(rows).precision
    assert choice(clear).recall == choice(rows).recall

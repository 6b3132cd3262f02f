from __future__ import annotations

from hypothesis import given
from hypothesis import strategies as st

from claims.matching.grouping import AT_ONCE, FAR, FARTHEST, ONE_BY_ONE, SURE, are_one_family

SCORES = st.lists(st.floats(-20, 20), min_size=1, max_size=12)


def test_one_far_pair_keeps_two_groups_apart() -> None:
    assert are_one_family([2.0, 2.0, 2.0])
    assert not are_one_family([2.0, 2.0, -2.5])


def test_beside_a_sure_link_another_pair_may_be_farther_apart() -> None:
    assert are_one_family([SURE, -2.5])
    assert not are_one_family([SURE, FAR - 0.1])


def test_one_good_link_makes_two_groups_one() -> None:
    assert are_one_family([AT_ONCE.best, AT_ONCE.least, AT_ONCE.least])
    assert not are_one_family([AT_ONCE.best - 0.1] * 3)


def test_where_claims_come_one_by_one_a_weak_link_is_not_enough() -> None:
    assert are_one_family([AT_ONCE.best])
    assert not are_one_family([AT_ONCE.best], ONE_BY_ONE)


def test_a_pair_that_was_not_compared_is_far() -> None:
    assert not are_one_family([6.0, FARTHEST])


@given(SCORES)
def test_the_order_of_the_pairs_does_not_matter(scores: list[float]) -> None:
    assert are_one_family(scores) == are_one_family(scores[::-1])


@given(SCORES, st.floats(0, 10))
def test_better_scores_never_part_a_family(scores: list[float], better: float) -> None:
    if are_one_family(scores):
        assert are_one_family([score + better for score in scores])

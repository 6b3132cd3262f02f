from __future__ import annotations

import numpy as np

from claims.matching.crowding import ENOUGH_OTHERS, NEIGHBOURS, crowding_among, crowding_of
from claims.matching.observation import TYPICAL_CROWDING


def test_among_few_others_nothing_is_known() -> None:
    assert crowding_among(np.full((1, 3), 0.6)).tolist() == [TYPICAL_CROWDING]
    assert crowding_among(np.empty((1, 0)), 12).tolist() == [TYPICAL_CROWDING]
    assert crowding_of(np.ones((2, 2))).tolist() == [TYPICAL_CROWDING] * 2


def test_it_is_the_mean_of_the_nearest() -> None:
    near, far = [0.5] * NEIGHBOURS, [0.1] * 30
    assert np.allclose(crowding_among(np.array([near + far])), [0.5])


def test_of_twelve_others_only_the_nearest_few_are_neighbours() -> None:
    near, far = [0.5] * 3, [0.1] * 9
    assert np.allclose(crowding_among(np.array([near + far])), [0.5])


def test_the_nearest_of_many_are_all_neighbours() -> None:
    nearest = np.array([[0.5] * 5 + [0.3] * 5])
    assert np.allclose(crowding_among(nearest), [0.5])
    assert np.allclose(crowding_among(nearest, ENOUGH_OTHERS), [0.4])


def test_a_claim_that_many_copied_is_not_crowded_by_its_copies() -> None:
    copies, others = [0.95] * 20, [0.2] * NEIGHBOURS
    assert np.allclose(crowding_among(np.array([copies + others])), [0.2])


def test_nobody_crowds_themselves() -> None:
    cosines = np.full((12, 12), 0.3)
    np.fill_diagonal(cosines, 0.69)
    assert np.allclose(crowding_of(cosines), 0.3)

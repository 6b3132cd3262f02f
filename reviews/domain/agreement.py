"""How far independent raters agree: plain, and beyond what chance alone would give.

Each unit (here: a claim) gives one square matrix over the categories; every figure is a function
of the sum of the matrices, so that a bootstrap over units is a weighted sum. The figures take
arrays of shape (…, C, C) and return shape (…), NaN where a figure is undefined.
"""

from __future__ import annotations

from collections.abc import Sequence
from enum import StrEnum

import numpy as np
from numpy.typing import NDArray

Matrix = NDArray[np.float64]
BOTH = (-2, -1)


class Level(StrEnum):
    """What the distance between two categories means. They are numbers, in rising order."""

    NOMINAL = "nominal"  # another category is another, however near
    ORDINAL = "ordinal"  # as many ranks apart as there are ratings between them
    INTERVAL = "interval"  # as far apart as their numbers


class Weights(StrEnum):
    """How much a disagreement counts by the steps between the two categories."""

    NONE = "none"
    LINEAR = "linear"
    QUADRATIC = "quadratic"


def coincidences(units: Sequence[Sequence[float]], categories: Sequence[float]) -> Matrix:
    """Return one coincidence matrix per unit, shape (units, C, C).

    A unit is its ratings by any number of raters, missing ones left out; one with fewer than two
    holds no pair and gives zeros. In a unit of m ratings each ordered pair counts 1/(m - 1), so
    that the matrix sums to m. Source: Krippendorff (2011), "Computing Krippendorff's
    Alpha-Reliability", section C.
    """
    place = {category: number for number, category in enumerate(categories)}
    matrices = np.zeros((len(units), len(place), len(place)))
    known: dict[tuple[float, ...], Matrix] = {}  # units are many, the ways to rate one are few
    for matrix, ratings in zip(matrices, map(tuple, units), strict=True):
        if len(ratings) < 2:
            continue
        if ratings not in known:
            counts = np.bincount([place[rating] for rating in ratings], minlength=len(place))
            known[ratings] = (np.outer(counts, counts) - np.diag(counts)) / (len(ratings) - 1)
        matrix[:] = known[ratings]
    return matrices


def confusions(pairs: Sequence[tuple[float, float]], categories: Sequence[float]) -> Matrix:
    """Return one matrix per pair of ratings: the first rater's in rows, the second's in columns."""
    place = {category: number for number, category in enumerate(categories)}
    matrices = np.zeros((len(pairs), len(place), len(place)))
    for matrix, (first, second) in zip(matrices, pairs, strict=True):
        matrix[place[first], place[second]] = 1
    return matrices


def percent_agreement(matrices: Matrix) -> Matrix:
    """Return the share (0 to 1) of pairs of ratings that are equal, chance included."""
    return _share(np.trace(matrices, axis1=-2, axis2=-1), matrices.sum(axis=BOTH))


def krippendorff_alpha(matrices: Matrix, categories: Sequence[float], level: Level) -> Matrix:
    """Return α of coincidence matrices: 1 perfect, 0 what chance gives, below 0 worse.

    α = 1 - observed / expected disagreement, each weighted by the squared distance of the level.
    Undefined without a pair, or when only one category occurs: nothing could have disagreed.
    Source: Krippendorff (2011), as above.
    """
    totals = matrices.sum(axis=-1)
    everything = totals.sum(axis=-1)
    distances = _squared_distances(totals, np.asarray(categories, dtype=np.float64), level)
    by_chance = totals[..., :, None] * totals[..., None, :] * distances
    observed = (matrices * distances).sum(axis=BOTH)
    return 1 - _share(observed * (everything - 1), by_chance.sum(axis=BOTH))


def cohen_kappa(matrices: Matrix, weights: Weights) -> Matrix:
    """Return κ of confusion matrices of two raters, in steps of the categories if weighted.

    κ = 1 - observed / expected disagreement; expected from each rater's own habits. Undefined when
    both gave one and the same category throughout. Sources: Cohen (1960), "A coefficient of
    agreement for nominal scales"; Cohen (1968), "Weighted kappa".
    """
    steps = np.arange(matrices.shape[-1], dtype=np.float64)
    apart = np.abs(steps[:, None] - steps[None, :])
    disagreement = {
        Weights.NONE: (apart > 0).astype(np.float64),
        Weights.LINEAR: apart,
        Weights.QUADRATIC: apart**2,
    }[weights]
    rows, columns = matrices.sum(axis=-1), matrices.sum(axis=-2)
    by_chance = (rows[..., :, None] * columns[..., None, :] * disagreement).sum(axis=BOTH)
    observed = (matrices * disagreement).sum(axis=BOTH)
    return 1 - _share(observed * rows.sum(axis=-1), by_chance)


def _squared_distances(totals: Matrix, categories: Matrix, level: Level) -> Matrix:
    """Return δ² between the categories, shape (…, C, C); ordinal ones depend on the totals."""
    if level == Level.NOMINAL:
        return 1 - np.eye(len(categories))
    if level == Level.INTERVAL:
        apart: Matrix = categories[:, None] - categories[None, :]
        return apart**2
    # The ratings from the middle of one category's to the middle of the other's.
    middles = np.cumsum(totals, axis=-1) - totals / 2
    between: Matrix = middles[..., :, None] - middles[..., None, :]
    return between**2


def _share(part: Matrix, whole: Matrix) -> Matrix:
    """Return part / whole, NaN where there is no whole."""
    shares: Matrix = np.divide(part, whole, out=np.full(np.shape(whole), np.nan), where=whole > 0)
    return shares

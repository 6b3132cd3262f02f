"""A figure of agreement with the range it could have had, or why there is none."""

from __future__ import annotations

from collections import Counter
from collections.abc import Callable
from dataclasses import dataclass
from enum import StrEnum

import numpy as np

from reviews.domain.agreement import Matrix

# Of so few claims chance makes any figure: it would be read as a judgement of people.
ENOUGH = 20
RESAMPLES = 1000
MIDDLE = (2.5, 97.5)  # percentiles that hold 95 % between them


class Undefined(StrEnum):
    """Why there is no figure."""

    TOO_FEW = "too_few"
    ONE_CATEGORY = "one_category"


@dataclass(frozen=True, slots=True)
class Estimate:
    """A figure of `units` claims with its 95 % interval; without one, `undefined` says why."""

    units: int
    value: float | None = None
    low: float | None = None
    high: float | None = None
    undefined: Undefined | None = None


def estimate(matrices: Matrix, figure: Callable[[Matrix], Matrix], *, seed: int = 1) -> Estimate:
    """Return `figure` of the summed `matrices` (one per unit) and its bootstrap interval.

    Units without a pair of ratings do not count. The interval is that of the percentiles over
    resampled units (Efron 1979); resamples in which the figure is undefined are left out. The
    same matrices and seed give the same answer.
    """
    paired = matrices[matrices.sum(axis=(1, 2)) > 0]
    units = len(paired)
    if units < ENOUGH:
        return Estimate(units, undefined=Undefined.TOO_FEW)
    value = float(figure(paired.sum(axis=0)))
    if np.isnan(value):
        return Estimate(units, undefined=Undefined.ONE_CATEGORY)
    again = figure(_resampled(paired, seed))
    low, high = np.nanpercentile(again, MIDDLE)
    return Estimate(units, value, float(low), float(high))


def _resampled(matrices: Matrix, seed: int) -> Matrix:
    """Return the sums of RESAMPLES draws of as many units, with replacement.

    Drawn is how often each distinct matrix comes, which is the same distribution: units are many
    (60,000 took 24 s and 930 MB), the ways to rate one are few.
    """
    units, size = len(matrices), matrices.shape[-1]
    counts = Counter(matrix.tobytes() for matrix in matrices)
    distinct = np.stack([np.frombuffer(each) for each in counts])
    shares = np.array([*counts.values()]) / units
    draws = np.random.default_rng(seed).multinomial(units, shares, RESAMPLES)
    return (draws @ distinct).reshape(RESAMPLES, size, size)

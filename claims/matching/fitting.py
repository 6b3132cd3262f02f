"""Fit the weights of the measures: logistic regression in which each weight keeps its sign."""

from __future__ import annotations

from collections.abc import Sequence
from pathlib import Path

import numpy as np
from numpy.typing import NDArray

from claims.matching.measures import SIGNS

Numbers = NDArray[np.float64]

_STEPS = 800
_DECAY = 1e-3  # pulls weights of standardised measures to 0: a rare measure is not trusted much
_HEADER = "# Fitted by `python -m benchmarks.weights --write`; do not edit.\n# measure\tweight\n"


def fit(measures: Sequence[dict[str, float]], matches: Sequence[bool]) -> dict[str, float]:
    """Return the weights that best tell pairs of one question (`matches`) from the others."""
    names = [name for name in SIGNS if name != "even"]
    values = np.array([[each[name] for name in names] for each in measures])
    middle, spread = values.mean(axis=0), values.std(axis=0)
    spread[spread < 1e-9] = 1.0  # what never varies tells nothing, and gets no weight
    signs = np.array([SIGNS[name] for name in names])
    slopes, level = _descend((values - middle) / spread, np.asarray(matches, dtype=float), signs)
    slopes = slopes / spread
    return {
        "even": float(level - slopes @ middle),
        **dict(zip(names, slopes.tolist(), strict=True)),
    }


def _descend(values: Numbers, matches: Numbers, signs: NDArray[np.int64]) -> tuple[Numbers, float]:
    """Projected gradient descent with Nesterov's momentum: n pairs by k standardised measures."""
    count, width = values.shape
    augmented = np.hstack([values, np.ones((count, 1))])
    bounds = np.append(signs, 0)
    decay = np.append(np.full(width, 2 * _DECAY), 0.0)
    step = 1.0 / (0.25 * np.linalg.eigvalsh(augmented.T @ augmented / count)[-1] + 2 * _DECAY)
    point = ahead = np.zeros(width + 1)
    for turn in range(1, _STEPS + 1):
        odds = 1.0 / (1.0 + np.exp(-(augmented @ ahead)))
        moved = ahead - step * (augmented.T @ (odds - matches) / count + decay * ahead)
        moved = np.where(bounds * moved < 0, 0.0, moved)
        ahead = moved + (turn - 1) / (turn + 2) * (moved - point)
        point = moved
    return point[:-1], float(point[-1])


def write_weights(path: Path, fitted: dict[str, float]) -> None:
    """Write the weights to `path`, in the order of `SIGNS`."""
    lines = [f"{name}\t{fitted[name]:.3f}\n" for name in SIGNS]
    path.write_text(_HEADER + "".join(lines), encoding="utf-8")

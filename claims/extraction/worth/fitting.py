"""Fit the weights to labelled sentences. Needs scikit-learn (requirements-dev.txt)."""

from __future__ import annotations

from collections.abc import Mapping, Sequence

import numpy as np
from numpy.typing import NDArray
from sklearn.linear_model import LogisticRegression
from sklearn.model_selection import GroupKFold

from claims.extraction.embedding import DIMENSIONS
from claims.extraction.worth.reading import BUCKETS, Example, Matrix, wording_columns
from claims.extraction.worth.weights import Weights

FOLDS = 5
EMBEDDING_SCALE = 2.0
"""Length of the average embedding beside the n-grams' 1: how far to trust each. Chosen, like the
two below, by cross-validation over the stories of seeds/training."""

SIGNAL_SCALE = 1.0
WORDS_SCALE = 0.5
PENALTY = 1.0  # inverse strength of the L2 penalty, as scikit-learn counts

Values = NDArray[np.float64]


def fit(examples: Sequence[Example], by_hand: Mapping[str, float]) -> Weights:
    """Return weights whose log-odds are calibrated on stories left out in turn.

    `by_hand` has, for every signal there is, what people think it weighs. What is learned is added
    to that: on articles neither had seen, the two together ranked better than either alone.

    An example between 0 and 1 in worth counts as both, in its proportion; calibration (Platt 1999:
    one slope, one bias) looks at those that are 0 or 1 alone.
    """
    table = _Table(examples, by_hand)
    plain = (table.worth == 0) | (table.worth == 1)
    platt = LogisticRegression(C=1e6)
    platt.fit(_left_out(table)[plain, None], table.worth[plain] == 1)
    whole = _fitted(table, np.arange(len(examples)))
    return table.weights(whole, float(platt.coef_[0, 0]), float(platt.intercept_[0]))


class _Table:
    """The examples as scaled columns: what `fit` sees, and the way back to plain weights."""

    def __init__(self, examples: Sequence[Example], by_hand: Mapping[str, float]) -> None:
        readings = [example.reading for example in examples]
        raw = wording_columns(readings)
        self.names = tuple(by_hand)
        self.by_hand = np.array([by_hand[name] for name in self.names])
        self.worth = np.array([example.worth for example in examples])
        self.stories = np.array([example.story for example in examples])
        self.signals = np.array(
            [[n in r.signals for n in self.names] for r in readings], dtype=float
        )
        self.scale = _scales(raw)
        self.average = raw.mean(axis=0)
        self.columns = np.hstack(
            [(raw - self.average) * self.scale, self.signals * SIGNAL_SCALE]
        ).astype(np.float32)

    def hand_scores(self) -> Values:
        """Return what the weights set by hand add up to, per example."""
        scores: Values = self.signals @ self.by_hand
        return scores

    def weights(self, model: LogisticRegression, slope: float, shift: float) -> Weights:
        """Return weights of plain columns: `slope` times the log-odds of both parts, shifted."""
        learned, split = model.coef_[0], len(self.scale)
        wording = (slope * learned[:split] * self.scale).astype(np.float32)
        signals = slope * (learned[split:] * SIGNAL_SCALE + self.by_hand)
        return Weights(
            bias=slope * float(model.intercept_[0]) + shift,
            signals=dict(zip(self.names, signals.tolist(), strict=True)),
            wording=wording,
            average=float(self.average @ wording),
        )


def _scales(raw: Matrix) -> Values:
    spread = np.maximum(raw[:, :DIMENSIONS].std(axis=0), 1e-6)
    embedding = EMBEDDING_SCALE / (spread * np.sqrt(DIMENSIONS))
    return np.concatenate([embedding, np.ones(BUCKETS), [WORDS_SCALE]])


def _left_out(table: _Table) -> Values:
    """Return the log-odds of every example by a model that has not seen its story."""
    log_odds = np.zeros(len(table.worth))
    folds = GroupKFold(n_splits=min(FOLDS, len(set(table.stories))))
    for seen, unseen in folds.split(table.columns, groups=table.stories):
        model = _fitted(table, seen)
        log_odds[unseen] = model.decision_function(table.columns[unseen])
    return log_odds + table.hand_scores()


def _fitted(table: _Table, rows: NDArray[np.int64]) -> LogisticRegression:
    worth, columns = table.worth[rows], table.columns[rows]
    between = (worth > 0) & (worth < 1)
    model = LogisticRegression(C=PENALTY, max_iter=1000)
    return model.fit(
        np.vstack([columns, columns[between]]),
        np.concatenate([worth == 1, np.ones(between.sum(), dtype=bool)]),
        sample_weight=np.concatenate([np.where(between, 1 - worth, 1.0), worth[between]]),
    )

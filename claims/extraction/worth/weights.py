"""The weights of the model: a file beside this one, written by `manage.py train`, read once."""

from __future__ import annotations

import json
from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from functools import cache
from pathlib import Path
from typing import Any

import numpy as np

from claims.extraction.worth.reading import Matrix, Reading, wording_columns

SHIPPED = Path(__file__).with_name("weights.json")
DIGITS = 4


@dataclass(frozen=True, slots=True)
class Weights:
    """What each part adds to the score, in log-odds.

    `bias` is what a sentence of average wording without any signal has. `wording` (WIDTH,) is taken
    times the columns of a sentence, less `average`, what that gives on average in training.
    """

    bias: float
    signals: Mapping[str, float]
    wording: Matrix
    average: float

    def of_wordings(self, readings: Sequence[Reading]) -> list[float]:
        """Return what the wording of each sentence adds, 0 being the average of training."""
        if not readings:
            return []
        sums = wording_columns(readings) @ self.wording - self.average
        return [float(each) for each in sums]

    def log_odds(self, readings: Sequence[Reading]) -> list[float]:
        """Return the log-odds that each sentence is worth checking."""
        return [
            self.bias + wording + sum(self.signals[signal] for signal in reading.signals)
            for reading, wording in zip(readings, self.of_wordings(readings), strict=True)
        ]


def save(weights: Weights, path: Path, **about: Any) -> None:
    """Write the weights, and what is to be known `about` them, as JSON."""
    rounded = [round(float(each), DIGITS) for each in weights.wording]
    signals = {name: round(weight, DIGITS) for name, weight in sorted(weights.signals.items())}
    head = {
        **about,
        "bias": round(weights.bias, DIGITS),
        "average": round(weights.average, DIGITS),
        "signals": signals,
    }
    text = json.dumps(head, indent=1, ensure_ascii=False)
    lines = (json.dumps(rounded[at : at + 16])[1:-1] for at in range(0, len(rounded), 16))
    path.write_text(
        text.removesuffix("\n}") + ',\n "wording": [\n' + ",\n".join(lines) + "\n ]\n}\n",
        encoding="utf-8",
    )


def load(path: Path = SHIPPED) -> Weights:
    """Return the weights of a file that `save` wrote."""
    stored = json.loads(path.read_text(encoding="utf-8"))
    return Weights(
        bias=stored["bias"],
        signals=stored["signals"],
        wording=np.array(stored["wording"], dtype=np.float32),
        average=stored["average"],
    )


@cache
def shipped() -> Weights:
    """Return the weights that the product runs on."""
    return load()

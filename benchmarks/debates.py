"""The method against published ones: check-worthy or not, in four folds of labelled debates.

The folder has ClaimBuster's `folds.jsonl`: fold, text, check_worthy. The model is fitted to three
folds and tried on the fourth, with the features that ship and none of the weights: those set by
hand are for news. Prints macro-F1, the mean of the folds, and its ratio to the reference measured
in the same run: a logistic regression over words alone. Published on the same folds: SVM .831,
BERT .880, adversarial BERT .884, a fine-tuned model of 7 billion weights .900.
"""

from __future__ import annotations

import argparse
import json
from collections.abc import Callable, Sequence
from pathlib import Path

import numpy as np
from sklearn.feature_extraction.text import TfidfVectorizer
from sklearn.linear_model import LogisticRegression
from sklearn.metrics import f1_score
from sklearn.pipeline import make_pipeline

from claims.extraction.pipeline import readings
from claims.extraction.signals import SIGNALS
from claims.extraction.worth.fitting import fit
from claims.extraction.worth.reading import Example, Reading

NOTHING_BY_HAND = {signal.id: 0.0 for signal in SIGNALS}
NEIGHBOURS = 50  # sentences in a row, which may come from one debate, stand or fall together

Choose = Callable[[Sequence[Example], Sequence[Example]], list[bool]]


def main() -> None:
    """Print a line per method."""
    parser = argparse.ArgumentParser(description=__doc__.split("\n", maxsplit=1)[0])
    parser.add_argument("folder", type=Path, help="a folder with folds.jsonl")
    lines = (parser.parse_args().folder / "folds.jsonl").read_text(encoding="utf-8").splitlines()
    rows = [json.loads(line) for line in lines]
    examples = [
        Example(_reading(row["text"]), float(row["check_worthy"]), str(number // NEIGHBOURS))
        for number, row in enumerate(rows)
    ]
    folds = np.array([row["fold"] for row in rows])
    words = _macro_f1(examples, folds, _choose_by_words)
    ours = _macro_f1(examples, folds, _choose_by_method)
    print(f"words alone  macro-F1 {words:.3f}")
    print(f"the method   macro-F1 {ours:.3f}   ratio {ours / words:.3f}")


def _reading(text: str) -> Reading:
    """Return the whole of a labelled text as one reading, however many sentences it is."""
    parts = [reading for _span, _kind, reading in readings(text, language="en")]
    signals = frozenset().union(*(part.signals for part in parts))
    return Reading(text, sum(part.words for part in parts), signals)


def _macro_f1(examples: Sequence[Example], folds: np.ndarray, choose: Choose) -> float:
    scores = []
    for fold in sorted(set(folds)):
        seen = [each for each, own in zip(examples, folds, strict=True) if own != fold]
        unseen = [each for each, own in zip(examples, folds, strict=True) if own == fold]
        truth = [each.worth == 1 for each in unseen]
        scores.append(f1_score(truth, choose(seen, unseen), average="macro"))
    return float(np.mean(scores))


def _choose_by_method(seen: Sequence[Example], unseen: Sequence[Example]) -> list[bool]:
    weights = fit(seen, NOTHING_BY_HAND)
    return [odds > 0 for odds in weights.log_odds([each.reading for each in unseen])]


def _choose_by_words(seen: Sequence[Example], unseen: Sequence[Example]) -> list[bool]:
    model = make_pipeline(
        TfidfVectorizer(ngram_range=(1, 2), min_df=2, sublinear_tf=True),
        LogisticRegression(C=4, max_iter=1000),
    )
    model.fit([each.reading.text for each in seen], [each.worth == 1 for each in seen])
    return list(model.predict([each.reading.text for each in unseen]))


if __name__ == "__main__":
    main()

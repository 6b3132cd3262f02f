"""What the matcher calls a premise and what follows from it, contradicts it, or neither.

    python -m benchmarks.contradictions FILE

FILE holds JSON lines with `premise`, `hypothesis` and `label` (e, c or n), in Indonesian. A
contradiction must not be called the same claim. The reference is the cosine alone, at the threshold
that calls as many entailments the same as the matcher does.
"""

from __future__ import annotations

import json
import sys
from collections import Counter
from pathlib import Path

import numpy as np

from claims.extraction.pipeline import extract
from claims.matching.compare import compare
from claims.matching.embeddings import embed_statements
from claims.matching.types import Statement

LANGUAGE = "id"
LABELS = {"e": "entailments", "c": "contradictions", "n": "neutral"}


def main(file: Path) -> None:
    """Print what each label is called, and the reference's share of contradictions."""
    rows = [json.loads(line) for line in file.read_text(encoding="utf-8").splitlines()]
    premises = _statements([row["premise"] for row in rows])
    hypotheses = _statements([row["hypothesis"] for row in rows])
    found = [compare(one, other) for one, other in zip(premises, hypotheses, strict=True)]
    cosines = {label: np.array([]) for label in LABELS}
    shares: dict[str, float] = {}
    for label, name in LABELS.items():
        of_label = [each for each, row in zip(found, rows, strict=True) if row["label"] == label]
        outcomes = Counter(each.outcome for each in of_label)
        shares[label] = outcomes["same"] / len(of_label)
        cosines[label] = np.array([each.similarity for each in of_label])
        told = ", ".join(
            f"{key} {count / len(of_label):.1%}" for key, count in sorted(outcomes.items())
        )
        print(f"{name:15} {told}")
    threshold = np.quantile(cosines["e"], 1 - shares["e"])
    alone = float(np.mean(cosines["c"] > threshold))
    print(f"contradictions called the same {shares['c']:.1%}, by the cosine alone {alone:.1%}")


def _statements(texts: list[str]) -> list[Statement]:
    vectors = embed_statements(texts, [LANGUAGE] * len(texts))
    return [_statement(text, vector) for text, vector in zip(texts, vectors, strict=True)]


def _statement(text: str, vector: np.ndarray) -> Statement:
    sentences = extract(text, language=LANGUAGE).sentences
    return Statement(
        text=text,
        language=LANGUAGE,
        vector=tuple(vector.tolist()),
        quantities=tuple(each for sentence in sentences for each in sentence.quantities),
        dates=tuple(each for sentence in sentences for each in sentence.dates),
    )


if __name__ == "__main__":
    main(Path(sys.argv[1]))

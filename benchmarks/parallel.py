"""Find a sentence's translation: the matcher's centred vectors against the raw embedding.

    python -m benchmarks.parallel FILE

FILE holds JSON lines, each one sentence in several languages by language tag. Prints the share of
sentences whose translation is nearest (R@1) for each pair of languages, and the best F1 at one
threshold for all pairs, when half of the sentences have no translation to be found.
"""

from __future__ import annotations

import json
import sys
from itertools import permutations
from pathlib import Path

import numpy as np

from claims.extraction.embedding import embed
from claims.matching.centring import Vectors, centred


def main(file: Path) -> None:
    """Print a line per pair of languages, and F1; the reference stands beside each."""
    rows = [json.loads(line) for line in file.read_text(encoding="utf-8").splitlines()]
    languages = [tag for tag, text in rows[0].items() if isinstance(text, str)]
    texts = {tag: [row[tag] for row in rows] for tag in languages}
    raw = {tag: embed(texts[tag]) for tag in languages}
    ours = {tag: centred(raw[tag], [tag] * len(rows)) for tag in languages}
    for one, other in permutations(languages, 2):
        mine, theirs = (recall(each[one], each[other]) for each in (ours, raw))
        print(
            f"R@1 {one} to {other:8} {mine:.3f}  e5 alone {theirs:.3f}  ratio {mine / theirs:.2f}"
        )
    mine, theirs = best_f1(ours), best_f1(raw)
    print(f"F1, one threshold    {mine:.3f}  e5 alone {theirs:.3f}  ratio {mine / theirs:.2f}")


def recall(queries: Vectors, found: Vectors) -> float:
    """Return the share of queries whose nearest of `found` is the one in the same row."""
    return float(np.mean((queries @ found.T).argmax(axis=1) == np.arange(len(queries))))


def best_f1(vectors: dict[str, Vectors]) -> float:
    """Return F1 at the best single threshold; only every second sentence can be found."""
    cosines, right = [], []
    for one, other in permutations(vectors, 2):
        near = vectors[one] @ vectors[other][::2].T
        cosines.append(near.max(axis=1))
        right.append(2 * near.argmax(axis=1) == np.arange(len(near)))
    score, hit = np.concatenate(cosines), np.concatenate(right)
    order = np.argsort(-score)
    hits = np.cumsum(hit[order])
    with_partner = len(vectors) * (len(vectors) - 1) * len(vectors[next(iter(vectors))][::2])
    return float(np.max(2 * hits / (np.arange(1, len(hits) + 1) + with_partner)))


if __name__ == "__main__":
    main(Path(sys.argv[1]))

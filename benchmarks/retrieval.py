"""Find the claim that a post repeats among verified ones: CheckThat! 2020, task 2.

    python -m benchmarks.retrieval FOLDER [dev|train]

FOLDER holds `verified_claims.tsv` (claim and title of its fact-check) and, of each part,
`<part>.queries.tsv` and `<part>.qrels`. Prints MAP@5 of words alone (BM25), of the matcher's
vectors alone, and of both together: a vector finds a paraphrase, words the names it blurs.

Some claims stand there twice, once in "these" quotation marks and once in 'those'. The desk's
import takes such rows for one, and so does the first column. In the second the other row is a wrong
answer where it comes first, which no reading of the post can decide.
"""

from __future__ import annotations

import csv
import math
import re
import sys
from collections import Counter
from pathlib import Path

import numpy as np
from numpy.typing import NDArray

from claims.extraction.plain import fold
from claims.matching.embeddings import embed_statements
from claims.sources.check_keys import claim_key

Numbers = NDArray[np.float64]

LANGUAGE = "en"
DEPTH = 5
# BM25 as usual. Posts are read as they are: a link's words and the author's name are hints, and MAP
# is .01 to .02 less without them.
_SATURATION, _LENGTH = 1.2, 0.75
_WORD = re.compile(r"[a-z]{2,}|\d+")
# Best on `train` of .5, 1 and 2, and of 0 to .8; a BM25 score near 30 is a very good one.
_TITLE_COUNTS = 2
_WORDS_COUNT, _GOOD_SCORE = 0.2, 30.0


def main(folder: Path, part: str) -> None:
    """Print MAP@5 of words, of vectors and of both, with twins as one claim and as they stand."""
    keys, claims, titles = _verified(folder / "verified_claims.tsv")
    wanted, posts = _wanted(folder / f"{part}.qrels"), _posts(folder / f"{part}.queries.tsv")
    texts = [posts[key] for key in wanted]
    by_words = bm25(texts, [f"{one} {other}" for one, other in zip(claims, titles, strict=True)])
    by_vectors = _cosines(texts, claims) + _TITLE_COUNTS * _cosines(texts, titles)
    both = by_vectors / (1 + _TITLE_COUNTS) + _WORDS_COUNT * by_words / _GOOD_SCORE
    row_of = {key: row for row, key in enumerate(keys)}
    answers = [row_of[claim] for claim in wanted.values()]
    twins = _twins(claims)
    print(f"MAP@{DEPTH} of {len(texts)} posts: {len(set(twins))} claims, {len(claims)} rows")
    for name, scores in (("words", by_words), ("vectors", by_vectors), ("both", both)):
        of_claims = mean_average_precision(*_as_one(scores, answers, twins))
        print(f"{name:8} {of_claims:.3f} {mean_average_precision(scores, answers):.3f}")


def bm25(queries: list[str], documents: list[str]) -> Numbers:
    """Return the BM25 score of every document (n) for every query (m): (m, n)."""
    words = [Counter(_words(document)) for document in documents]
    lengths = np.array([sum(each.values()) for each in words], dtype=float)
    places: dict[str, list[int]] = {}
    for at, each in enumerate(words):
        for word in each:
            places.setdefault(word, []).append(at)
    scores = np.zeros((len(queries), len(documents)))
    for row, query in zip(scores, queries, strict=True):
        for word in set(_words(query)) & places.keys():
            holding = places[word]
            rarity = math.log(1 + (len(documents) - len(holding) + 0.5) / (len(holding) + 0.5))
            counts = np.array([words[one][word] for one in holding], dtype=float)
            norm = _SATURATION * (1 - _LENGTH + _LENGTH * lengths[holding] / lengths.mean())
            row[holding] += rarity * counts * (_SATURATION + 1) / (counts + norm)
    return scores


def mean_average_precision(scores: Numbers, answers: list[int]) -> float:
    """Return MAP at `DEPTH`; each query has one answer, so it is the mean of 1 over its rank."""
    own = np.take_along_axis(scores, np.array(answers)[:, None], axis=1)
    ranks = (scores > own).sum(axis=1) + 1
    return float(np.where(ranks <= DEPTH, 1 / ranks, 0).mean())


def _words(text: str) -> list[str]:
    return _WORD.findall(fold(text))


def _cosines(texts: list[str], others: list[str]) -> Numbers:
    one, other = (embed_statements(each, [LANGUAGE] * len(each)) for each in (texts, others))
    return (one @ other.T).astype(np.float64)


def _twins(claims: list[str]) -> list[int]:
    """Return of each row the number of its claim, that of all rows the import takes for one."""
    numbers: dict[str, int] = {}
    return [numbers.setdefault(claim_key(claim), len(numbers)) for claim in claims]


def _as_one(scores: Numbers, answers: list[int], twins: list[int]) -> tuple[Numbers, list[int]]:
    """Return the best score of each claim's rows, and the answers as claims."""
    best = np.full((max(twins) + 1, len(scores)), -np.inf)
    np.maximum.at(best, np.array(twins), scores.T)
    return best.T, [twins[answer] for answer in answers]


def _verified(path: Path) -> tuple[list[str], list[str], list[str]]:
    rows = _rows(path)[1:]
    return [row[0] for row in rows], [row[1] for row in rows], [row[2] for row in rows]


def _posts(path: Path) -> dict[str, str]:
    return {row[0]: row[1] for row in _rows(path)[1:]}


def _wanted(path: Path) -> dict[str, str]:
    return {row[0]: row[2] for row in _rows(path)}


def _rows(path: Path) -> list[list[str]]:
    with path.open(encoding="utf-8", newline="") as file:
        return list(csv.reader(file, delimiter="\t"))


if __name__ == "__main__":
    main(Path(sys.argv[1]), *(sys.argv[2:] or ["dev"]))

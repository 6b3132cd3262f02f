"""How well two statements of one question are told from others, on stories the fit has not seen.

Fits the weights of the matcher on all stories of the starter corpus but one, and tries them on that
one; the reference is the embedding's cosine alone. With ``--write`` the weights fitted on all are
written into the package. The statements are the sentences that gold quotations name.
"""

from __future__ import annotations

import sys
from collections import defaultdict
from collections.abc import Sequence
from dataclasses import dataclass
from itertools import combinations
from pathlib import Path

import numpy as np

import claims.matching
from claims.extraction.pipeline import extract
from claims.extraction.types import Sentence
from claims.matching.crowding import crowding_of
from claims.matching.fitting import fit, write_weights
from claims.matching.measures import measures_of
from claims.matching.observation import observe
from claims.matching.statements import statements_of
from claims.matching.types import Statement
from claims.scorecard.gold import MarkedArticle, read_gold
from claims.sources.reading import read_article
from tests.pure.matching.corpus import labelled_statements

SEEDS = Path(__file__).resolve().parent.parent / "seeds"
WEIGHTS = Path(claims.matching.__file__).with_name("data") / "weights.tsv"
Labelled = tuple[frozenset[str], Statement]


@dataclass(frozen=True)
class Pairs:
    """Pairs of statements of one story: their measures, and whether they share a question."""

    measures: list[dict[str, float]]
    matches: list[bool]


def main() -> None:
    """Print the average precision per story and over all; write the weights if asked to."""
    stories = {name: _pairs(statements) for name, statements in _stories().items()}
    totals: list[Pairs] = []
    for name, held_out in stories.items():
        fitted = fit(*_joined([pairs for other, pairs in stories.items() if other != name]))
        print(f"{name:12} {_line(held_out, fitted)}")
        totals.append(held_out)
    everything = fit(*_joined(list(stories.values())))
    for measure, weight in everything.items():
        print(f"  {measure:20} {weight:8.3f}")
    if "--write" in sys.argv:
        write_weights(WEIGHTS, everything)


def _line(pairs: Pairs, fitted: dict[str, float]) -> str:
    scores = [sum(fitted[name] * value for name, value in each.items()) for each in pairs.measures]
    ours = average_precision(scores, pairs.matches)
    cosine = average_precision([each["similarity"] for each in pairs.measures], pairs.matches)
    count = sum(pairs.matches)
    return f"{ours:.3f}  cosine alone {cosine:.3f}  ratio {ours / cosine:.2f}  ({count} matches)"


def average_precision(scores: Sequence[float], matches: Sequence[bool]) -> float:
    """Return the mean precision at each match, best score first."""
    ranked = np.asarray(matches)[np.argsort(-np.asarray(scores), kind="stable")]
    precision = np.cumsum(ranked) / np.arange(1, len(ranked) + 1)
    return float(precision[ranked].mean()) if ranked.any() else 0.0


def _joined(parts: Sequence[Pairs]) -> tuple[list[dict[str, float]], list[bool]]:
    return (
        [each for pairs in parts for each in pairs.measures],
        [each for pairs in parts for each in pairs.matches],
    )


def _stories() -> dict[str, list[Labelled]]:
    found: dict[str, list[Labelled]] = defaultdict(list)
    for article in read_gold(SEEDS, _text_of):
        found["-".join(article.name.split("-")[:2])] += _labelled(article)
    for name in ("statements", "neighbours"):
        found[name] = [
            (frozenset({family}), statement) for family, statement in labelled_statements(name)
        ]
    return found


def _text_of(path: Path) -> str:
    content = path.read_bytes()
    return read_article(content, path.name, max_bytes=10**7, max_characters=10**6).text


def _labelled(article: MarkedArticle) -> list[Labelled]:
    extraction = extract(article.text)
    wanted = [(item.quote, item.cluster) for item in article.must if item.cluster]
    families = {
        sentence: frozenset(
            name for quote, name in wanted if _covers(sentence, article.text, quote)
        )
        for sentence in extraction.sentences
    }
    sentences = [sentence for sentence, labels in families.items() if labels]
    statements = statements_of(article.text, extraction.language, sentences, article.name)
    return [
        (families[one], statement) for one, statement in zip(sentences, statements, strict=True)
    ]


def _covers(sentence: Sentence, text: str, quote: str) -> bool:
    start = text.find(quote)
    shared = min(sentence.end, start + len(quote)) - max(sentence.start, start)
    return start >= 0 and shared * 2 >= len(quote)


def _pairs(labelled: Sequence[Labelled]) -> Pairs:
    vectors = np.array([statement.vector for _, statement in labelled])
    crowding = crowding_of(vectors @ vectors.T)
    pairs = Pairs([], [])
    for (at, (ours, one)), (other_at, (theirs, other)) in combinations(enumerate(labelled), 2):
        around = float(crowding[at] + crowding[other_at]) / 2
        pairs.measures.append(measures_of(observe(one, other, around)))
        pairs.matches.append(bool(ours & theirs))
    return pairs


if __name__ == "__main__":
    main()

"""How well two statements of one question are told from others, on stories the fit has not seen.

Fits the weights of the matcher on all pairs without a statement of one story, and tries them on the
pairs within that story; the reference is the embedding's cosine alone. With ``--write`` the weights
fitted on all pairs are written into the package. Compared are the sentences that gold quotations
name; the other chosen sentences of the articles stand around them, as they do on the desk.
"""

from __future__ import annotations

import sys
from collections.abc import Collection, Iterator, Sequence
from dataclasses import dataclass
from itertools import combinations
from pathlib import Path

import numpy as np

import claims.matching
from claims.extraction.pipeline import extract
from claims.matching.crowding import crowding_of
from claims.matching.fitting import fit, write_weights
from claims.matching.measures import measures_of
from claims.matching.observation import observe
from claims.matching.statements import statements_of
from claims.matching.types import Statement
from claims.scorecard.gold import MarkedArticle, holding, read_gold
from claims.sources.reading import read_article
from tests.pure.matching.corpus import labelled_statements

SEEDS = Path(__file__).resolve().parent.parent / "seeds"
WEIGHTS = Path(claims.matching.__file__).with_name("data") / "weights.tsv"


@dataclass(frozen=True)
class Labelled:
    """A statement, the story it is from, and the questions it answers; none is known of most."""

    story: str
    questions: frozenset[str]
    statement: Statement


@dataclass(frozen=True)
class Pair:
    """Two statements: their stories, their measures, and whether they share a question."""

    stories: frozenset[str]
    measures: dict[str, float]
    match: bool


def main() -> None:
    """Print the average precision per story; write the weights if asked to."""
    pairs = [pair for corpus in _corpora() for pair in _pairs(corpus)]
    for story in sorted({story for pair in pairs for story in pair.stories}):
        fitted = _fitted([pair for pair in pairs if story not in pair.stories])
        print(f"{story:12} {_line([pair for pair in pairs if pair.stories == {story}], fitted)}")
    everything = _fitted(pairs)
    for measure, weight in everything.items():
        print(f"  {measure:20} {weight:8.3f}")
    if "--write" in sys.argv:
        write_weights(WEIGHTS, everything)


def _fitted(pairs: Sequence[Pair]) -> dict[str, float]:
    return fit([pair.measures for pair in pairs], [pair.match for pair in pairs])


def _line(pairs: Sequence[Pair], fitted: dict[str, float]) -> str:
    matches = [pair.match for pair in pairs]
    scores = [sum(fitted[key] * value for key, value in pair.measures.items()) for pair in pairs]
    ours = average_precision(scores, matches)
    cosine = average_precision([pair.measures["similarity"] for pair in pairs], matches)
    ratio = ours / cosine
    return f"{ours:.3f}  cosine alone {cosine:.3f}  ratio {ratio:.2f}  ({sum(matches)} matches)"


def average_precision(scores: Sequence[float], matches: Sequence[bool]) -> float:
    """Return the mean precision at each match, best score first."""
    ranked = np.asarray(matches)[np.argsort(-np.asarray(scores), kind="stable")]
    precision = np.cumsum(ranked) / np.arange(1, len(ranked) + 1)
    return float(precision[ranked].mean()) if ranked.any() else 0.0


def _corpora() -> list[list[Labelled]]:
    """Return the sets of statements that are compared with each other."""
    articles = [one for article in read_gold(SEEDS, _text_of) for one in _labelled(article)]
    written = [
        [
            Labelled(name, frozenset({family}), statement)
            for family, statement in labelled_statements(name)
        ]
        for name in ("statements", "neighbours")
    ]
    return [articles, *written]


def _text_of(path: Path) -> str:
    content = path.read_bytes()
    return read_article(content, path.name, max_bytes=10**7, max_characters=10**6).text


def _labelled(article: MarkedArticle) -> list[Labelled]:
    extraction = extract(article.text)
    wanted = [(item.quote, item.cluster) for item in article.must if item.cluster]
    questions = {
        sentence: frozenset(
            name for quote, name in wanted if holding([sentence], quote, article.text)
        )
        for sentence in extraction.sentences
    }
    sentences = [one for one, named in questions.items() if named or one.selected]
    statements = statements_of(article.text, extraction.language, sentences, article.name)
    story = "-".join(article.name.split("-")[:2])
    return [
        Labelled(story, questions[one], statement)
        for one, statement in zip(sentences, statements, strict=True)
    ]


def _pairs(corpus: Collection[Labelled]) -> Iterator[Pair]:
    vectors = np.array([one.statement.vector for one in corpus])
    around = zip(corpus, crowding_of(vectors @ vectors.T), strict=True)
    known = [(one, crowding) for one, crowding in around if one.questions]
    for (one, crowding), (other, its_crowding) in combinations(known, 2):
        seen = observe(one.statement, other.statement, float(crowding + its_crowding) / 2)
        match = bool(one.questions & other.questions)
        yield Pair(frozenset({one.story, other.story}), measures_of(seen), match)


if __name__ == "__main__":
    main()

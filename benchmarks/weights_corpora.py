"""The labelled statements that `benchmarks.weights` compares.

They are from the starter corpus and from what was written for matching alone.
"""

from __future__ import annotations

from dataclasses import dataclass
from pathlib import Path

from claims.extraction.pipeline import extract
from claims.matching.statements import statements_of
from claims.matching.types import Statement
from claims.scorecard.gold import MarkedArticle, holding, read_gold
from claims.sources.reading import read_article
from tests.pure.matching.corpus import labelled_statements
from tests.pure.matching.stories import STORIES, stories

SEEDS = Path(__file__).resolve().parent.parent / "seeds"


@dataclass(frozen=True)
class Labelled:
    """A statement, the story it is from, and the questions it answers; none is known of most."""

    story: str
    questions: frozenset[str]
    statement: Statement


def corpora() -> list[list[Labelled]]:
    """Return the sets of statements that stand around each other."""
    articles = [one for article in read_gold(SEEDS, _text_of) for one in _labelled(article)]
    written = [
        [
            Labelled(name, frozenset({family}), statement)
            for family, statement in labelled_statements(name)
        ]
        for name in ("statements", "neighbours")
    ]
    return [articles, told(STORIES), *written]


def told(folder: Path) -> list[Labelled]:
    """Return the sentences of the stories in a folder (`tests.pure.matching.stories`)."""
    return [
        Labelled(name, questions, statement)
        for name, statements in stories(folder).items()
        for questions, statement in statements
    ]


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
    statements = statements_of(article.text, extraction, sentences, article.name)
    story = "-".join(article.name.split("-")[:2])
    return [
        Labelled(story, questions[one], statement)
        for one, statement in zip(sentences, statements, strict=True)
    ]

"""The starter corpus: its articles, and the quotations people marked in them.

A gold file names an article and quotations that `must` be chosen, `may` be, and `never` may be.
Any other sentence of the article need not be chosen either.
"""

from __future__ import annotations

import json
from collections.abc import Callable, Iterable, Iterator
from dataclasses import dataclass
from pathlib import Path
from typing import Any

from claims.extraction.types import Sentence, Span
from claims.scorecard.joining import Extract
from claims.scorecard.judged import Judged, Label, answers, judged_by

LONGEST_CHINESE, LONGEST_ELSEWHERE = 260, 620
"""Code points: a longer sentence has swallowed its neighbours, and answers for none of them."""


@dataclass(frozen=True, slots=True)
class Wanted:
    """A quotation that must be chosen. `figures` are values with their units.

    `speaker` and `cluster` (the claims that are one) are "" where the gold says nothing of them.
    """

    quote: str
    speaker: str
    cluster: str
    figures: tuple[tuple[float, str], ...]


@dataclass(frozen=True, slots=True)
class MarkedArticle:
    """An article of the starter corpus with what must be found in it."""

    name: str
    language: str
    text: str
    must: tuple[Wanted, ...]
    may: tuple[str, ...]
    never: tuple[str, ...]

    def quotes(self) -> tuple[str, ...]:
        """Return the quotations that must be chosen."""
        return tuple(each.quote for each in self.must)


def read_gold(seeds: Path, read: Callable[[Path], str]) -> Iterator[MarkedArticle]:
    """Yield every article of `seeds` that has a gold file; `read` gives the text of an article."""
    for path in sorted((seeds / "gold").glob("*.json")):
        gold = json.loads(path.read_text(encoding="utf-8"))
        yield MarkedArticle(
            name=path.stem,
            language=gold["language"],
            text=read(seeds / "articles" / gold["seed"]),
            must=tuple(map(_wanted, gold["must"])),
            may=tuple(gold["may"]),
            never=tuple(gold["never"]),
        )


def _wanted(row: dict[str, Any]) -> Wanted:
    return Wanted(
        quote=row["quote"],
        speaker=row["speaker"] or "",
        cluster=row["cluster"] or "",
        figures=tuple((each["value"], each["unit"]) for each in row["quantities"]),
    )


def judge_articles(articles: Iterable[MarkedArticle], extract: Extract) -> list[Judged]:
    """Return what `extract` makes of each quotation that must be chosen, and of all else it saw.

    What must be chosen counts by quotation; a sentence of the machine that holds none counts by
    itself, as "may" when it holds a quotation that may be chosen, else as "no".
    """
    return [each for article in articles for each in judge_article(article, extract)]


def judge_article(article: MarkedArticle, extract: Extract) -> list[Judged]:
    """As `judge_articles`, for one."""
    sentences = extract(article.text).sentences
    usable = [each for each in sentences if not is_too_long(each, article)]
    wanted = [
        judged_by(holding(usable, quote, article.text), "must", article.language)
        for quote in article.quotes()
    ]
    return wanted + [
        judged_by([sentence], label, article.language)
        for sentence in sentences
        if (label := _label(sentence, article)) != "must"
    ]


def holding(sentences: Iterable[Sentence], quote: str, text: str) -> list[Sentence]:
    """Return the sentences that answer for `quote`, wherever in `text` it stands."""
    places = list(_places(text, quote))
    return [each for each in sentences if any(answers(each, place) for place in places)]


def is_too_long(sentence: Sentence, article: MarkedArticle) -> bool:
    """Say whether the sentence has swallowed its neighbours."""
    is_chinese = article.language.startswith("zh")
    return sentence.end - sentence.start > (LONGEST_CHINESE if is_chinese else LONGEST_ELSEWHERE)


def _label(sentence: Sentence, article: MarkedArticle) -> Label:
    if is_too_long(sentence, article):
        return "no"
    labels: tuple[tuple[Label, tuple[str, ...]], ...] = (
        ("must", article.quotes()),
        ("may", article.may),
    )
    for label, quotes in labels:
        if any(holding([sentence], quote, article.text) for quote in quotes):
            return label
    return "no"


def _places(text: str, quote: str) -> Iterator[Span]:
    at = text.find(quote)
    while at >= 0:
        yield Span(at, at + len(quote))
        at = text.find(quote, at + 1)

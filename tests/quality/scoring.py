"""How well extraction does on the starter corpus, against what people marked in it."""

from __future__ import annotations

from collections import Counter
from collections.abc import Sequence
from dataclasses import dataclass
from functools import partial

from claims.extraction.pipeline import extract
from claims.extraction.types import Extraction, Quantity, Sentence
from claims.scorecard.gold import MarkedArticle, holding, is_too_long, judge_article
from claims.scorecard.judged import Judged
from claims.scorecard.measures import average_precision, choice


@dataclass(frozen=True, slots=True)
class Score:
    """Shares from 0 to 1; `leaks` counts chosen sentences that must never be.

    `ranking` is the mean, over articles, of the average precision.
    """

    recall: float
    precision: float
    leaks: int
    ranking: float
    speakers: float
    quantities: float
    languages: float


def score(articles: Sequence[MarkedArticle]) -> Score:
    """Extract every article and compare."""
    counts: Counter[str] = Counter()
    judged: list[list[Judged]] = []
    for article in articles:
        extraction = extract(article.text)
        judged.append(judge_article(article, partial(_found, extraction)))
        counts["languages"] += extraction.language == article.language
        _count_told(article, extraction, counts)
        _count_leaks(article, extraction, counts)
    chosen = choice([each for rows in judged for each in rows])
    return Score(
        recall=chosen.recall or 0.0,
        precision=chosen.precision or 0.0,
        leaks=counts["leaks"],
        ranking=sum(average_precision(rows) or 0.0 for rows in judged) / len(judged),
        speakers=counts["speakers right"] / counts["speakers"],
        quantities=counts["quantities right"] / counts["quantities"],
        languages=counts["languages"] / len(articles),
    )


def _found(extraction: Extraction, _text: str) -> Extraction:
    """Return what was found already: reading an article twice takes twice as long."""
    return extraction


def _count_told(article: MarkedArticle, extraction: Extraction, counts: Counter[str]) -> None:
    """Count the speakers and figures of the quotations, and those told of rightly."""
    chosen = [s for s in extraction.sentences if s.selected and not is_too_long(s, article)]
    for wanted in article.must:
        hits = holding(chosen, wanted.quote, article.text)
        if wanted.speaker:
            counts["speakers"] += 1
            counts["speakers right"] += any(_says(sentence, wanted.speaker) for sentence in hits)
        told = [quantity for sentence in hits for quantity in sentence.quantities]
        for figure in wanted.figures:
            counts["quantities"] += 1
            counts["quantities right"] += any(_same(quantity, *figure) for quantity in told)


def _count_leaks(article: MarkedArticle, extraction: Extraction, counts: Counter[str]) -> None:
    for sentence in extraction.sentences:
        held = {
            quote
            for quote in (*article.quotes(), *article.may, *article.never)
            if sentence.selected and holding([sentence], quote, article.text)
        }
        counts["leaks"] += bool(held) and held <= set(article.never)


def _says(sentence: Sentence, speaker: str) -> bool:
    if sentence.speaker is None:
        return False
    told, wanted = sentence.speaker.name.casefold(), speaker.casefold()
    return told in wanted or wanted in told


def _same(quantity: Quantity, value: float, unit: str) -> bool:
    values = [each for each in (quantity.value, quantity.low) if each is not None]
    return quantity.unit == unit and any(abs(each - value) <= 0.01 * abs(value) for each in values)

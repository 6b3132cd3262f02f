"""How well extraction does on the starter corpus, against what people marked in it.

A gold file names quotations: `must` be chosen (with speaker and quantities where they are plain),
`may` be chosen, and `never`. A sentence meets a quotation when it covers at least half of it.
"""

from __future__ import annotations

import json
from collections import Counter
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from pathlib import Path
from typing import Any

from claims.extraction.pipeline import extract
from claims.extraction.types import Extraction, Quantity, Sentence, Span
from claims.sources.reading import read_article

SEEDS = Path(__file__).resolve().parents[2] / "seeds"
LONGEST = {"zh": 260}
LONGEST_ELSEWHERE = 620
"""Code points: a longer sentence has swallowed its neighbours and counts as wrong."""


@dataclass(frozen=True, slots=True)
class Marked:
    """An article of the starter corpus, read, with its gold."""

    name: str
    text: str
    gold: dict[str, Any]


@dataclass(frozen=True, slots=True)
class Score:
    """Shares from 0 to 1; `leaks` counts chosen sentences that must never be."""

    recall: float
    precision: float
    leaks: int
    ranking: float
    speakers: float
    quantities: float
    languages: float


def marked_articles() -> Iterator[Marked]:
    """Yield every article that has a gold file."""
    for path in sorted((SEEDS / "gold").glob("*.json")):
        gold = json.loads(path.read_text(encoding="utf-8"))
        source = SEEDS / "articles" / gold["seed"]
        read = read_article(source.read_bytes(), source.name, max_bytes=10**7, max_characters=10**6)
        yield Marked(path.stem, read.text, gold)


def score(articles: Sequence[Marked]) -> Score:
    """Extract every article and compare."""
    counts: Counter[str] = Counter()
    rankings = []
    for article in articles:
        extraction = extract(article.text)
        counts["languages"] += extraction.language == article.gold["language"]
        chosen = [s for s in extraction.sentences if s.selected and not _too_long(s, article)]
        for item in article.gold["must"]:
            _count_wanted(item, article.text, chosen, counts)
        _count_chosen(article, extraction, counts)
        rankings.append(_average_precision(article, extraction))
    return Score(
        recall=counts["found"] / counts["must"],
        precision=counts["good"] / counts["chosen"],
        leaks=counts["leaks"],
        ranking=sum(rankings) / len(rankings),
        speakers=counts["speakers right"] / counts["speakers"],
        quantities=counts["quantities right"] / counts["quantities"],
        languages=counts["languages"] / len(articles),
    )


def _count_wanted(
    item: dict[str, Any], text: str, chosen: Sequence[Sentence], counts: Counter[str]
) -> None:
    hits = [sentence for sentence in chosen if _meets(sentence, item["quote"], text)]
    counts["must"] += 1
    counts["found"] += bool(hits)
    if item["speaker"]:
        counts["speakers"] += 1
        counts["speakers right"] += any(_says(sentence, item["speaker"]) for sentence in hits)
    for wanted in item["quantities"]:
        counts["quantities"] += 1
        told = [quantity for sentence in hits for quantity in sentence.quantities]
        counts["quantities right"] += any(_same(quantity, wanted) for quantity in told)


def _count_chosen(article: Marked, extraction: Extraction, counts: Counter[str]) -> None:
    gold, text = article.gold, article.text
    welcome = [item["quote"] for item in gold["must"]] + gold["may"]
    for sentence in extraction.sentences:
        if not sentence.selected:
            continue
        counts["chosen"] += 1
        if any(_meets(sentence, quote, text) for quote in welcome):
            counts["good"] += not _too_long(sentence, article)
        else:
            counts["leaks"] += any(_meets(sentence, quote, text) for quote in gold["never"])


def _average_precision(article: Marked, extraction: Extraction) -> float:
    """Say how far up the wanted sentences rank: the mean precision at each of them."""
    quotes = [item["quote"] for item in article.gold["must"]]
    ranked = sorted(extraction.sentences, key=lambda sentence: -sentence.score)
    shares: list[float] = []
    for rank, sentence in enumerate(ranked, 1):
        if any(_meets(sentence, quote, article.text) for quote in quotes):
            shares.append((len(shares) + 1) / rank)
    return sum(shares) / len(shares) if shares else 0.0


def _too_long(sentence: Sentence, article: Marked) -> bool:
    longest = LONGEST.get(article.gold["language"][:2], LONGEST_ELSEWHERE)
    return sentence.end - sentence.start > longest


def _meets(sentence: Sentence, quote: str, text: str) -> bool:
    return any(
        2 * (min(sentence.end, place.end) - max(sentence.start, place.start)) >= len(quote)
        for place in _places(text, quote)
    )


def _places(text: str, quote: str) -> Iterator[Span]:
    at = text.find(quote)
    while at >= 0:
        yield Span(at, at + len(quote))
        at = text.find(quote, at + 1)


def _says(sentence: Sentence, speaker: str) -> bool:
    if sentence.speaker is None:
        return False
    told, wanted = sentence.speaker.name.casefold(), speaker.casefold()
    return told in wanted or wanted in told


def _same(quantity: Quantity, wanted: dict[str, Any]) -> bool:
    values = [value for value in (quantity.value, quantity.low) if value is not None]
    close = any(abs(value - wanted["value"]) <= 0.01 * abs(wanted["value"]) for value in values)
    return quantity.unit == wanted["unit"] and close

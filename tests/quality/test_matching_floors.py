"""What matching finds of the families in the starter corpus; lowering a floor needs a reason.

The stories are dense: figures, denials and by-figures of one event, told in four languages with
invented names that no table knows. Sentences that extraction does not select count as missed.
"""

from __future__ import annotations

import json
from dataclasses import dataclass, field
from itertools import combinations
from pathlib import Path

import pytest

from claims.extraction.pipeline import extract
from claims.extraction.types import Sentence
from claims.matching.families import families
from claims.matching.statements import selected_sentences, statements_of
from claims.matching.types import Statement

pytestmark = [pytest.mark.quality, pytest.mark.timeout(300)]  # embedding takes its time

SEEDS = Path(__file__).resolve().parents[2] / "seeds"
PAIR_RECALL = 0.48
WRONG_PER_HUNDRED_JOINED = 6


@dataclass
class Labelled:
    """The selected statements, the gold families each covers, and how many pairs are sought."""

    statements: list[Statement] = field(default_factory=list)
    labels: list[set[str]] = field(default_factory=list)
    pairs: int = 0


def _covers(sentence: Sentence, text: str, quote: str) -> bool:
    start = text.find(quote)
    shared = min(sentence.end, start + len(quote)) - max(sentence.start, start)
    return start >= 0 and shared * 2 >= len(quote)


def _labelled() -> Labelled:
    found, sizes = Labelled(), dict[str, int]()
    for path in sorted((SEEDS / "gold").glob("*.json")):
        gold = json.loads(path.read_text(encoding="utf-8"))
        article = SEEDS / "articles" / gold["seed"]
        if article.suffix != ".txt":
            continue
        text = article.read_text(encoding="utf-8")
        extraction = extract(text)
        sentences = selected_sentences(extraction)
        wanted = [(item["quote"], item["cluster"]) for item in gold["must"] if item["cluster"]]
        for _, family in wanted:
            sizes[family] = sizes.get(family, 0) + 1
        found.statements += statements_of(text, extraction.language, sentences)
        found.labels += [
            {family for quote, family in wanted if _covers(sentence, text, quote)}
            for sentence in sentences
        ]
    found.pairs = sum(size * (size - 1) // 2 for size in sizes.values())
    return found


def test_families_of_the_starter_corpus_are_found_and_not_mixed() -> None:
    corpus = _labelled()
    together = wrong = 0
    for family in families(corpus.statements):
        for left, right in combinations(family, 2):
            ours, theirs = corpus.labels[left], corpus.labels[right]
            together += bool(ours & theirs)
            wrong += bool(ours and theirs and not ours & theirs)
    print(f"\n{together} of {corpus.pairs} pairs joined, {wrong} wrong")
    assert together / corpus.pairs >= PAIR_RECALL
    assert wrong * 100 <= WRONG_PER_HUNDRED_JOINED * (together + wrong)

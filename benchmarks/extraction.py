"""How fast articles are read: the rules against the embedding engine, on the same sentences.

The engine alone is the reference: whatever the rules take comes on top of it. Prints sentences per
second of each, and the share of the engine's own rate that is left when both run.
"""

from __future__ import annotations

import time
from collections.abc import Callable
from pathlib import Path

from claims.extraction.pipeline import extract
from claims.extraction.types import Extraction
from claims.matching.embeddings import embed_statements

ARTICLES = Path(__file__).resolve().parent.parent / "seeds" / "articles"
ROUNDS = 3


def main() -> None:
    """Measure on the starter corpus and print a line per figure."""
    texts = [path.read_text(encoding="utf-8") for path in sorted(ARTICLES.glob("*.txt"))]
    extract(texts[0])  # load lexicons and the language model before the clock starts
    extractions: list[Extraction] = []

    def read() -> None:
        extractions[:] = [extract(text) for text in texts]

    rules = _fastest(read)
    selected = [
        (text[sentence.start : sentence.end], extraction.language)
        for text, extraction in zip(texts, extractions, strict=True)
        for sentence in extraction.sentences
        if sentence.selected
    ]
    wordings, languages = zip(*selected, strict=True)
    engine = _fastest(lambda: embed_statements(wordings, languages))
    sentences = sum(len(extraction.sentences) for extraction in extractions)
    print(f"rules    {sentences / rules:8.0f} sentences/s over {len(texts)} articles")
    print(f"engine   {len(selected) / engine:8.0f} selected sentences/s (the reference)")
    print(f"together {engine / (engine + rules):8.0%} of the engine's own rate")
    print(f"         {60 * len(texts) / (engine + rules):8.0f} articles/min in one process")


def _fastest(work: Callable[[], object]) -> float:
    """Return the seconds of the fastest of a few rounds: the others were disturbed."""
    seconds = []
    for _round in range(ROUNDS):
        started = time.perf_counter()
        work()
        seconds.append(time.perf_counter() - started)
    return min(seconds)


if __name__ == "__main__":
    main()

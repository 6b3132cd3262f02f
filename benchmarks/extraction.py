"""How fast articles are read: extraction against the embedding engine, on the same sentences.

The engine alone is the reference: whatever the rules take comes on top of it. Prints sentences per
second of each, the share of the engine's own rate that is left, and the memory of one process.
"""

from __future__ import annotations

import resource
import time
from collections.abc import Callable
from pathlib import Path

from claims.extraction.embedding import embed, forget
from claims.extraction.pipeline import extract, readings

ARTICLES = Path(__file__).resolve().parent.parent / "seeds" / "articles"
ROUNDS = 3


def main() -> None:
    """Measure on the starter corpus and print a line per figure."""
    texts = [path.read_text(encoding="utf-8") for path in sorted(ARTICLES.glob("*.txt"))]
    extract(texts[0])  # load lexicons, language model and engine before the clock starts
    read = [
        reading.text for text in texts for _span, kind, reading in readings(text) if kind == "body"
    ]
    engine = _fastest(lambda: embed(read))
    whole = _fastest(lambda: [extract(text) for text in texts])
    peak = resource.getrusage(resource.RUSAGE_SELF).ru_maxrss / 1024  # Linux counts in KiB
    print(f"engine      {len(read) / engine:6.1f} sentences/s (the reference)")
    print(f"extraction  {len(read) / whole:6.1f} sentences/s, {engine / whole:.0%} of the engine's")
    print(f"            {60 * len(texts) / whole:6.0f} articles/min in one process")
    print(f"memory      {peak:6.0f} MiB at most")


def _fastest(work: Callable[[], object]) -> float:
    """Return the seconds of the fastest of a few rounds: the others were disturbed."""
    seconds = []
    for _round in range(ROUNDS):
        forget()
        started = time.perf_counter()
        work()
        seconds.append(time.perf_counter() - started)
    return min(seconds)


if __name__ == "__main__":
    main()

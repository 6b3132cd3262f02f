"""How well sentences are split: boundaries found in sentences joined as news prints them.

    python -m benchmarks.sentences FOLDER

FOLDER holds one JSON Lines file per language, named by its tag (`id.jsonl`), each row one sentence
as {"text": …} in the order of their text. They are joined again: with one space, in Chinese with
none. Prints F1, precision and recall of the boundaries between them: joined to one text, joined to
paragraphs of eight, and the same of those alone that end in an end mark, because what ends in
nothing (a heading of the treebank) no rule could tell from its neighbour.
"""

from __future__ import annotations

import argparse
import json
import re
from collections.abc import Sequence
from dataclasses import dataclass
from pathlib import Path

from claims.extraction.repair import repair
from claims.extraction.sentences import split

PARAGRAPH = 8  # sentences; it has fewer boundaries to find than one text, and as many to invent
_ENDED = re.compile(r"[.。！？!?…；][\"”’」』）)\]》〉']*\Z")


@dataclass(frozen=True, slots=True)
class Boundaries:
    """How many boundaries there are, how many were told, and how many of those are right."""

    wanted: int
    told: int
    right: int

    @property
    def precision(self) -> float:
        """Return the share of what was told that is right."""
        return self.right / self.told if self.told else 1.0

    @property
    def recall(self) -> float:
        """Return the share of what is there that was told."""
        return self.right / self.wanted if self.wanted else 1.0

    @property
    def f1(self) -> float:
        """Return the harmonic mean of the two."""
        both = self.precision + self.recall
        return 2 * self.precision * self.recall / both if both else 0.0


def measure(sentences: Sequence[str], language: str, joined: int) -> Boundaries:
    """Return how the boundaries between `sentences` were found, with `joined` in a paragraph."""
    wanted = told = right = 0
    for at in range(0, len(sentences), joined):
        text, ends = _joined(sentences[at : at + joined], language)
        found = _inner_ends(text, language)
        wanted, told = wanted + len(ends), told + len(found)
        right += len(ends & found)
    return Boundaries(wanted, told, right)


def _joined(sentences: Sequence[str], language: str) -> tuple[str, set[int]]:
    between = "" if language.startswith("zh") else " "
    ends, at = set(), 0
    for sentence in sentences[:-1]:
        ends.add(at + len(sentence))
        at += len(sentence) + len(between)
    return between.join(sentences), ends


def _inner_ends(text: str, language: str) -> set[int]:
    """Return where sentences end before the end of the text."""
    view = repair(text)
    ends = {view.span(span.start, span.end).end for span in split(view, language)}
    return ends - {len(text)}


def main() -> None:
    """Print a line per file and reading of it."""
    parser = argparse.ArgumentParser(description=__doc__.splitlines()[0] if __doc__ else None)
    parser.add_argument("folder", type=Path)
    for path in sorted(parser.parse_args().folder.glob("*.jsonl")):
        rows = [json.loads(line) for line in path.read_text(encoding="utf-8").splitlines()]
        sentences = [" ".join(row["text"].split()) for row in rows]
        ended = [sentence for sentence in sentences if _ENDED.search(sentence)]
        for name, listed, joined in (
            ("one text", sentences, len(sentences)),
            ("paragraphs", sentences, PARAGRAPH),
            ("ended by a mark", ended, PARAGRAPH),
        ):
            found = measure(listed, path.stem, joined)
            print(
                f"{path.stem:8} {name:16} {len(listed):4} sentences  F1 {found.f1:.3f}"
                f"  precision {found.precision:.3f}  recall {found.recall:.3f}"
            )


if __name__ == "__main__":
    main()

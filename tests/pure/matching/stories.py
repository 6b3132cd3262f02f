"""Stories written for matching: each told by outlets in several languages.

Those in ``seeds/matching`` are told as agencies and papers do; half of those in ``seeds/questions``
are contested, with other figures and denials from every side.

A line is one sentence: outlet, language, the question it answers (``-`` for none) and the wording.
The sentences of an outlet, in order, are its article.
"""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from itertools import groupby
from operator import itemgetter
from pathlib import Path

from claims.extraction.pipeline import extract
from claims.matching.statements import statements_of
from claims.matching.types import Statement

STORIES = Path(__file__).resolve().parents[3] / "seeds" / "matching"
Told = tuple[frozenset[str], Statement]


def stories(folder: Path) -> dict[str, list[Told]]:
    """Return the statements of every story in order, each with the questions it answers."""
    return {path.stem: list(_told(path)) for path in sorted(folder.glob("*.tsv"))}


def _told(path: Path) -> Iterator[Told]:
    lines = path.read_text(encoding="utf-8").splitlines()
    rows = [line.split("\t") for line in lines if not line.startswith("#")]
    for outlet, group in groupby(rows, key=itemgetter(0)):
        yield from _article(f"{path.stem}-{outlet}", path.stem, list(group))


def _article(name: str, story: str, rows: Sequence[Sequence[str]]) -> Iterator[Told]:
    text = "\n".join(row[3] for row in rows)
    found = extract(text, language=rows[0][1])
    for sentence, statement in zip(
        found.sentences, statements_of(text, found, found.sentences, name), strict=True
    ):
        told = text[sentence.start : sentence.end]
        answered = {f"{story}-{row[2]}" for row in rows if row[2] != "-" and row[3] in told}
        yield frozenset(answered or _held(rows, told, story)), statement


def _held(rows: Sequence[Sequence[str]], told: str, story: str) -> set[str]:
    """Return the questions of the lines of which the sentence is the greater part."""
    return {
        f"{story}-{row[2]}"
        for row in rows
        if row[2] != "-" and told in row[3] and 2 * len(told) >= len(row[3])
    }

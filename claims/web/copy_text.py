"""The text of a copy as paragraphs, the quoted passage told from the rest."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass

from claims.extraction.types import Span


@dataclass(frozen=True, slots=True)
class Piece:
    """A run of text; `is_quoted` of the passage."""

    text: str
    is_quoted: bool = False


def marked_paragraphs(text: str, passage: Span | None) -> list[list[Piece]]:
    """Return the lines of `text` that hold anything, each cut where `passage` begins and ends."""
    paragraphs, at = [], 0
    for line in text.split("\n"):
        if line.strip():
            paragraphs.append(list(_pieces(line, at, passage)))
        at += len(line) + 1
    return paragraphs


def _pieces(line: str, at: int, passage: Span | None) -> Iterator[Piece]:
    """Yield the pieces of a line that starts at `at` of the text."""
    if passage is None or not passage.meets(Span(at, at + len(line))):
        yield Piece(line)
        return
    start, end = max(0, passage.start - at), min(len(line), passage.end - at)
    runs = (line[:start], False), (line[start:end], True), (line[end:], False)
    yield from (Piece(run, quoted) for run, quoted in runs if run)

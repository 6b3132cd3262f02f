"""An article's text cut into paragraphs and marked pieces, ready to be written out."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass
from itertools import pairwise


@dataclass(frozen=True, slots=True)
class Mark:
    """A marked stretch: code points, end exclusive. `url` is where it leads, or "".

    One that is not `is_raised` is a sentence left aside: only its end shows, as a place to say
    otherwise.
    """

    start: int
    end: int
    score: float
    url: str = ""
    is_raised: bool = True


@dataclass(frozen=True, slots=True)
class Piece:
    """A stretch of one paragraph that the same marks cover.

    `inner` is the shortest raised mark over it, which takes the click; `depth` counts the raised
    ones; `ends` are the marks, raised or not, whose last code point it holds.
    """

    text: str
    inner: Mark | None
    depth: int
    ends: tuple[Mark, ...]


def paragraphs(text: str, marks: Iterable[Mark]) -> Iterator[list[Piece]]:
    """Yield the non-empty lines of `text` as pieces; marks may nest, overlap and cross lines.

    The pieces of a line, joined, are the line as it was written.
    """
    marks = sorted(marks, key=lambda mark: (mark.start, mark.end))
    start = 0
    for line in text.split("\n"):
        end = start + len(line)
        if line.strip():
            touching = [mark for mark in marks if mark.start < end and start < mark.end]
            yield list(_pieces(text, start, end, touching))
        marks = [mark for mark in marks if mark.end > end]
        start = end + 1


def _pieces(text: str, start: int, end: int, marks: Sequence[Mark]) -> Iterator[Piece]:
    edges = {edge for mark in marks for edge in (mark.start, mark.end) if start < edge < end}
    cuts = sorted({start, end, *edges})
    for left, right in pairwise(cuts):
        over = [mark for mark in marks if mark.start < right and left < mark.end]
        raised = [mark for mark in over if mark.is_raised]
        inner = min(raised, key=lambda mark: mark.end - mark.start, default=None)
        ends = tuple(mark for mark in over if left < _last(mark, text) <= right)
        yield Piece(text[left:right], inner, len(raised), ends)


def _last(mark: Mark, text: str) -> int:
    """Return where the last visible character of `mark` ends: it may run into empty lines."""
    return mark.start + len(text[mark.start : mark.end].rstrip())

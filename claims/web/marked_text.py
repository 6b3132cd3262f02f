"""An article's text cut into paragraphs and marked pieces, ready to be written out."""

from __future__ import annotations

from collections import deque
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

    `start` is its first code point in the text. `inner` is the shortest raised mark over it, which
    takes the click; `depth` counts the raised ones; `ends` are the marks, raised or not, whose last
    code point it holds.
    """

    start: int
    text: str
    inner: Mark | None
    depth: int
    ends: tuple[Mark, ...]


def paragraphs(text: str, marks: Iterable[Mark]) -> Iterator[list[Piece]]:
    """Yield the non-empty lines of `text` as pieces; marks may nest, overlap and cross lines.

    The pieces of a line, joined, are the line as it was written.
    """
    waiting = deque(sorted(marks, key=lambda mark: (mark.start, mark.end)))
    begun: list[Mark] = []
    start = 0
    for line in text.split("\n"):
        end = start + len(line)
        while waiting and waiting[0].start < end:
            begun.append(waiting.popleft())
        begun = [mark for mark in begun if start < mark.end]
        if line.strip():
            yield list(_pieces(text, start, end, begun))
        start = end + 1


def _pieces(text: str, start: int, end: int, marks: Sequence[Mark]) -> Iterator[Piece]:
    edges = {edge for mark in marks for edge in (mark.start, mark.end) if start < edge < end}
    cuts = sorted({start, end, *edges})
    waiting = deque(marks)
    over: list[Mark] = []
    for left, right in pairwise(cuts):
        while waiting and waiting[0].start < right:
            over.append(waiting.popleft())
        over = [mark for mark in over if left < mark.end]
        raised = [mark for mark in over if mark.is_raised]
        inner = min(raised, key=lambda mark: mark.end - mark.start, default=None)
        ends = tuple(mark for mark in over if left < _last(mark, text) <= right)
        yield Piece(left, text[left:right], inner, len(raised), ends)


def _last(mark: Mark, text: str) -> int:
    """Return where the last visible character of `mark` ends: it may run into empty lines."""
    return mark.start + len(text[mark.start : mark.end].rstrip())

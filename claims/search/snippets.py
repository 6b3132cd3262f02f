"""The best stretch of a long text to show for a query: a sentence or two around its words."""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import dataclass

from claims.extraction.han import count_han
from claims.extraction.types import Span

LONGEST, LONGEST_CHINESE = 280, 130  # code points
_SPACE = re.compile(r"\s+")
_STOP = re.compile(r"[.!?]+[\"'”’)]*\s+|[。！？；]+[”」』）]*|\n+")


@dataclass(frozen=True, slots=True)
class Snippet:
    """A stretch of a text: code points. `marks` are places in the whole text, inside the span."""

    span: Span
    marks: tuple[Span, ...]


def snippet_of(text: str, marks: Sequence[Span]) -> Snippet:
    """Return the whole sentences that hold the most marks, its beginning when there are none.

    A sentence that is longer than a snippet is cut at both ends.
    """
    limit = LONGEST_CHINESE if count_han(text[:2000]) > 200 or _mostly_han(text) else LONGEST
    if len(text) <= limit:
        return Snippet(Span(0, len(text)), tuple(marks))
    first = _densest(text, marks, limit)
    span = _whole_sentences(text, first, limit)
    return Snippet(span, tuple(each for each in marks if _is_in(each, span)))


def _mostly_han(text: str) -> bool:
    return count_han(text) * 2 > len(text)


def _densest(text: str, marks: Sequence[Span], limit: int) -> Span:
    """Return from the first to the last mark of the window that shows the most different words."""
    best, most = Span(0, 0), 0
    for at, mark in enumerate(marks):
        words: set[str] = set()
        end = mark.end
        for other in marks[at:]:
            if other.end - mark.start > limit:
                break
            words.add(other.of(text).casefold())
            end = other.end
        if len(words) > most:
            best, most = Span(mark.start, end), len(words)
    return best


def _whole_sentences(text: str, held: Span, limit: int) -> Span:
    """Return the sentences around `held`, and as many after them as there is room for."""
    start = _sentence_start(text, held.start)
    if held.end - start > limit:
        room = min((limit - (held.end - held.start)) // 2, 60)
        start = _word_start(text, max(0, held.start - room), held.start)
    end = held.end
    for stop in _STOP.finditer(text, held.end, start + limit + 1):
        if stop.end() - start > limit:
            break
        end = stop.end()
    if end == held.end:
        end = _word_end(text, held.end, min(len(text), start + limit))
    return _trimmed(text, start, end)


def _word_start(text: str, at: int, last: int) -> int:
    """Return where the next word begins at or after `at`, or `at` where there are no spaces."""
    space = _SPACE.search(text, max(0, at - 1), last)
    return space.end() if space else at


def _word_end(text: str, first: int, at: int) -> int:
    """Return where the last word ends at or before `at`, but not before `first`."""
    if at >= len(text):
        return len(text)
    spaces = [space.start() for space in _SPACE.finditer(text, max(first, at - 40), at + 1)]
    return max(first, spaces[-1] if spaces else at)


def _sentence_start(text: str, at: int) -> int:
    start = 0
    for stop in _STOP.finditer(text, max(0, at - 1000), at):
        start = stop.end()
    return start if start or at < 1000 else at - 1000


def _trimmed(text: str, start: int, end: int) -> Span:
    while end > start and text[end - 1].isspace():
        end -= 1
    while start < end and text[start].isspace():
        start += 1
    return Span(start, end)


def _is_in(mark: Span, span: Span) -> bool:
    return span.start <= mark.start and mark.end <= span.end

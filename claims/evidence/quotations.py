"""Where a quotation stands in a text: word for word, written differently, or changed."""

from __future__ import annotations

from bisect import bisect_left
from collections import Counter, defaultdict
from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from difflib import SequenceMatcher
from functools import lru_cache
from itertools import islice, takewhile
from typing import Literal

from claims.evidence.folded import folded
from claims.extraction.han import count_han
from claims.extraction.types import Span
from claims.extraction.view import View

How = Literal["exact", "folded", "fuzzy"]

ALIKE_ENOUGH = 0.6  # of what is only similar; less is another passage
_PLACES = 200  # a quotation that stands in more places than that is looked for in the first
_CONTEXT = 200  # code points on each side say which of several places is meant
_LONGEST = 2000  # folded characters; aligning takes the square of that
_PIECE = 400  # folded characters of a longer one, found one after the other
_DIAGONALS = 3  # places tried for a passage that is nowhere as quoted
_SMALLEST_BLOCK = 2  # single characters agree by chance


@dataclass(frozen=True, slots=True)
class Found:
    """Where a quotation stands: `span` in code points of the text, and how it was found.

    "exact": word for word. "folded": but for script, width, case, blanks and punctuation.
    "fuzzy": a passage that is like it; `likeness` (0 to 1) says how much, 1 for the others.
    """

    span: Span
    how: How
    likeness: float = 1.0


def find_quote(text: str, quote: str, before: str = "", after: str = "") -> Found | None:
    """Return where `quote` stands in `text`, or None. Of several places, the one between the
    `before` and `after` it was quoted from; the first when they do not tell.
    """
    found = find_same(text, quote, before, after)
    if found:
        return found
    wanted = folded(quote.strip()).text
    return _alike(_page(text), wanted) if wanted else None


def find_same(text: str, quote: str, before: str = "", after: str = "") -> Found | None:
    """Return where `quote` stands as it is, or written differently; None where it was changed.

    To look for what is only like it takes a second of a long page.
    """
    quote = quote.strip()
    if not quote:
        return None
    exact = (Span(at, at + len(quote)) for at in _places(text, quote))
    if spans := list(exact):
        return Found(_best(text, spans, before, after), "exact")
    page, wanted = _page(text), folded(quote).text
    if not wanted:
        return None
    if spans := [page.span(at, at + len(wanted)) for at in _places(page.text, wanted)]:
        return Found(_best(text, spans, before, after), "folded")
    return None


@lru_cache(maxsize=2)  # many quotations are looked for in one page, one after the other
def _page(text: str) -> View:
    return folded(text)


def _places(text: str, part: str) -> Iterator[int]:
    """Yield where `part` starts in `text`, at most _PLACES times."""

    def starts() -> Iterator[int]:
        at = text.find(part)
        while at >= 0:
            yield at
            at = text.find(part, at + 1)

    return islice(starts(), _PLACES)


def _best(text: str, spans: list[Span], before: str, after: str) -> Span:
    """Return the span whose surroundings have the most in common with those quoted."""
    if len(spans) == 1:
        return spans[0]
    ahead, behind = folded(before[-_CONTEXT:]).text[::-1], folded(after[:_CONTEXT]).text

    def shared(span: Span) -> int:
        left = folded(text[max(0, span.start - _CONTEXT) : span.start]).text[::-1]
        right = folded(text[span.end : span.end + _CONTEXT]).text
        return _run(left, ahead) + _run(right, behind)

    return max(spans, key=shared)


def _run(left: str, right: str) -> int:
    """Return how many characters two texts begin with alike."""
    pairs = zip(left, right, strict=False)
    return sum(1 for _pair in takewhile(lambda pair: pair[0] == pair[1], pairs))


def _alike(page: View, wanted: str) -> Found | None:
    """Return the stretch of `page` most like `wanted`, if it is alike enough."""
    if len(wanted) > _LONGEST:
        return _alike_in_pieces(page, wanted)
    tried = (_aligned(page, wanted, at) for at in _diagonals(page.text, wanted))
    found = [each for each in tried if each is not None and each.likeness >= ALIKE_ENOUGH]
    return max(found, key=lambda each: each.likeness, default=None)


def _alike_in_pieces(page: View, wanted: str) -> Found | None:
    """Return the stretch that holds most of the pieces of a long `wanted`, in their order."""
    start = next(iter(_diagonals(page.text, wanted)), 0)
    slack = len(wanted) // 2
    at, end = max(0, start - slack), start + 2 * slack + len(wanted)
    spans: list[Span] = []
    alike, may_miss = 0.0, len(wanted) * (1 - ALIKE_ENOUGH)
    for begin in range(0, len(wanted), _PIECE):
        piece = wanted[begin : begin + _PIECE]
        near = _cut(page, at, min(end, at + 4 * _PIECE) if spans else end)
        found = _piece(near, piece)
        if found is not None:
            spans.append(found.span)
            alike += found.likeness * len(piece)
            at += _folded_end(near, found.span)
        else:
            may_miss -= len(piece)
            at += len(piece) if spans else 0
        if may_miss < 0:
            return None
    likeness = round(alike / len(wanted), 4)
    if not spans or likeness < ALIKE_ENOUGH:
        return None
    return Found(Span(spans[0].start, spans[-1].end), "fuzzy", likeness)


def _piece(near: View, piece: str) -> Found | None:
    at = near.text.find(piece)
    if at >= 0:
        return Found(near.span(at, at + len(piece)), "folded")
    return _alike(near, piece)


def _cut(page: View, start: int, end: int) -> View:
    return View(page.text[start:end], page.starts[start:end], page.ends[start:end])


def _folded_end(view: View, span: Span) -> int:
    """Return where `span` of the text ends in the view."""
    return bisect_left(view.starts, span.end)


def _diagonals(text: str, wanted: str) -> list[int]:
    """Return where `wanted` would start by most of the short runs the two have in common."""
    size = 3 if count_han(wanted) * 2 > len(wanted) else 6
    offsets: defaultdict[str, list[int]] = defaultdict(list)
    for at in range(len(wanted) - size + 1):
        offsets[wanted[at : at + size]].append(at)
    width = max(16, len(wanted) // 2)
    votes: Counter[int] = Counter()
    for at in range(len(text) - size + 1):
        for offset in offsets.get(text[at : at + size], ()):
            votes[(at - offset) // width] += 1
    return [bucket * width for bucket, _count in votes.most_common(_DIAGONALS)]


def _aligned(page: View, wanted: str, start: int) -> Found | None:
    """Return the passage near `start` that lines up with `wanted`, ends that differ included."""
    slack = max(24, len(wanted) // 2)
    first = max(0, start - slack)
    window = page.text[first : start + 2 * slack + len(wanted)]
    matcher = SequenceMatcher(None, wanted, window, autojunk=False)
    matching = matcher.get_matching_blocks()
    blocks = [(a, b, size) for a, b, size in matching if size >= _SMALLEST_BLOCK]
    blocks = _without_stray_ends(blocks, wanted)
    if not blocks:
        return None
    (a, b, _size), (last_a, last_b, last_size) = blocks[0], blocks[-1]
    left = max(0, b - a)
    right = min(len(window), last_b + last_size + len(wanted) - last_a - last_size)
    likeness = _likeness(blocks, wanted)
    return Found(page.span(first + left, first + right), "fuzzy", round(likeness, 4))


Block = tuple[int, int, int]


def _without_stray_ends(blocks: list[Block], wanted: str) -> list[Block]:
    """Drop blocks at either end that lie too far away to belong: they make the rest less alike."""
    while len(blocks) > 1:
        shorter = max((blocks[1:], blocks[:-1]), key=lambda each: _likeness(each, wanted))
        if _likeness(shorter, wanted) <= _likeness(blocks, wanted):
            break
        blocks = shorter
    return blocks


def _likeness(blocks: Iterable[Block], wanted: str) -> float:
    """Return the part of both passages that is in the blocks, 0 to 1."""
    every = list(blocks)
    (_a, first, _size), (_last_a, last, size) = every[0], every[-1]
    return 2 * sum(each[2] for each in every) / (len(wanted) + last + size - first)

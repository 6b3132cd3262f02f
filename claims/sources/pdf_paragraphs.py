"""Lines of a PDF put together to paragraphs: claims are sentences, and no line of one is. PURE."""

from __future__ import annotations

import re
from collections.abc import Sequence
from itertools import pairwise
from statistics import median

from claims.sources.hard_wraps import first_word, joined
from claims.sources.pdf_lines import Line, runs, without_furniture

SAME_SIZE = 1.2  # heights of lines of one paragraph differ by less
FURTHER = 1.25  # times the usual distance of lines: a new paragraph
INDENT, BLANK = 0.8, 0.2  # of a line's height
_ITEM = re.compile(r"[-–•·▪●*]\s?|\d{1,3}[.)、]\s?|[(（]\w{1,3}[)）]")
_ENDED = re.compile(r"[.!?。！？…:：;；][\"'”’」』)）\]】]*$")


def paragraphs(pages: Sequence[list[Line]]) -> str:
    """Return the text of the pages, a line for each paragraph.

    A line goes on in the next one if the next one's first word would not have fitted behind it,
    within a column; over its end, also into the next column or page, unless a sentence ended.
    """
    texts: list[str] = []
    last: tuple[Line, float] | None = None  # of the column before: its last line, its right edge
    for page in without_furniture(pages):
        for run in runs(page):
            right = max(line.right for line in run)
            goes_on = last is not None and _crosses(last[0], run[0], last[1])
            _add(texts, run[0], goes_on=goes_on)
            pitch = _pitch(run)
            for before, line in pairwise(run):
                _add(texts, line, goes_on=_goes_on(before, line, right, pitch, run))
            last = run[-1], right
    return "\n".join(texts)


def _add(texts: list[str], line: Line, *, goes_on: bool) -> None:
    if goes_on:
        texts[-1] = joined(texts[-1], line.text)
    else:
        texts.append(line.text)


def _pitch(run: list[Line]) -> float:
    """Return the usual distance of a column's lines, from base to base."""
    return median([above.bottom - below.bottom for above, below in pairwise(run)] or [0.0])


def _goes_on(before: Line, line: Line, right: float, pitch: float, run: list[Line]) -> bool:
    distance = before.bottom - line.bottom
    is_far = distance > FURTHER * min(pitch, 2 * before.size)
    is_indented = line.left > before.left + INDENT * line.size and not _ITEM.match(before.text)
    is_first_indented = is_indented and before.left <= min(each.left for each in run) + 1
    return (
        not is_far
        and not is_first_indented
        and not _ITEM.match(line.text)
        and _is_alike(before, line)
        and _is_full(before, line, right)
    )


def _crosses(before: Line, line: Line, right: float) -> bool:
    return (
        not _ENDED.search(before.text)
        and not line.text[:1].isupper()
        and _is_alike(before, line)
        and _is_full(before, line, right)
    )


def _is_alike(one: Line, other: Line) -> bool:
    small, large = sorted((one.size, other.size))
    return large < SAME_SIZE * max(small, 0.1)


def _is_full(before: Line, line: Line, right: float) -> bool:
    """Say whether the first word of `line` was too long to stand behind `before`."""
    share = len(first_word(line.text)) / max(len(line.text), 1)
    needed = BLANK * line.size + share * (line.right - line.left)
    return before.right + needed > right

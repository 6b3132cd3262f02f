"""What changed between two wordings: by words, and by characters where words have no spaces."""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass
from difflib import SequenceMatcher
from itertools import takewhile
from typing import Literal

# Han, Kana and Thai write words without spaces between them.
_UNSPACED = "\u0e00-\u0e7f\u3040-\u30ff\u3400-\u9fff\uf900-\ufaff\U00020000-\U0003ffff"
# Comparing takes the square of what is compared, and a person waits for it.
_COMPARED = 20_000  # characters of two passages
_COMPARED_IN_ALL = 100_000  # characters of all passages of two texts
_LINES = 4_000  # lines of two texts, without those they begin and end with alike
_MANY_LINES = 1_000  # above it a line that comes up often is not taken to anchor others
_NUMBER = r"\d+(?:[.,:/]\d+)*"  # 2,4 is one word: "21,4" with a line through the 2 reads as 21.4
_TOKEN = re.compile(rf"{_NUMBER}|[{_UNSPACED}]|[^\W{_UNSPACED}]+|\s+|.", re.DOTALL)


@dataclass(frozen=True, slots=True)
class Change:
    """A run of text that stayed, is gone, or is new."""

    kind: Literal["same", "removed", "added"]
    text: str


def tokens(text: str) -> list[str]:
    """Return the words, characters and blanks of `text`; joined they are `text` again."""
    return _TOKEN.findall(text)


def passage_diff(before: str, after: str) -> Iterator[Change]:
    """Yield the runs in reading order: "same" and "removed" give `before`, "same" and "added"
    give `after`. Of passages of over _COMPARED characters each is one run.
    """
    if before == after or len(before) + len(after) > _COMPARED:
        yield from _as_wholes(before, after)
        return
    old, new = tokens(before), tokens(after)
    for kind, i1, i2, j1, j2 in SequenceMatcher(a=old, b=new).get_opcodes():
        if kind == "equal":
            yield Change("same", "".join(old[i1:i2]))
            continue
        yield from _as_wholes("".join(old[i1:i2]), "".join(new[j1:j2]))


def _as_wholes(before: str, after: str) -> Iterator[Change]:
    if before == after:
        yield from (Change("same", before),) if before else ()
        return
    if before:
        yield Change("removed", before)
    if after:
        yield Change("added", after)


@dataclass(frozen=True, slots=True)
class Stretch:
    """Lines that follow one another: all of them as they were, or with what changed in them.

    `is_compared` is False where that was too long to be compared: all is removed and added then.
    """

    lines: int
    changes: tuple[Change, ...]
    is_compared: bool = True

    @property
    def is_same(self) -> bool:
        """Return whether nothing changed here."""
        return all(change.kind == "same" for change in self.changes)


def text_diff(before: str, after: str) -> Iterator[Stretch]:
    """Yield the lines of two versions in reading order, those that changed with their runs."""
    old, new = (_lines(text) for text in (before, after))
    head = _alike(old, new)
    tail = _alike(old[head:][::-1], new[head:][::-1])
    if head:
        yield _stretch(new[:head], new[:head])
    yield from _middle(old[head : len(old) - tail], new[head : len(new) - tail])
    if tail:
        yield _stretch(new[-tail:], new[-tail:])


def _lines(text: str) -> list[str]:
    return [line for line in text.split("\n") if line.strip()]


def _alike(old: list[str], new: list[str]) -> int:
    """Return how many lines two texts begin with alike."""
    pairs = zip(old, new, strict=False)
    return sum(1 for _pair in takewhile(lambda pair: pair[0] == pair[1], pairs))


def _middle(old: list[str], new: list[str]) -> Iterator[Stretch]:
    """Yield what lies between the lines two texts begin and end with alike."""
    if len(old) + len(new) > _LINES:
        yield _stretch(old, new, budget=0)
        return
    budget = _COMPARED_IN_ALL
    matcher = SequenceMatcher(a=old, b=new, autojunk=len(new) > _MANY_LINES)
    for _kind, i1, i2, j1, j2 in matcher.get_opcodes():
        stretch = _stretch(old[i1:i2], new[j1:j2], budget)
        if not stretch.is_same:
            budget -= sum(len(change.text) for change in stretch.changes)
        yield stretch


def _stretch(old: list[str], new: list[str], budget: int = 0) -> Stretch:
    """Return lines that are the same, or compared if they have at most `budget` characters."""
    was, now = "\n".join(old), "\n".join(new)
    together = len(was) + len(now)
    is_compared = was == now or not was or not now or together <= min(budget, _COMPARED)
    runs = passage_diff(was, now) if is_compared else _as_wholes(was, now)
    return Stretch(max(len(old), len(new)), tuple(runs), is_compared)

"""What changed between two wordings: by words, and by characters where words have no spaces."""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass
from difflib import SequenceMatcher
from typing import Literal

# Han, Kana and Thai write words without spaces between them.
_UNSPACED = "\u0e00-\u0e7f\u3040-\u30ff\u3400-\u9fff\uf900-\ufaff\U00020000-\U0003ffff"
_COMPARED = 20_000  # characters of both
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
    give `after`.
    """
    old, new = tokens(before), tokens(after)
    for kind, i1, i2, j1, j2 in SequenceMatcher(a=old, b=new).get_opcodes():
        if kind == "equal":
            yield Change("same", "".join(old[i1:i2]))
            continue
        if i1 < i2:
            yield Change("removed", "".join(old[i1:i2]))
        if j1 < j2:
            yield Change("added", "".join(new[j1:j2]))


@dataclass(frozen=True, slots=True)
class Stretch:
    """Lines that follow one another: all of them as they were, or with what changed in them."""

    lines: int
    changes: tuple[Change, ...]

    @property
    def is_same(self) -> bool:
        """Return whether nothing changed here."""
        return all(change.kind == "same" for change in self.changes)


def text_diff(before: str, after: str) -> Iterator[Stretch]:
    """Yield the lines of two versions in reading order, those that changed with their runs."""
    old, new = (_lines(text) for text in (before, after))
    for kind, i1, i2, j1, j2 in SequenceMatcher(a=old, b=new, autojunk=False).get_opcodes():
        was, now = "\n".join(old[i1:i2]), "\n".join(new[j1:j2])
        changes = (Change("same", now),) if kind == "equal" else tuple(_changes(was, now))
        yield Stretch(max(i2 - i1, j2 - j1), changes)


def _lines(text: str) -> list[str]:
    return [line for line in text.split("\n") if line.strip()]


def _changes(was: str, now: str) -> Iterator[Change]:
    """Yield the runs; of a page written anew the whole, for comparing takes too long then."""
    if len(was) + len(now) <= _COMPARED:
        yield from passage_diff(was, now)
        return
    if was:
        yield Change("removed", was)
    if now:
        yield Change("added", now)

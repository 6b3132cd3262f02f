"""What changed between two wordings: by words, and by characters where words have no spaces."""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass
from difflib import SequenceMatcher
from typing import Literal

# Han, Kana and Thai write words without spaces between them.
_UNSPACED = "\u0e00-\u0e7f\u3040-\u30ff\u3400-\u9fff\uf900-\ufaff\U00020000-\U0003ffff"
_TOKEN = re.compile(rf"[{_UNSPACED}]|[^\W{_UNSPACED}]+|\s+|.", re.DOTALL)


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

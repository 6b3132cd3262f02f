"""The words of a folded text: what stands between spaces, or pairs of characters without any.

Chinese, Japanese and Thai have no spaces. Their words are found as pairs of neighbours (通货膨胀:
通货, 货膨, 膨胀), which an index tells apart far better than single characters, as 的 is in every
claim. The last character of a run is a word too: a single one is found as the beginning of a pair.
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass

from claims.extraction.han import HAN_RANGES

LONGEST = 60  # code points of a word; longer runs are addresses and damage
_UNSPACED = f"{HAN_RANGES}\u3040-\u30ff\u0e00-\u0eff\u1000-\u109f\u1780-\u17ff"
_RUN = re.compile(rf"(?P<unspaced>[{_UNSPACED}]+)|[^\W_{_UNSPACED}]+")


@dataclass(frozen=True, slots=True)
class Word:
    """A lexeme and where it stands, in code points of the folded text.

    Of a pair of characters the word stands where the first does. `is_whole` is False for it, and
    for a single one at the end of a run.
    """

    lexeme: str
    start: int
    end: int
    is_whole: bool = True


def words_in(text: str, start: int = 0, end: int | None = None) -> Iterator[Word]:
    """Yield the words of a folded text, in order."""
    for run in _RUN.finditer(text, start, len(text) if end is None else end):
        if run["unspaced"]:
            yield from _pairs(run[0], run.start())
        else:
            yield Word(run[0][:LONGEST], run.start(), run.end())


def _pairs(run: str, start: int) -> Iterator[Word]:
    for at in range(len(run)):
        yield Word(run[at : at + 2], start + at, start + at + 1, is_whole=False)

"""Lines on the pages of a PDF, and those that belong to the page and not to the text. PURE."""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from itertools import pairwise

# Pages a line has to stand on, at the edge, to be taken for a header or footer.
REPEATED = 3
AT_THE_EDGE = 2  # lines from the first or last of a page
_DIGITS = re.compile(r"\d+")


@dataclass(frozen=True, slots=True)
class Line:
    """A line of text and where it stands, in points from the lower left corner of its page."""

    text: str
    left: float
    right: float
    bottom: float
    top: float

    @property
    def size(self) -> float:
        """Return its height."""
        return self.top - self.bottom

    def is_above(self, other: Line) -> bool:
        """Say whether `other` stands under this line in the same column."""
        overlap = min(self.right, other.right) - max(self.left, other.left)
        return other.bottom < self.bottom and overlap > 0


def without_furniture(pages: Sequence[list[Line]]) -> list[list[Line]]:
    """Return the pages without headers, footers and page numbers: what stands on most of them."""
    seen = Counter(key for page in pages for key in {_key(line) for line in _edges(page)})
    enough = max(REPEATED, len(pages) / 2)
    return [
        [
            line
            for line in page
            if not (seen[_key(line)] >= enough and any(line is edge for edge in _edges(page)))
        ]
        for page in pages
    ]


def _key(line: Line) -> tuple[str, int]:
    """Return what is the same of a header on all pages: its words and how high it stands."""
    return _DIGITS.sub("0", line.text), round(line.bottom)


def _edges(page: list[Line]) -> list[Line]:
    """Return the highest and lowest lines of a page, wherever they stand in its file."""
    ordered = sorted(page, key=lambda line: -line.bottom)
    return ordered[:AT_THE_EDGE] + ordered[AT_THE_EDGE:][-AT_THE_EDGE:]


def runs(page: list[Line]) -> Iterator[list[Line]]:
    """Yield the lines that follow one another down a column, column by column."""
    run = page[:1]
    for before, line in pairwise(page):
        if before.is_above(line):
            run.append(line)
        else:
            yield run
            run = [line]
    if run:
        yield run

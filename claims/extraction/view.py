"""A repaired view of a text, with the way back to the original's offsets.

Cleaning never destroys: stages read `View.text`, and `View.span` maps what they found to the text
as it was received.
"""

from __future__ import annotations

import re
from array import array
from collections.abc import Callable, Iterator
from dataclasses import dataclass

from claims.extraction.types import Span

Replacement = str | Callable[[re.Match[str]], str]


@dataclass(frozen=True, slots=True)
class View:
    """`text` as repaired; character i stands for the original's starts[i] to ends[i].

    Starts and ends both rise. A deleted stretch belongs to the character before it when the
    repair says so, else to none.
    """

    text: str
    starts: array[int]
    ends: array[int]

    def span(self, start: int, end: int) -> Span:
        """Map a non-empty stretch of the view to the original text."""
        return Span(self.starts[start], self.ends[end - 1])

    def width(self, start: int, end: int) -> int:
        """Count the original's code points under a non-empty stretch of the view."""
        return self.ends[end - 1] - self.starts[start]


def view_of(text: str) -> View:
    """Return the view in which nothing is repaired yet."""
    return View(text, array("L", range(len(text))), array("L", range(1, len(text) + 1)))


def substitute(view: View, pattern: re.Pattern[str], replacement: Replacement) -> View:
    """Replace every match, as `re.sub`; each new character stands for the whole match."""
    pieces: list[str] = []
    starts, ends = array("L"), array("L")
    done = 0
    for match, new in _replacements(view.text, pattern, replacement):
        pieces += (view.text[done : match.start()], new)
        starts += view.starts[done : match.start()]
        ends += view.ends[done : match.start()]
        starts.extend([view.starts[match.start()]] * len(new))
        ends.extend([view.ends[match.end() - 1]] * len(new))
        done = match.end()
    if done == 0:
        return view
    pieces.append(view.text[done:])
    return View("".join(pieces), starts + view.starts[done:], ends + view.ends[done:])


def _replacements(
    text: str, pattern: re.Pattern[str], replacement: Replacement
) -> Iterator[tuple[re.Match[str], str]]:
    for match in pattern.finditer(text):
        if match.end() > match.start():
            yield (
                match,
                match.expand(replacement) if isinstance(replacement, str) else replacement(match),
            )

"""The way back from a text as it is compared to the text as it was written.

The matcher reads `plain` or `fold`ed text; whoever shows what it read needs the place of that in
the original.
"""

from __future__ import annotations

import re
import unicodedata
from array import array
from collections.abc import Callable
from dataclasses import dataclass
from functools import lru_cache

from claims.extraction.plain import ACCENTS, DOUBLED, SPACE, fold, plain, simple_signs
from claims.extraction.repair import GLOSS
from claims.extraction.types import Span
from claims.extraction.view import View, substitute, view_of

# Composed and taken apart together: a character, and the marks that are set on it.
_CLUSTER = re.compile(r".[\u0300-\u036f\u3099\u309a\uff9e\uff9f]*", re.DOTALL)
_EACH = re.compile(r".", re.DOTALL)


@dataclass(frozen=True, slots=True)
class Found:
    """Something seen in a text as it is compared; `start` counts that text's code points."""

    wording: str
    start: int

    @property
    def end(self) -> int:
        """Return where it ends, exclusive."""
        return self.start + len(self.wording)


NOWHERE = Found("", 0)


def found(match: re.Match[str]) -> Found:
    """Return what a pattern matched in a text as it is compared."""
    return Found(match.group(), match.start())


def in_plain(text: str, seen: Found) -> Span | None:
    """Return where in `text` stands what was seen in `plain(text)`; None if that is not known."""
    return _place(plain_places(text), plain(text), seen)


def in_fold(text: str, seen: Found) -> Span | None:
    """Return where in `text` stands what was seen in `fold(text)`; None if that is not known."""
    return _place(fold_places(text), fold(text), seen)


def _place(view: View, compared: str, seen: Found) -> Span | None:
    # Rare scripts are composed across what is taken here for one character.
    if view.text != compared or compared[seen.start : seen.end] != seen.wording:
        return None
    return view.span(seen.start, seen.end) if seen.wording else None


@lru_cache(maxsize=512)
def plain_places(text: str) -> View:
    """Return the view whose text is that of `plain`."""
    view = _rewritten(view_of(text), _CLUSTER, lambda each: unicodedata.normalize("NFKC", each))
    view = substitute(view, GLOSS, r"\1")
    view = _rewritten(view, _CLUSTER, _without_accents)
    view = substitute(view, DOUBLED, r"\1")
    view = View(simple_signs(view.text), view.starts, view.ends)
    return _stripped(substitute(view, SPACE, " "))


@lru_cache(maxsize=512)
def fold_places(text: str) -> View:
    """Return the view whose text is that of `fold`."""
    return _rewritten(plain_places(text), _EACH, str.casefold)


def _without_accents(cluster: str) -> str:
    bare = ACCENTS.sub("", unicodedata.normalize("NFD", cluster))
    return unicodedata.normalize("NFC", bare)


def _rewritten(view: View, pattern: re.Pattern[str], rewrite: Callable[[str], str]) -> View:
    """Return the view with each match rewritten; most matches stay as they are."""
    pieces: list[str] = []
    starts, ends = array("L"), array("L")
    for match in pattern.finditer(view.text):
        start, end = match.span()
        new = rewrite(match.group())
        pieces.append(new)
        if new == match.group():
            starts += view.starts[start:end]
            ends += view.ends[start:end]
        else:
            starts.extend([view.starts[start]] * len(new))
            ends.extend([view.ends[end - 1]] * len(new))
    return View("".join(pieces), starts, ends)


def _stripped(view: View) -> View:
    start = len(view.text) - len(view.text.lstrip())
    end = len(view.text.rstrip())
    return View(view.text[start:end], view.starts[start:end], view.ends[start:end])

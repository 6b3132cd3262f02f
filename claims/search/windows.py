"""The part of a long text that is worth folding to mark what was asked for.

To fold and read all of an article takes some milliseconds, and a page shows twenty.
"""

from __future__ import annotations

from collections.abc import Iterator

from claims.extraction.folding import simplify
from claims.extraction.types import Span
from claims.search.term import Term

WIDTH = 1200  # code points: several times a snippet
_NO_WORD = tuple("#*@~")


def window_of(text: str, term: Term) -> Span:
    """Return the stretch, at most WIDTH long, with the most different words of `term`.

    The whole text where it is short, and where no word stands as it was asked: an amount is
    written in many ways.
    """
    whole = Span(0, len(text))
    if len(text) <= WIDTH:
        return whole
    simple = simplify(text).lower()
    if len(simple) != len(text):  # "İ" in lower case is two
        return whole
    places = sorted(_places(simple, term))
    if not places:
        return whole
    best, most, first = 0, 0, 0
    for at, (place, _word) in enumerate(places):
        while place - places[first][0] > WIDTH // 2:
            first += 1
        different = len({word for _place, word in places[first : at + 1]})
        if different > most:
            best, most = places[first][0], different
    start = max(0, best - WIDTH // 4)
    return Span(start, min(len(text), start + WIDTH))


def _places(simple: str, term: Term) -> Iterator[tuple[int, str]]:
    for word in (*term.lexemes, *term.prefixes):
        if word.startswith(_NO_WORD):
            continue
        at = simple.find(word)
        for _ in range(50):  # of one word, no more tell where the others are
            if at < 0:
                break
            yield at, word
            at = simple.find(word, at + WIDTH // 20)

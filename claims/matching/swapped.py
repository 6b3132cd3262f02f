"""Whether two texts give the same numbers and say them of opposite things.

"Killed 5 people and injured 20" and "killed 20 people and injured 5" have every word and every
figure in common.
"""

from __future__ import annotations

import re
from itertools import combinations

from claims.extraction.plain import fold

_NUMERAL = re.compile(r"\d+(?:[.,]\d+)*")
_WORD = re.compile(r"[a-z]+|[㐀-鿿]")
_NEAR = 2  # words before and behind that say what a number is of


def are_swapped(left: str, right: str) -> bool:
    """Say whether two numbers of both stand in opposite order, each among the other's words.

    What is only told in another order keeps its words: "20 injured and 5 killed".
    """
    ours, theirs = _words_by_numeral(left), _words_by_numeral(right)
    both = [numeral for numeral in ours if numeral in theirs]
    order = list(theirs)
    return any(
        order.index(one) > order.index(other)
        and _alike(ours[one], theirs[one]) + _alike(ours[other], theirs[other])
        < _alike(ours[one], theirs[other]) + _alike(ours[other], theirs[one])
        for one, other in combinations(both, 2)
    )


def _alike(ours: frozenset[str], theirs: frozenset[str]) -> int:
    return len(ours & theirs)


def _words_by_numeral(text: str) -> dict[str, frozenset[str]]:
    """Return the words next to each number that stands in the text once, in order."""
    folded = fold(text)
    found = list(_NUMERAL.finditer(folded))
    written = [match.group() for match in found]
    return {
        match.group(): frozenset(
            _WORD.findall(folded, 0, match.start())[-_NEAR:]
            + _WORD.findall(folded, match.end())[:_NEAR]
        )
        for match in found
        if written.count(match.group()) == 1
    }

"""What a statement is about, as ids equal across languages, from the reviewed ``concepts.tsv``.

An embedding tells the topic; two sentences about one company are close whatever they say of it.
The words for what is said (cost, fell, banned) tell apart what the embedding leaves together.
"""

from __future__ import annotations

import re
from collections import defaultdict
from dataclasses import dataclass, field
from functools import cache, lru_cache
from itertools import chain

from claims.extraction.plain import fold
from claims.matching.tables import alternatives, rows

BEGINNING = 5  # characters
_NASALS = {"k": "ng", "p": "m", "s": "ny", "t": "n"}  # of a first letter, after me- and pe-


@dataclass(frozen=True, slots=True)
class Concept:
    """One thing said: its id, how much it tells (0 to 1), and the wording found.

    `start` is its place in the `fold`ed text.
    """

    key: str
    weight: float
    wording: str
    start: int = field(default=0, compare=False)


@dataclass(frozen=True, slots=True)
class _Row:
    key: str
    weight: float
    pattern: re.Pattern[str]


def _nasalised(cell: str) -> tuple[str, ...]:
    """Return the wordings of a cell in Malay, and what prefixes make of words that may have some.

    *turun* has to find "menurun" and "penurunan", *kurang* "mengurangi".
    """
    wordings = alternatives(cell)
    return wordings + tuple(
        f"*{_NASALS[wording[1]]}{wording[2:]}"
        for wording in wordings
        if wording[0] == "*" and wording[1:2] in _NASALS
    )


def _pattern(latin: tuple[str, ...], chinese: tuple[str, ...]) -> re.Pattern[str]:
    # Chinese writes AI and GPU as they are; inside a Latin word ("said") they are nothing.
    latin += tuple(wording for wording in chinese if wording.isascii())
    words = "|".join(
        re.escape(fold(word)).replace(r"\*", "[a-z]*").replace(r"\ ", r"[ -]") for word in latin
    )
    signs = "|".join(re.escape(fold(sign)) for sign in chinese if not sign.isascii())
    # Indonesian and Malay hang -nya, -kan, -i and -an on whole words.
    return re.compile(rf"(?<![a-z])(?:{words})(?:nya|kan|lah)?(?![a-z])|{signs}")


@cache
def _rows() -> tuple[_Row, ...]:
    return tuple(
        _Row(
            key,
            float(weight),
            _pattern(_nasalised(malay) + alternatives(english), alternatives(chinese)),
        )
        for key, weight, malay, english, chinese in rows("concepts.tsv")
    )


@cache
def _places_by_beginning() -> dict[str, set[int]]:
    """Return the places of the rows by the first letters of their wordings."""
    places: dict[str, set[int]] = defaultdict(set)
    for place, (_key, _weight, malay, *others) in enumerate(rows("concepts.tsv")):
        for wording in chain(_nasalised(malay), *map(alternatives, others)):
            # "*henti*" is in a text wherever "henti" is.
            letters = re.split(r"[* -]+", fold(wording).lstrip("*"))[0]
            places[letters[:BEGINNING]].add(place)
    return places


@lru_cache(maxsize=4096)
def concepts(text: str) -> tuple[Concept, ...]:
    """Return what the text speaks of, each concept once.

    Searched are only the rows of which a wording's first letters are in the text: to search all
    took many times as long, a third of what a worker did with a new text.
    """
    folded, table = fold(text), _rows()
    found = ((table[place], table[place].pattern.search(folded)) for place in _possible(folded))
    return tuple(
        Concept(row.key, row.weight, match.group(), match.start()) for row, match in found if match
    )


def _possible(folded: str) -> list[int]:
    """Return the places of the rows that a text can match, in the order of the table."""
    starts = range(len(folded))
    pieces = {folded[at : at + size] for at in starts for size in range(1, BEGINNING + 1)}
    places = _places_by_beginning()
    return sorted(set().union(*(places[piece] for piece in pieces & places.keys())))

"""What a statement is about, as ids equal across languages, from the reviewed ``concepts.tsv``.

An embedding tells the topic; two sentences about one company are close whatever they say of it.
The words for what is said (cost, fell, banned) tell apart what the embedding leaves together.
"""

from __future__ import annotations

import re
from dataclasses import dataclass
from functools import cache, lru_cache

from claims.extraction.plain import fold
from claims.matching.tables import alternatives, rows


@dataclass(frozen=True, slots=True)
class Concept:
    """One thing said: its id, how much it tells (0 to 1), and the wording found."""

    key: str
    weight: float
    wording: str


@dataclass(frozen=True, slots=True)
class _Row:
    key: str
    weight: float
    pattern: re.Pattern[str]


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
            _pattern(alternatives(malay) + alternatives(english), alternatives(chinese)),
        )
        for key, weight, malay, english, chinese in rows("concepts.tsv")
    )


@lru_cache(maxsize=4096)
def concepts(text: str) -> tuple[Concept, ...]:
    """Return what the text speaks of, each concept once."""
    folded = fold(text)
    found = ((row, row.pattern.search(folded)) for row in _rows())
    return tuple(Concept(row.key, row.weight, match.group()) for row, match in found if match)

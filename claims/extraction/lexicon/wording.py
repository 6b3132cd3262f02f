"""Tables of words as regular expressions."""

from __future__ import annotations

import re
from collections.abc import Hashable, Iterable, Mapping
from typing import TypeVar

_Value = TypeVar("_Value", bound=Hashable)


def any_of(words: Iterable[str]) -> str:
    """Return an alternation of literal words, the longest first, each ending at a word's end."""
    listed = sorted(words, key=len, reverse=True)
    return "(?:" + "|".join(re.escape(word) + _edge(word) for word in listed) + ")"


def _edge(word: str) -> str:
    latin = word[-1].isascii() and word[-1].isalnum()
    return r"(?![A-Za-z])" if latin else ""


def alternatives(block: str) -> str:
    """Return an alternation of the regular expressions in `block`, one to a line."""
    lines = (line.strip() for line in block.splitlines())
    return "|".join(line for line in lines if line)


def formulas(block: str, *opened: tuple[str, str]) -> str:
    """Return `alternatives` of `block`; of a pair, the first stands before any of the second's."""
    rest = (f"{start}(?:{alternatives(ends)})" for start, ends in opened)
    return "|".join([alternatives(block), *rest])


def words(block: str) -> str:
    """Return `alternatives` that begin and end where words do."""
    return rf"\b(?:{alternatives(block)})\b"


def word_set(block: str) -> frozenset[str]:
    """Return the words of a block set apart by spaces."""
    return frozenset(block.split())


def spread(table: Mapping[_Value, str]) -> dict[str, _Value]:
    """Turn a table of words set apart by | per value into one of the value per word."""
    return {word: value for value, listed in table.items() for word in listed.split("|")}

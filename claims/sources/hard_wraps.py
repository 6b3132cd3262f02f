"""Lines that were broken to fit a width, put together again: a sentence ends at no such break."""

from __future__ import annotations

import re
import unicodedata
from itertools import pairwise

WIDTHS = range(50, 101)  # columns; mail breaks at 72 to 78
# An item of a list, a quoted line, a line of signs: each begins anew.
_BEGINS_ANEW = re.compile(r"\s|[-*•·>#=_|]|\d{1,2}[.)]\s")
_WIDE = frozenset("WF")


def joined(first: str, second: str) -> str:
    """Return two lines as one, with a blank unless their script has none."""
    if first.endswith("-") and first[-2:-1].isalnum():
        return _hyphened(first[:-1], second)
    is_close = not first or not second or _is_close(first[-1], second[0])
    return f"{first}{second}" if is_close else f"{first} {second}"


def _hyphened(first: str, second: str) -> str:
    """Join a word broken at a hyphen, which stays in "anak-anak" and in "COVID-19"."""
    before, after = re.split(r"[\s(“\"]", first)[-1], (second.split(maxsplit=1) or [""])[0]
    is_doubled = after.casefold().startswith(before.casefold())
    keeps = is_doubled or not (first[-1:].islower() and second[:1].islower())
    return f"{first}-{second}" if keeps else f"{first}{second}"


def first_word(line: str) -> str:
    """Return what would have had to fit behind the line before: a word, or one character."""
    return line[:1] if _is_wide(line[:1] or " ") else (line.split(maxsplit=1) or [""])[0]


def unwrapped(text: str) -> str:
    """Return `text` with the lines of each paragraph joined that were broken at one width.

    A line goes on in the next one if the next one's first word would not have fitted.
    """
    lines = text.split("\n")
    width = max((columns(line) for line in lines if columns(line) in WIDTHS), default=0)
    if not width or sum(columns(line) > width for line in lines) > len(lines) // 10:
        return text
    kept = lines[:1]
    for before, line in pairwise(lines):
        needed = columns(before) + 1 + columns(first_word(line))
        if before and line and needed > width and not _BEGINS_ANEW.match(line):
            kept[-1] = joined(kept[-1], line)
        else:
            kept.append(line)
    return "\n".join(kept)


def columns(line: str) -> int:
    """Return how wide a line is where Chinese characters take two columns."""
    return len(line) + sum(_is_wide(character) for character in line)


def _is_close(before: str, after: str) -> bool:
    """Say whether no blank stands between two characters: beside the full-width sign "：" none."""
    signs = any(_is_wide(each) and unicodedata.category(each)[0] == "P" for each in before + after)
    return signs or (_is_wide(before) and _is_wide(after))


def _is_wide(character: str) -> bool:
    return unicodedata.east_asian_width(character) in _WIDE

"""The text of a comment in pieces: words, names of people, addresses. Pure.

A page shows each piece by itself, so that nothing in a text is ever taken for markup.
"""

from __future__ import annotations

import re
from collections.abc import Collection, Iterator
from dataclasses import dataclass

from reviews.domain.mentions import mentions

# Visible ASCII: in "见https://a.example/b。" the stop is Chinese, and so is what follows it.
ADDRESS = re.compile(r"https?://[!#-;=?-~]+")
# What ends a sentence or closes a bracket around an address is not part of it.
CLOSING = ".,;:!?'\"*_~"
BRACKETS = {")": "(", "]": "[", "}": "{"}


@dataclass(frozen=True, slots=True)
class Piece:
    """Part of a text: of a mention the `name` is the user name, of an address `url` is whole."""

    text: str
    name: str = ""
    url: str = ""


def pieces(text: str, names: Collection[str]) -> list[Piece]:
    """Return `text` in pieces, which together are the text; `names` are those it may mention."""
    found: list[Piece] = []
    end = 0
    for start, piece in sorted(_marked(text, names), key=lambda each: each[0]):
        if start < end:
            continue  # a name inside an address: https://social.example/@budi
        if start > end:
            found.append(Piece(text[end:start]))
        found.append(piece)
        end = start + len(piece.text)
    return [*found, Piece(text[end:])] if end < len(text) else found


def _marked(text: str, names: Collection[str]) -> Iterator[tuple[int, Piece]]:
    for match in ADDRESS.finditer(text):
        url = _without_closing(match.group())
        if not url.endswith("://"):
            yield match.start(), Piece(url, url=url)
    for each in mentions(text, names):
        yield each.start, Piece(text[each.start : each.end], name=each.name)


def _without_closing(url: str) -> str:
    """Return the address without what closes around it: "(see https://a.example/b)." """
    end = len(url)
    while end and (url[end - 1] in CLOSING or _closes_nothing(url[:end])):
        end -= 1
    return url[:end]


def _closes_nothing(url: str) -> bool:
    opening = BRACKETS.get(url[-1])
    return opening is not None and url.count(opening) < url.count(url[-1])

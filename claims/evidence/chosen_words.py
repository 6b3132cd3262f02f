"""Which span of a text a person chose: by its offsets and words, or by its words alone."""

from __future__ import annotations

import re

from claims.evidence.quotations import find_same
from claims.extraction.types import Span


def span_chosen(text: str, words: str, span: Span) -> Span | None:
    """Return `span` without the blanks around it, or None when it does not read `words`.

    White space is not compared: a page shows line breaks of the text as it likes.
    """
    chosen = span.of(text)
    if not (0 <= span.start < span.end <= len(text)) or _bare(chosen) != _bare(words):
        return None
    left = len(chosen) - len(chosen.lstrip())
    right = len(chosen) - len(chosen.rstrip())
    return Span(span.start + left, span.end - right) if left < len(chosen) else None


def span_of_words(text: str, words: str) -> Span | None:
    """Return where `words` stand in `text` first: as they are but for white space, so that signs at
    their ends count too; else but for case, script and signs. None where they do not.
    """
    pieces = words.split()
    same = re.search(r"\s+".join(map(re.escape, pieces)), text) if pieces else None
    if same:
        return Span(*same.span())
    found = find_same(text, words)
    return found.span if found else None


def holds_anything(words: str) -> bool:
    """Say whether there is a letter or a digit among `words`."""
    return any(character.isalnum() for character in words)


def _bare(text: str) -> str:
    return "".join(text.split())

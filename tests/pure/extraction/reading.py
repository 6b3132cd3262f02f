"""How the tests of extraction read a text."""

from __future__ import annotations

from claims.extraction.pipeline import extract
from claims.extraction.types import Sentence


def sentences_of(text: str, language: str | None = None) -> dict[str, Sentence]:
    """Return the sentences of `text` by their verbatim wording."""
    extraction = extract(text, language=language)
    return {text[s.start : s.end]: s for s in extraction.sentences}


def sentence_with(text: str, part: str, language: str | None = None) -> Sentence:
    """Return the one sentence that has `part` in it."""
    found = [s for wording, s in sentences_of(text, language).items() if part in wording]
    assert len(found) == 1, f"{part!r} stands in {len(found)} sentences"
    return found[0]

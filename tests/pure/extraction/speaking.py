"""How the tests of speakers ask who says it."""

from __future__ import annotations

from claims.extraction.folding import simplify
from claims.extraction.languages import language_of
from claims.extraction.quotations import quotations_in
from claims.extraction.repair import repair
from claims.extraction.sentences import split
from claims.extraction.speakers import speakers_of


def said_by(text: str) -> str | None:
    """Return who says the first sentence of `text`, None where nobody is said to."""
    view = repair(text)
    spans = split(view, language_of(view.text))
    said = speakers_of(view.text, simplify(view.text), spans, quotations_in(view.text))
    return said[0].name if said[0] else None

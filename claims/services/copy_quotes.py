"""A quotation looked for in a copy: in the text of its article, then in all that is seen of it."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass

from claims.evidence.quotations import Found, find_quote
from claims.extraction.types import Span
from claims.models import QuoteFound, StoredCopy
from claims.services.copy_texts import whole_text
from claims.sources.vault_files import file_open


@dataclass(frozen=True, slots=True)
class Passage:
    """A passage of `text`, and how it was found there."""

    text: str
    span: Span
    how: QuoteFound

    @property
    def wording(self) -> str:
        """Return the passage as the page has it."""
        return self.span.of(self.text)

    @property
    def is_as_quoted(self) -> bool:
        """Return whether nothing but spaces, case and the like tells it from the quotation."""
        return self.how != QuoteFound.FUZZY


def quote_found(copy: StoredCopy, quote: str) -> str:
    """Return how `quote` stands in the copy, "" if nothing is quoted."""
    if not quote:
        return ""
    texts = list(copy_texts(copy))
    if not any(text.strip() for text in texts):
        return QuoteFound.NO_TEXT.value
    passage = passage_in(iter(texts), quote)
    return passage.how.value if passage else QuoteFound.MISSING.value


def copy_texts(copy: StoredCopy) -> Iterator[str]:
    """Yield the text of the article, then all that is seen of the page if its file is there."""
    yield copy.text
    try:
        with file_open(copy.stored_as) as file:
            body = file.read()
    except FileNotFoundError:
        return
    whole = whole_text(body, copy.media_type)
    if whole != copy.text:
        yield whole


def passage_in(texts: Iterator[str], quote: str) -> Passage | None:
    """Return where `quote` stands in the first of `texts` that has it, as quoted if any has."""
    alike: list[tuple[Found, Passage]] = []
    for text in texts:
        found = find_quote(text, quote)
        if found is None:
            continue
        passage = Passage(text, found.span, QuoteFound(found.how))
        if passage.is_as_quoted:
            return passage
        alike.append((found, passage))
    return max(alike, key=lambda each: each[0].likeness)[1] if alike else None

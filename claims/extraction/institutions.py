"""Institutions written small, as "the transport ministry" or "pihak kepolisian", as speakers."""

from __future__ import annotations

import re

from claims.extraction.lexicon.speech import BEFORE_A_VERB, INSTITUTIONS, VOICES
from claims.extraction.types import Span

# In English the institution's noun ends its phrase, or "of" goes on; in Indonesian it begins it.
_NO_LINK = r"(?!(?:of|at|from|in|for|by|with|who|and|or|that|to|on|a|an|its|his|her|their)\b)"
_GOES_ON = r"(?!(?:the|will|would|has|had|have|was|were|is|are|can|could|may|might|more|some)\b)"
_WORD = r"[^\W\d][\w'’-]*"
_MORE = rf"(?: {_NO_LINK}{_GOES_ON}{_WORD})"
# Before the verb the phrase ends where the verb does not; after "according to" only a comma, a
# number or the end tells "the league of nurses" from "the league of nurses prices fell".
_TO_THE_VERB = rf"{_MORE}{{0,3}}?"
_TO_ITS_END = rf"(?:{_MORE}{{1,3}}(?=\s*(?:[,\d]|\Z)))?"


def _english(whose: str) -> str:
    """Return the pattern; `whose` follows "of": "the union of dock workers"."""
    return (
        rf"(?:[Tt]he |[Aa]n? )?(?P<en>(?:{_NO_LINK}[\w'’-]+ ){{0,4}}?"
        rf"(?:{INSTITUTIONS['en']})\b(?: of (?:the |an? )?{_NO_LINK}{_WORD}{whose})?)"
        r"(?:['’]s? (?:\w+ )?(?:report|study|data|figures|survey|statement))?"
        rf"(?: (?:{VOICES['en']}))?"
    )


_NO_LINK_ID = (
    r"(?!(?:yang|di|dari|pada|melalui|lewat|untuk|dalam|oleh|dan|atau|juga|pun|itu|ketika|saat"
    r"|waktu|masa)\b)"
)
_INDONESIAN = (
    rf"(?:[Pp]ihak |[Mm]anajemen )?(?P<id>(?i:{INSTITUTIONS['id']})\b"
    rf"(?: {_NO_LINK_ID}[\w-]+){{0,3}}?)"
    r"(?: (?:itu|ini|tersebut|setempat))?"
)
_OPENS = r"(?:\A|,|\b(?:[Nn]amun|tetapi|tapi|dan|but|and|as|while)\s)\s*"
_BEFORE = re.compile(
    rf"{_OPENS}(?:{_english(_TO_THE_VERB)}|{_INDONESIAN})(?: (?:{BEFORE_A_VERB})){{0,3}}\s+\Z"
)
_AFTER = re.compile(rf"\s*(?:{_english(_TO_ITS_END)}|{_INDONESIAN})")


def institution_before(text: str, subject: Span) -> Span | None:
    """Return the institution a subject consists of, the verb's adverbs apart."""
    return _named(_BEFORE.search(subject.of(text)), subject.start)


def institution_after(text: str, phrase: Span) -> Span | None:
    """Return the institution a phrase after "kata" or "according to" begins with."""
    return _named(_AFTER.match(phrase.of(text)), phrase.start)


def _named(match: re.Match[str] | None, offset: int) -> Span | None:
    if match is None:
        return None
    start, end = match.span("en" if match["en"] else "id")
    return Span(offset + start, offset + end)

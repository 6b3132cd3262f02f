"""The organisation a sentence is about, so that "the company said" after it means that one."""

from __future__ import annotations

import re
from functools import lru_cache

from claims.extraction.han import HAN
from claims.extraction.lexicon.actors import CHINESE_ACTORS, LATIN_PLACES
from claims.extraction.names import is_person, is_role, names_in
from claims.extraction.speaker_names import Cast
from claims.extraction.types import Span

_CHINESE_SUBJECT = re.compile(
    rf"\s*(?P<who>{CHINESE_ACTORS}|[A-Z][A-Za-z]+|{HAN}{{2,8}}(?:公司|集团))(?!.{{0,2}}[·•・])"
)
_INSIDE = re.compile(r"(?<=[a-z,] )[A-Z]\w+")


def chinese_organisation(text: str, folded: str, sentence: Span) -> str | None:
    """Return the organisation a Chinese sentence opens with, as written."""
    named = _CHINESE_SUBJECT.match(folded, sentence.start, sentence.end)
    return text[slice(*named.span("who"))] if named else None


def latin_organisation(text: str, sentence: Span, cast: Cast) -> str | None:
    """Return the organisation a sentence opens with: no person, place, office or product."""
    run = next(names_in(text, sentence, opening=False), None)
    if run is None or text[sentence.start : run.start].strip('"“ '):
        return None
    name = run.of(text).removesuffix("'s").removesuffix("’s")
    words = name.casefold().split()
    if any(c.isdigit() for c in name) or any(is_role(word) for word in words):
        return None
    if words[0] in cast.parts or words[-1] in LATIN_PLACES:
        return None
    if len(words) > 1:
        return None if is_person(name) else name
    # "Permintaan …" opens a sentence with a capital too; a name has one in the middle of others.
    return name if name in _names_inside(text) else None


@lru_cache(maxsize=4)
def _names_inside(text: str) -> frozenset[str]:
    """Return the capitalised words that follow others; kept, as every sentence asks."""
    return frozenset(_INSIDE.findall(text))

"""People called by their office: "The governor said" after "Governor Ann Cole"."""

from __future__ import annotations

import re
from bisect import bisect_right
from collections import defaultdict
from collections.abc import Iterable, Mapping

from claims.extraction.lexicon.people import HOLDERS, LATIN_HONORIFICS
from claims.extraction.lexicon.speech import BEFORE_A_VERB
from claims.extraction.lexicon.wording import any_of
from claims.extraction.types import Span

_ROLE = rf"(?P<role>(?i:{any_of(HOLDERS)}))\b"
_REFERENCE = (
    rf"(?:(?:[Tt]he|[Ss]ang) {_ROLE}|(?P<own>(?i:{any_of(HOLDERS)})) (?:itu|tersebut|ini))\b"
)
_BEFORE = re.compile(rf"(?:\A|,)\s*{_REFERENCE}(?: (?:{BEFORE_A_VERB})){{0,3}},?\s+\Z")
_AFTER = re.compile(rf"\s*{_REFERENCE}")
_WORD = re.compile(r"[\w'-]+")
_NEAR = 60  # characters between a name and the office written before or after it

Roles = Mapping[str, list[tuple[int, str]]]


def role_before(text: str, subject: Span) -> Span | None:
    """Return the office a subject consists of."""
    return _named(_BEFORE.search(subject.of(text)), subject.start)


def role_after(text: str, phrase: Span) -> Span | None:
    """Return the office a phrase after "said" begins with."""
    return _named(_AFTER.match(phrase.of(text)), phrase.start)


def is_reference(word: str) -> bool:
    """Say whether a found speaker is an office, not a name."""
    return word.casefold() in HOLDERS


def roles_of(text: str, people: Iterable[tuple[Span, str, Span]]) -> Roles:
    """Return who holds each office: people are (where, full name, sentence), in order."""
    found: dict[str, list[tuple[int, str]]] = defaultdict(list)
    for where, name, sentence in people:
        before = text[max(sentence.start, where.start - _NEAR) : where.start]
        after = text[where.end : min(sentence.end, where.end + _NEAR)]
        for word in (*_offices(before.rpartition(",")[2]), *_apposed(after)):
            found[word].append((where.start, name))
    return dict(found)


def holder(roles: Roles, role: str, at: int) -> str | None:
    """Return the one last named with an office before `at`, or None."""
    known = roles.get(role.casefold(), [])
    before = bisect_right(known, (at, ""))
    return known[before - 1][1] if before else None


def _apposed(after: str) -> list[str]:
    """Return the offices of "Ann Cole, the city engineer, said"."""
    return _offices(after.split(",")[1]) if after.startswith(",") else []


def _offices(written: str) -> list[str]:
    words = [word.casefold() for word in _WORD.findall(written)]
    return [word for word in words if word in HOLDERS and word not in LATIN_HONORIFICS]


def _named(match: re.Match[str] | None, offset: int) -> Span | None:
    if match is None:
        return None
    start, end = match.span("role" if match["role"] else "own")
    return Span(offset + start, offset + end)

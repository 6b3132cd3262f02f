"""Who says a sentence in Indonesian, Malay or English."""

from __future__ import annotations

import re

from claims.extraction.attribution import LAST_SPEAKER
from claims.extraction.lexicon.people import LATIN_TITLES, ROLES_OF_AN_ORGANISATION
from claims.extraction.lexicon.speech import (
    PRONOUNS,
    SOURCES,
    SPEAKER_AFTER,
    SPEAKER_IN_VERB,
    SUBJECT_FIRST,
)
from claims.extraction.names import names_in
from claims.extraction.types import Span

_VERB = re.compile(rf"\b(?:{SUBJECT_FIRST['id']}|{SUBJECT_FIRST['en']})\b", re.IGNORECASE)
_AFTER = re.compile(
    rf"(?:[\"”’'»,，]|[.!?][\"”]|(?<=[\"”]))\s*\b(?:{SPEAKER_AFTER['id']}|{SPEAKER_AFTER['en']})\b\s*,?\s+(?P<who>(?:[^\"“”.;]|\.(?=[\w ]))"
    + r"{2,160})"
)
_SOURCE = re.compile(
    rf"\b(?:{SOURCES['id']}|{SOURCES['en']})\s+(?P<who>[^\"“”.;:]{{2,120}})", re.IGNORECASE
)
_PRONOUN = re.compile(
    rf"\b(?:{PRONOUNS['id']}|{PRONOUNS['en']})\b\s*(?:\w+\s+){{0,2}}\Z", re.IGNORECASE
)
_PRONOUN_AFTER = re.compile(rf"(?:{PRONOUNS['id']}|{PRONOUNS['en']})\b", re.IGNORECASE)
_IN_VERB = re.compile(SPEAKER_IN_VERB, re.IGNORECASE)
_PLACED = re.compile(
    r"\b(?:dari|daripada|di|pada|of|at|from|in|on|for|untuk|bidang|oleh|by|kepada|with|dengan|ke|to|as|sebagai)\s+(?:the\s+)?\Z"
)
_CLAUSE = re.compile(
    r".*(?:[;:\"“”]|\b(?:bahwa|that|while|sementara|but|tetapi|yang|which|because|karena)\b)",
    re.DOTALL,
)
_LONGEST_SUBJECT = 220


def find(text: str, sentence: Span) -> Span | None:
    """Return where the speaker is named, `LAST_SPEAKER` for "he", None when nobody speaks."""
    for pattern in (_AFTER, _SOURCE):
        match = pattern.search(text, sentence.start, sentence.end)
        if match:
            if _PRONOUN_AFTER.match(match["who"]):
                return LAST_SPEAKER
            named = _first_person(text, Span(*match.span("who")))
            if named:
                return named
    for match in _VERB.finditer(text, sentence.start, sentence.end):
        named = _subject(text, sentence, match.start())
        if named is not None:
            return named
    return LAST_SPEAKER if _IN_VERB.search(text, sentence.start, sentence.end) else None


def person_in(text: str, run: Span) -> Span:
    """Strip titles from the start of a run, and the organisation after a role ("CEO OpenAI Sam Altman")."""
    start, of_organisation = run.start, False
    words = [(match.start() + run.start, match[0]) for match in re.finditer(r"\S+", run.of(text))]
    while len(words) > 1 and words[0][1].strip(".").casefold() in LATIN_TITLES:
        of_organisation |= words[0][1].casefold() in ROLES_OF_AN_ORGANISATION
        words = words[1:]
        start = words[0][0]
    before = text[max(0, run.start - 24) : run.start].split()
    of_organisation |= bool(before) and before[-1].casefold() in ROLES_OF_AN_ORGANISATION
    if of_organisation and len(words) > 2:
        start = words[-2][0]
    return Span(start, run.end)


def _first_person(text: str, where: Span) -> Span | None:
    """Return the person named first, looking past the organisation of a role."""
    comma = text.find(",", where.start, where.end)
    near = Span(where.start, comma if comma > 0 else where.end)
    for part in (near, where):
        runs = [run for run in _runs(text, part) if not _placed(text, run)]
        people = [
            person
            for person in (person_in(text, run) for run in runs)
            if not _is_title(text, person)
        ]
        if people:
            return next((person for person in people if " " in person.of(text)), people[0])
    return None


def _subject(text: str, sentence: Span, verb: int) -> Span | None:
    """Return the subject of a speech verb: the name before it, past an apposition."""
    begun = max(sentence.start, verb - _LONGEST_SUBJECT)
    clause = _CLAUSE.match(text, begun, verb)
    begun = clause.end() if clause else begun
    if _PRONOUN.search(text, begun, verb):
        return LAST_SPEAKER
    chunks = _chunks(text, begun, verb)
    if not chunks:
        return None
    if not text[chunks[-1].start : chunks[-1].end].strip():
        return _before_apposition(text, chunks[:-1])
    return _in_phrase(text, chunks[-1])


def _chunks(text: str, start: int, end: int) -> list[Span]:
    cuts = [match.start() for match in re.compile(",").finditer(text, start, end)]
    edges = [start, *(cut + 1 for cut in cuts)]
    return [Span(a, b) for a, b in zip(edges, [*cuts, end], strict=True)]


def _before_apposition(text: str, chunks: list[Span]) -> Span | None:
    """Return the name before "…, CEO OpenAI, mengakui": the chunk that is a name and no more."""
    for chunk in reversed(chunks[:-1] or chunks):
        for run in _runs(text, chunk):
            person = person_in(text, run)
            rest = text[chunk.start : run.start].split()
            if (
                run.end >= chunk.end - 1 - 40
                and len(rest) <= 4
                and not _is_title(text, person)
                and not _placed(text, run)
            ):
                return person
    return None


def _in_phrase(text: str, chunk: Span) -> Span | None:
    """Return the head of a noun phrase: the last name that no preposition leads in."""
    runs = _runs(text, chunk)
    heads = [run for run in runs if not _placed(text, run)]
    if not heads:
        return None
    person = person_in(text, heads[-1])
    near = text[heads[-1].end : chunk.end].split()
    if len(near) > 10 or _is_title(text, person):
        return None
    return person


def _runs(text: str, part: Span) -> list[Span]:
    return (
        list(names_in(text, Span(part.start - 2, part.end) if part.start >= 2 else part))
        if part.end > part.start
        else []
    )


def _placed(text: str, run: Span) -> bool:
    return _PLACED.search(text, max(0, run.start - 16), run.start) is not None


def _is_title(text: str, run: Span) -> bool:
    return all(word.strip(".").casefold() in LATIN_TITLES for word in run.of(text).split())

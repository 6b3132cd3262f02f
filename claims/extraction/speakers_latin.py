"""Who says a sentence in Indonesian, Malay or English."""

from __future__ import annotations

import re
from collections.abc import Iterator

from claims.extraction.attribution import LAST_ORGANISATION, LAST_SPEAKER
from claims.extraction.lexicon.speech import (
    PRONOUNS,
    SOURCES,
    SPEAKER_AFTER,
    SPEAKER_IN_VERB,
    SUBJECT_FIRST,
    THE_COMPANY,
)
from claims.extraction.names import is_role, names_in, person_in
from claims.extraction.types import Span

_VERB = re.compile(rf"\b(?:{SUBJECT_FIRST['id']}|{SUBJECT_FIRST['en']})\b")
_PHRASE = r"(?P<who>(?:[^\"“”.;:]|\.(?=\s?[\w\"]))" + r"{2,160})"
# ", wrote in a blog post that …" goes on about the saying: the speaker stands before.
_NO_CIRCUMSTANCE = (
    r"(?!(?:in|on|at|that|to|by|during|about|with|after|when|as|it|there|di|bahwa|pada)\b)"
)
_AFTER = re.compile(
    rf"(?:[\"”’'»,，]|[.!?][\"”])\s*(?:{SPEAKER_AFTER['id']}|{SPEAKER_AFTER['en']})\b\s*,?\s+{_NO_CIRCUMSTANCE}{_PHRASE}"
)
_SOURCE = re.compile(
    rf"\b(?:{SOURCES['id']}|{SOURCES['en']})\s+(?:the\s+)?{_PHRASE}", re.IGNORECASE
)
_ANY_PRONOUN = f"{PRONOUNS['id']}|{PRONOUNS['en']}"
_PRONOUN = re.compile(rf"(?:\A|\W)(?:{_ANY_PRONOUN})\s+(?:\w+\s+){{0,3}}\Z", re.IGNORECASE)
_COMPANY = re.compile(
    rf"\s*(?:{THE_COMPANY['id']}|{THE_COMPANY['en']})(?: (?:juga|turut|also|has|had))?\s+\Z",
    re.IGNORECASE,
)
# "Riverbank opened the dam under an MIT licence and claimed": the clause's subject, not its end.
_COORDINATED = re.compile(r"\b(?:dan|serta|sambil|lalu|kemudian|and|then)\s+(?:\w+\s+)?\Z")
_PRONOUN_AFTER = re.compile(rf"(?:{_ANY_PRONOUN})\b|\w+nya\b", re.IGNORECASE)
_IN_VERB = re.compile(SPEAKER_IN_VERB, re.IGNORECASE)
_PLACED = re.compile(
    r"\b(?:dari|daripada|di|pada|of|at|from|in|on|for|untuk|bidang|oleh|by|kepada|with|dengan|ke|to|as"
    r"|sebagai|milik|bagi)\s+(?:the\s+)?\Z"
)
# A subject is looked for no further back than where its clause begins.
_CLAUSE = re.compile(
    r"[;:\"“”]|\b(?:bahwa|bahawa|that|sementara|manakala|but|tetapi|because|karena|kerana|after|setelah)\b"
)
_LONGEST_SUBJECT = 240
_APPOSED = re.compile(r",\s*(?:[a-z]+\s+){0,2}\Z")
_NOTE = re.compile(r"\s*\([^)]{1,40}\)")


def find(text: str, sentence: Span) -> Span | None:
    """Return where the speaker is named, `LAST_SPEAKER` for "he", None when nobody speaks."""
    found = _after_the_quote(text, sentence)
    if found is None:
        found = _before_the_verb(text, sentence)
    if found is None:
        found = _source(text, sentence)
    if found is None and _IN_VERB.search(text, sentence.start, sentence.end):
        return LAST_SPEAKER
    return found


def _after_the_quote(text: str, sentence: Span) -> Span | None:
    for match in _AFTER.finditer(text, sentence.start, sentence.end):
        if _PRONOUN_AFTER.match(match["who"]):
            return LAST_SPEAKER
        if named := _in_apposition(text, Span(*match.span("who")), forwards=True):
            return named
    return None


def _source(text: str, sentence: Span) -> Span | None:
    for match in _SOURCE.finditer(text, sentence.start, sentence.end):
        if _PRONOUN_AFTER.match(match["who"]):
            return LAST_SPEAKER
        if named := _in_apposition(text, Span(*match.span("who")), forwards=True):
            return named
    return None


def _before_the_verb(text: str, sentence: Span) -> Span | None:
    for verb in _VERB.finditer(text, sentence.start, sentence.end):
        if _is_quoted(text, sentence, verb.start()):
            continue
        begun = max(sentence.start, verb.start() - _LONGEST_SUBJECT)
        for mark in _CLAUSE.finditer(text, begun, verb.start()):
            begun = mark.end()
        if _PRONOUN.search(text[begun : verb.start()]):
            return LAST_SPEAKER
        if _COMPANY.match(text[begun : verb.start()]):
            return LAST_ORGANISATION
        subject = Span(begun, verb.start())
        if _COORDINATED.search(subject.of(text)) and (opener := _opener(text, subject)):
            return opener
        apposed = _APPOSED.search(text[begun : verb.start()])
        named = _in_apposition(text, subject, forwards=False) if apposed else _head(text, subject)
        if named is not None:
            return named
    return None


def _opener(text: str, clause: Span) -> Span | None:
    """Return the name a clause begins with."""
    run = next(_runs(text, clause), None)
    return person_in(text, run) if run and not text[clause.start : run.start].strip() else None


def _is_quoted(text: str, sentence: Span, at: int) -> bool:
    """Say whether a quotation is open at `at`: what it says is not who says it."""
    before = text[sentence.start : at]
    return before.count('"') % 2 == 1 or before.count("“") > before.count("”")


def _in_apposition(text: str, phrase: Span, *, forwards: bool) -> Span | None:
    """Return the person of "Ann Cole, kepala teknik kota" or of "the chief, Rebecca Roe".

    One of the parts between commas is a name and nothing else; before a verb it is the last such
    one, after a verb one of the first two.
    """
    chunks = [chunk for chunk in _chunks(text, phrase) if text[chunk.start : chunk.end].strip()]
    if not forwards and len(chunks) > 1 and text[chunks[-1].start : chunks[-1].end].islower():
        chunks.pop()  # the adverb before the verb: ", pernah mendakwa"
    nearest = chunks[:2] if forwards else chunks[::-1]
    for chunk in nearest:
        if person := _bare_name(text, chunk):
            return person
    if not chunks:
        return None
    return _first(text, chunks[0]) if forwards else _head(text, chunks[-1])


def _first(text: str, phrase: Span) -> Span | None:
    people = (person_in(text, run) for run in _runs(text, phrase))
    return next((person for person in people if not is_role(person.of(text))), None)


def _bare_name(text: str, chunk: Span) -> Span | None:
    """Return the chunk's name if it is all there is, a title or an age apart."""
    runs = list(_runs(text, chunk))
    if len(runs) != 1:
        return None
    person = person_in(text, runs[0])
    around = text[chunk.start : person.start] + _NOTE.sub("", text[person.end : chunk.end])
    if any(is_role(word) for word in text[chunk.start : chunk.end].split()[:3]):
        return None
    return person if len(around.split()) <= 1 else None


def _head(text: str, phrase: Span) -> Span | None:
    """Return the head of a noun phrase: the last name no preposition leads in."""
    comma = text.rfind(",", phrase.start, phrase.end)
    runs = list(_runs(text, Span(comma + 1 if comma >= 0 else phrase.start, phrase.end)))
    free = [
        run
        for run in runs
        if run.start == phrase.start or not _PLACED.search(text[max(0, run.start - 16) : run.start])
    ]
    for run in reversed(free):
        person = person_in(text, run)
        if len(text[run.end : phrase.end].split()) <= 14 and not is_role(person.of(text)):
            return person
    return None


def _chunks(text: str, phrase: Span) -> Iterator[Span]:
    start = phrase.start
    while (comma := text.find(",", start, phrase.end)) >= 0:
        yield Span(start, comma)
        start = comma + 1
    yield Span(start, phrase.end)


def _runs(text: str, part: Span) -> Iterator[Span]:
    return (
        run
        for run in names_in(text, part, opening=False)
        if not any(c.isdigit() for c in run.of(text))
    )

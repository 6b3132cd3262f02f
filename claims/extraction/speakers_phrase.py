"""The speaker in a noun phrase of Indonesian, Malay or English: its person or organisation."""

from __future__ import annotations

import re
from collections.abc import Iterator
from itertools import pairwise

from claims.extraction.lexicon.actors import LATIN_PLACES
from claims.extraction.lexicon.function_words import NO_NAMES
from claims.extraction.lexicon.people import (
    DOCUMENTS,
    LATIN_HONORIFICS,
    NO_SPEAKERS,
    PLACES_BEFORE_A_NAME,
)
from claims.extraction.lexicon.speech import BEFORE_A_VERB, COMMON_FORM, PLURAL_PEOPLE, VOICES
from claims.extraction.lexicon.wording import any_of
from claims.extraction.names import capitalised_inside, is_role, names_in, person_in
from claims.extraction.types import Span

_PLACED = re.compile(
    r"\b(?:dari|daripada|di|pada|of|at|from|in|on|for|untuk|bidang|oleh|by|kepada|with|dengan|ke|to|as|via|through|lewat|melalui|akun"
    r"|sebagai|milik|bagi)\s+(?:the\s+)?\Z"
)
# "A spokesman for Harbour Lines", "pengamat di Bank Mandiri": who speaks for it is not named.
_SPOKEN_FOR = re.compile(
    rf"\b(?:{VOICES['en']}) (?:for|at|from|of|with) (?:the )?\Z"
    rf"|\b(?:{VOICES['id']}) (?:di|dari|untuk) \Z"
    # "Data from", "laporan yang dirilis": so does whose data they are.
    rf"|\b{any_of(DOCUMENTS)}(?: [a-z]+){{0,2}} (?:from|by|dari|oleh|milik) (?:the )?\Z",
    re.IGNORECASE,
)
_VOICE = re.compile(rf"(?:{VOICES['en']}|{VOICES['id']}|{BEFORE_A_VERB})", re.IGNORECASE)
_COMMON = re.compile(COMMON_FORM)
_CONTRACTED = re.compile("(?:n['’]t|['’](?:ve|re|ll|d|m))\\Z")
_PLURAL = re.compile(PLURAL_PEOPLE)
# "Ann Cole, a Harbour Lines captain, said", "Ann Cole, PhD, of Harbour Lines, said"
_ASIDE = re.compile(
    r"\s*(?:(?:an?|of|from|at|with|in|which|whose|who|where|when|including|yang|seorang|dari|di|asal"
    r"|bersama)\s|(?:Ph\.?D|M\.?D|MPH|MBA|MSc|BSc|DPhil|Jr|Sr|II|III)\b\.?\s*\Z)"
)
_PARTICIPLE = re.compile("[A-Z][a-z]+(?:ing|ed)")
_NOTE = re.compile(r"\s*\([^)]{1,40}\)")
# "5,6 juta USD", "12 GB": a unit is nobody.
_UNIT = re.compile(r"\d(?: ?(?:ribu|juta|miliar|triliun|million|billion|trillion))? ?\Z")
_OWNER = ("'s ", "’s ")  # "Corvanta's Ann Cole"
_TITLE_BEFORE = re.compile(rf"\s*(?i:{any_of(LATIN_HONORIFICS)})?\.?\s*")
_TOO_FAR = 14  # words between a subject and its verb


def opener_of(text: str, clause: Span) -> Span | None:
    """Return the name a clause begins with."""
    run = next(_runs(text, clause), None)
    if run is None or not _TITLE_BEFORE.fullmatch(text, clause.start, run.start):
        return None
    return person_in(text, run)


def speaker_before(text: str, phrase: Span, *, apposed: bool) -> Span | None:
    """Return the speaker of a phrase before its verb; `apposed` says that a comma ends it."""
    if not apposed:
        return _head(text, phrase)
    chunks = _chunks(text, phrase)
    if len(chunks) > 1 and chunks[-1].of(text).islower():
        chunks.pop()  # the adverb before the verb: ", pernah mendakwa"
    chunks = [chunk for chunk in chunks if _ASIDE.match(chunk.of(text)) is None] or chunks
    for chunk in reversed(chunks):
        if person := _bare_name(text, chunk):
            return person
    return next(filter(None, (_head(text, chunk) for chunk in reversed(chunks))), None)


def speaker_after(text: str, phrase: Span) -> Span | None:
    """Return the speaker of a phrase after its verb: "kepala dinas, Rina Marlina, Senin"."""
    chunks = _chunks(text, phrase)
    opening = _opening_person(text, chunks[0]) if chunks else None
    for chunk in chunks[: 1 if opening else 2]:
        if person := _bare_name(text, chunk):
            return person
    return opening or (_first(text, chunks[0]) if chunks else None)


def _opening_person(text: str, chunk: Span) -> Span | None:
    """Return the name a chunk opens with: "Tirta Wibisana usai rapat di Kantor Bupati".

    None where an office asks for the name after the comma: "Gubernur Jawa Barat, Rina Marlina".
    """
    run = next(_runs(text, chunk), None)
    if run is None or text[chunk.start : run.start].strip():
        return None
    following = text[run.end : chunk.end].split()[:2]
    titled = any(is_role(word) for word in (*run.of(text).split(), *following))
    return None if titled and len(following) < 2 else person_in(text, run)


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
    if any(is_role(word) for word in chunk.of(text).split()[:3]):
        return None
    return person if len(around.split()) <= 1 else None


def _head(text: str, phrase: Span) -> Span | None:
    """Return the head of a noun phrase: the last name no preposition leads in."""
    comma = text.rfind(",", phrase.start, phrase.end)
    runs = list(_runs(text, Span(comma + 1 if comma >= 0 else phrase.start, phrase.end)))
    for run in reversed([run for run in runs if _is_free(text, phrase, run)]):
        person = person_in(text, run)
        far = len(text[run.end : phrase.end].split()) > _TOO_FAR
        named = person.of(text).casefold() not in DOCUMENTS and not is_role(person.of(text))
        if named and not far and not _merely_opens(text, run, phrase):
            return person
    return None


def _is_free(text: str, phrase: Span, run: Span) -> bool:
    before = text[max(phrase.start, run.start - 40) : run.start]
    if before.rstrip().rpartition(" ")[2] in PLACES_BEFORE_A_NAME:
        return False  # "wilayah Karibia menyebutnya": whoever went there
    if run.start == phrase.start or not _PLACED.search(before):
        return True
    place = run.of(text).split()[-1].casefold() in LATIN_PLACES
    return _SPOKEN_FOR.search(before) is not None and not place


def _merely_opens(text: str, run: Span, phrase: Span) -> bool:
    """Say whether a word has its capital from where it stands: "Drone footage", "Farmers say"."""
    name = run.of(text)
    if name.casefold() in NO_SPEAKERS or _CONTRACTED.search(name):
        return True
    opens = not text[phrase.start : run.start].strip('"“ ')
    if not opens or " " in name or not name[1:].islower():
        return False
    if name in capitalised_inside(text):
        return False
    following = text[run.end : phrase.end]
    word = following.split()[0] if following.split() else ""
    indonesian = text.startswith(("me", "ber"), phrase.end)  # as nearly every verb of speech
    noun = indonesian and _COMMON.fullmatch(name)
    people = _PLURAL.search(name) and not word  # "Farmers say"
    participle = _PARTICIPLE.fullmatch(name) and word in NO_NAMES  # "Asked about the reports, …"
    if noun or people or participle:
        return True
    common = following.startswith(" ") and word.isalpha() and word.islower()
    speaks = word in DOCUMENTS or _VOICE.fullmatch(word) is not None
    return common and word not in NO_NAMES and not speaks


def _chunks(text: str, phrase: Span) -> list[Span]:
    marks = [at for at in range(phrase.start, phrase.end) if text[at] == ","]
    edges = [phrase.start - 1, *marks, phrase.end]
    chunks = [Span(a + 1, b) for a, b in pairwise(edges)]
    return [chunk for chunk in chunks if chunk.of(text).strip()]


def _runs(text: str, part: Span) -> Iterator[Span]:
    for whole in names_in(text, part, opening=False):
        owned = max(whole.of(text).rfind(mark) for mark in _OWNER)
        run = Span(whole.start + owned + 3, whole.end) if owned >= 0 else whole
        title = run.of(text).casefold() in LATIN_HONORIFICS and text[run.end : run.end + 1] == "."
        if not title and not _has_digit(run.of(text)) and not _is_unit(text, run):
            yield run


def _has_digit(name: str) -> bool:
    return any(c.isdigit() for c in name)


def _is_unit(text: str, run: Span) -> bool:
    return run.of(text).isupper() and bool(_UNIT.search(text[max(0, run.start - 24) : run.start]))

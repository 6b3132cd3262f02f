"""Who says a sentence in Indonesian, Malay or English."""

from __future__ import annotations

import re

from claims.extraction.attribution import LAST_ORGANISATION, LAST_SPEAKER
from claims.extraction.institutions import institution_after, institution_before
from claims.extraction.lexicon.actors import LATIN_PLACES
from claims.extraction.lexicon.people import DOCUMENTS
from claims.extraction.lexicon.speech import (
    MEDIUM,
    PASSIVE_SOURCE,
    PLANS,
    PRONOUNS,
    SHOWS,
    SOURCES,
    SPEAKER_IN_VERB,
    THE_COMPANY,
)
from claims.extraction.lexicon.speech_verbs import (
    ANSWERS,
    GOES_ON_SAYING,
    IN_WORDS,
    SPEAKER_AFTER,
    SUBJECT_FIRST,
)
from claims.extraction.lexicon.wording import any_of
from claims.extraction.names import capitalised_inside, is_person
from claims.extraction.speaker_roles import role_after, role_before
from claims.extraction.speakers_phrase import opener_of, speaker_after, speaker_before
from claims.extraction.types import Span

_VERB = re.compile(
    rf"\b(?:(?:{SUBJECT_FIRST['id']})(?:nya)?|{SUBJECT_FIRST['en']}|{PLANS['id']}|{PLANS['en']}"
    rf"|(?P<shows>{SHOWS}))\b"
)
_DATA = re.compile(rf"(?:{any_of(DOCUMENTS)})\b", re.IGNORECASE)
# "belum menanggapinya": whoever has not answered says nothing.
_SILENT = re.compile(
    r"\b(?:belum|tidak|enggan|tak)(?: (?:juga|mau|bersedia|kunjung))?"
    r" (?:menanggapi|merespons|menjawab|berkomentar)",
    re.IGNORECASE,
)
# "KUALA LUMPUR, 3 Jun (Kawat) -- ": where it was written says nothing.
_DATELINE = re.compile(r"\s*(?:[A-Z(\d][\w.,/()]* ){1,7}[-–—]{1,2} ?(?=[A-Z\"“])")
# "Beritahu Tirta Wibisana, stok …"
_OPENS = re.compile(rf"\s*(?i:{SPEAKER_AFTER['id']})\s+(?P<who>[^,.;:\"“”]{{2,80}}),", re.ASCII)
_PHRASE = r"(?P<who>(?:[^\"“”.;:]|\.(?=\s?[\w\"]))" + r"{2,160})"
# ", wrote in a blog post that …" goes on about the saying: the speaker stands before.
_NO_CIRCUMSTANCE = (
    r"(?!(?:in|on|at|that|to|by|during|about|with|after|when|as|it|there|di|bahwa|pada"
    r"|today|yesterday|last|this|earlier|later|[A-Z][a-z]+day)\b)"
)
_AFTER = re.compile(
    rf"(?:[\"”’'»,，]|[.!?][\"”])\s*(?:{SPEAKER_AFTER['id']}|{SPEAKER_AFTER['en']})\b\s*,?\s+{_NO_CIRCUMSTANCE}{_PHRASE}"
)
_SOURCE = re.compile(
    rf"\b(?:{SOURCES['id']}|{SOURCES['en']})\s+(?:the\s+)?{_PHRASE}", re.IGNORECASE
)
# "dilaporkan Kompas", not "dilaporkan hilang di Semarang".
_PASSIVE_SOURCE = re.compile(rf"\b(?i:{PASSIVE_SOURCE})\s+(?=[A-Z]){_PHRASE}")
_ANY_PRONOUN = f"{PRONOUNS['id']}|{PRONOUNS['en']}"
_PRONOUN = re.compile(rf"(?:\A|\W)(?:{_ANY_PRONOUN})\s+(?:\w+\s+){{0,3}}\Z", re.IGNORECASE)
_COMPANY = re.compile(
    rf"\s*(?:{THE_COMPANY['id']}|{THE_COMPANY['en']})(?: (?:juga|turut|also|has|had))?\s+\Z",
    re.IGNORECASE,
)
# "Riverbank opened the dam under an MIT licence and claimed", "… ketika mengumumkan laba": the
# verb has the subject the clause began with, not the name right before it.
_COORDINATED = re.compile(
    r"\b(?:dan|serta|sambil|seraya|lalu|kemudian|ketika|saat|and|then|while|when)\s+"
    r"(?:(?!itu|ini)[a-z]+\s+)?\Z"
)
# "…, ia melunakkan ucapannya di platform X, dan menulis": nor X, but who "ia" is.
_SHE_OPENS = re.compile(rf"(?:\A|,)\s*(?:{_ANY_PRONOUN})\s", re.IGNORECASE)
# "Ann Cole (Harbour Lines) said", but an acronym there is a name of its own: it is kept.
_BRACKETED = re.compile(r"\s\((?![A-Z]{2,8}\))[^()]{2,80}\)\s*\Z")
# "Ann Cole -- the engineer who built it -- said"
_DASHED = re.compile(r"\s(?:--|[–—])\s[^–—]{3,160}\s(?:--|[–—])\s*\Z")
_PASSIVE = re.compile(
    r"\b(?:was|were|been|being|be|is|are|got|get)\s+(?:\w+ly\s+|also\s+|not\s+)?\Z"
)
# "The report that Ann Cole commissioned says": the verb is the report's.
_RELATIVE = re.compile(r"\b(?:that|which|whom?)\s+[^,]{0,80}ed\s+\Z")
_PRONOUN_AFTER = re.compile(rf"(?:{_ANY_PRONOUN})\b|\w+nya\b", re.IGNORECASE)
_IN_VERB = re.compile(SPEAKER_IN_VERB, re.IGNORECASE)
_MEDIUM = re.compile(MEDIUM, re.IGNORECASE)
_GOES_ON_SAYING = re.compile(GOES_ON_SAYING)
_ANSWERS = re.compile(ANSWERS)
_IN_WORDS = re.compile(IN_WORDS)
_AND_SHE = re.compile(
    rf"\b(?:and|but|so|dan|tetapi|tapi|lalu|kemudian|maka) (?:{_ANY_PRONOUN})\s+(?:\w+\s+){{0,3}}\Z"
)
# A subject is looked for no further back than where its clause begins.
_CLAUSE = re.compile(
    r"[;:\"“”]|\b(?:bahwa|bahawa|that|sementara|manakala|but|tetapi|because|karena|kerana|after|setelah)\b"
)
_LONGEST_SUBJECT = 240
# "…, the report said", "…, laporan itu menekankan", "…, experts say": none of those before it.
_UNNAMED = re.compile(
    r",\s*(?:(?:the|an?|some|many|most|several|one)(?: [a-z]+){1,3}|[a-z]+ (?:itu|ini|tersebut)"
    r"|(?:experts|officials|researchers|scientists|doctors|authorities|analysts|studies|study))\s+\Z"
)
_APPOSED = re.compile(r",\s*(?:[a-z]+\s+){0,2}\Z")


def find(text: str, sentence: Span) -> Span | None:
    """Return where the speaker is named, a mark of `attribution`, None when nobody speaks.

    What is named may be a role ("The governor"), which the article resolves.
    """
    if dateline := _DATELINE.match(text, sentence.start, sentence.end):
        sentence = Span(dateline.end(), sentence.end)
    found = _after_the_quote(text, sentence)
    if found is None:
        found = _before_the_verb(text, sentence)
    if found is None:
        found = _source(text, sentence)
    if found is None and _IN_VERB.search(text, sentence.start, sentence.end):
        return LAST_SPEAKER
    return found or _by_medium(text, sentence)


def _after_the_quote(text: str, sentence: Span) -> Span | None:
    opened = _OPENS.match(text, sentence.start, sentence.end)
    after = _AFTER.finditer(text, sentence.start, sentence.end)
    for match in (*filter(None, [opened]), *after):
        if _PRONOUN_AFTER.match(match["who"]):
            return LAST_SPEAKER
        if named := _in_phrase(text, Span(*match.span("who"))):
            return named
    return None


def _source(text: str, sentence: Span) -> Span | None:
    for match in _SOURCE.finditer(text, sentence.start, sentence.end):
        if _PRONOUN_AFTER.match(match["who"]):
            return LAST_SPEAKER
        if named := _in_phrase(text, Span(*match.span("who"))):
            return named
    for match in _PASSIVE_SOURCE.finditer(text, sentence.start, sentence.end):
        named = opener_of(text, Span(*match.span("who")))
        if named and named.of(text).split()[-1].casefold() not in LATIN_PLACES:
            return named
    return None


def _in_phrase(text: str, phrase: Span) -> Span | None:
    named = speaker_after(text, phrase)
    return named or institution_after(text, phrase) or role_after(text, phrase)


def _before_the_verb(text: str, sentence: Span) -> Span | None:
    for verb in _VERB.finditer(text, sentence.start, sentence.end):
        begun = max(sentence.start, verb.start() - _LONGEST_SUBJECT)
        before = text[begun : verb.start()]
        if _is_quoted(text, sentence, verb.start()) or _PASSIVE.search(before):
            continue
        if _RELATIVE.search(before):
            continue
        for mark in _CLAUSE.finditer(text, begun, verb.start()):
            begun = mark.end()
        if _SILENT.search(text, begun, verb.end()):
            continue
        if verb["shows"] and not _DATA.search(text, begun, verb.start()):
            continue
        named = _of_subject(text, Span(begun, verb.start()))
        if named and _answers(text, verb, named, begun):
            return named
    return None


def _of_subject(text: str, subject: Span) -> Span | None:
    for aside in (_DASHED, _BRACKETED):
        if told := aside.search(subject.of(text)):
            subject = Span(subject.start, subject.start + told.start() + 1)
    written = subject.of(text)
    if _PRONOUN.search(written):
        return _joined(text, subject) or LAST_SPEAKER
    if _COMPANY.match(written):
        return LAST_ORGANISATION
    if _COORDINATED.search(written):
        if _SHE_OPENS.search(written):
            return LAST_SPEAKER
        if opener := opener_of(text, subject):
            return opener
    unnamed = institution_before(text, subject) or role_before(text, subject)
    if unnamed is None and _UNNAMED.search(written):
        return None
    apposed = _APPOSED.search(written) is not None
    return unnamed or speaker_before(text, subject, apposed=apposed)


def _joined(text: str, subject: Span) -> Span | None:
    """Return whom "she" takes up in "Ann Cole runs the dam, and she thinks": by their full name."""
    joined = _AND_SHE.search(subject.of(text))
    opener = opener_of(text, subject) if joined else None
    return opener if opener and " " in opener.of(text) and is_person(opener.of(text)) else None


def _answers(text: str, verb: re.Match[str], named: Span, begun: int) -> bool:
    """Say whether a verb that needs a person or words has either."""
    if _ANSWERS.fullmatch(verb[0]) is None or _IN_WORDS.match(text, verb.end()):
        return True
    name = named.of(text)
    if not is_person(name) or name.split()[-1].casefold() in LATIN_PLACES:
        return False
    opens = not text[begun : named.start].strip()
    return " " in name or (opens and name in capitalised_inside(text))


def _by_medium(text: str, sentence: Span) -> Span | None:
    """Return whoever opens a sentence that says where it was said, or ", saying that …"."""
    for pattern in (_MEDIUM, _GOES_ON_SAYING):
        shown = pattern.search(text, sentence.start, sentence.end)
        if shown and not _is_quoted(text, sentence, shown.start()):
            return opener_of(text, sentence)
    return None


def _is_quoted(text: str, sentence: Span, at: int) -> bool:
    """Say whether a quotation is open at `at`: what it says is not who says it."""
    before = text[sentence.start : at]
    return before.count('"') % 2 == 1 or before.count("“") > before.count("”")

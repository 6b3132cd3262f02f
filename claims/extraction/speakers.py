"""Who says a sentence: found sentence by sentence, resolved over the article.

A pronoun ("Ia juga menekankan") is carried over from the last person who spoke, a quotation of
several sentences shares the speaker its attribution names, and a short name stands for the full
one.
"""

from __future__ import annotations

import re
from collections.abc import Mapping, Sequence

from claims.extraction import speakers_chinese, speakers_latin
from claims.extraction.attribution import LAST_ORGANISATION, LAST_SPEAKER
from claims.extraction.han import count_han, is_han
from claims.extraction.lexicon.people import CHINESE_SURNAMES
from claims.extraction.names import is_person, names_in, person_in
from claims.extraction.organisations import chinese_organisation, latin_organisation, most_named
from claims.extraction.speaker_names import Cast
from claims.extraction.speaker_names_chinese import (
    chinese_holder,
    chinese_names,
    chinese_opener,
    is_office,
)
from claims.extraction.speaker_roles import holder, is_reference
from claims.extraction.types import Span, Speaker

_QUOTE = re.compile("[“「][^”」]{8,}")
_LABEL = re.compile(r"\s*(?P<who>[A-Z][\w'’-]+(?: [A-Z][\w.'’-]+){0,3}):\s+\S")
_ENDS = frozenset('.。!！?？…；;"”’」』)）]')
_LATIN_WORD = re.compile("[A-Za-z]+")
_DOTTED = re.compile("[·•・]")


def speakers_of(
    text: str, folded: str, sentences: Sequence[Span], quotations: Sequence[Span]
) -> list[Speaker | None]:
    """Return the speaker of every sentence; spans are in the view."""
    cast = Cast.of(text, folded, sentences)
    chinese = [sentence for sentence in sentences if _is_chinese(text, sentence)]
    known = chinese_names(text, folded, chinese, cast.chinese)
    found: list[Speaker | None] = []
    last: str | None = None
    organisation: str | None = None
    for sentence in sentences:
        named = _transcribed(text, sentence, cast) or _named(text, folded, sentence, tuple(known))
        if named is None:
            found.append(None)
            last = _opens_with(text, folded, sentence, cast, known) or last
        elif named == LAST_SPEAKER:
            found.append(Speaker(last) if last else None)
        elif named == LAST_ORGANISATION:
            sofar = Span(0, sentence.start)
            organisation = organisation or most_named(text, folded, sofar)
            found.append(Speaker(organisation) if organisation else None)
        elif is_reference(named.of(text)) or is_office(folded, named):
            holding = _holder(text, folded, named, cast, known)
            found.append(Speaker(holding, named) if holding else None)
            last = holding or last
        else:
            name = _full_name(text, folded, named, cast, known)
            found.append(Speaker(name, named))
            human = _is_human(folded, named, name)
            last = name if last is None or human else last
            organisation = organisation if human else name
        organisation = _organisation(text, folded, sentence, cast) or organisation
    _share_quotations(sentences, quotations, found)
    return found


def _named(text: str, folded: str, sentence: Span, known: Sequence[str]) -> Span | None:
    if _is_chinese(text, sentence):
        return speakers_chinese.find(folded, sentence, known) or _shows(folded, sentence, known)
    return speakers_latin.find(text, sentence)


def _transcribed(text: str, sentence: Span, cast: Cast) -> Span | None:
    """Return the person of an interview's line, "Cole: The bridge …", known by full name."""
    label = _LABEL.match(text, sentence.start, sentence.end)
    if label is None or label["who"].split()[-1].casefold() not in cast.parts:
        return None
    return Span(*label.span("who"))


def _organisation(text: str, folded: str, sentence: Span, cast: Cast) -> str | None:
    if text[sentence.end - 1] not in _ENDS:
        return None  # a heading, the outlet's name
    if _is_chinese(text, sentence):
        return chinese_organisation(text, folded, sentence)
    return latin_organisation(text, sentence, cast)


def _opens_with(
    text: str, folded: str, sentence: Span, cast: Cast, known: Mapping[str, str]
) -> str | None:
    """Return the person a sentence is about, so that "he said" after it means them."""
    if _is_chinese(text, sentence):
        opener = chinese_opener(folded, sentence, known)
        return opener if opener and is_person(opener) else None
    run = next(names_in(text, sentence, opening=False), None)
    if run is None or text[sentence.start : run.start].strip('"“ '):
        return None
    person = person_in(text, run)
    name = cast.full_name(person.of(text), person.start)
    return name if " " in name and is_person(name) else None


def _holder(
    text: str, folded: str, office: Span, cast: Cast, known: Mapping[str, str]
) -> str | None:
    if is_office(folded, office):
        return chinese_holder(folded, office, known)
    return holder(cast.roles, office.of(text), office.start)


def _shows(folded: str, sentence: Span, known: Sequence[str]) -> Span | None:
    """Return the one known person before a quotation that no verb of speech introduces."""
    quote = _QUOTE.search(folded, sentence.start, sentence.end)
    if quote is None:
        return None
    before = {
        name: folded.rfind(name, sentence.start, quote.start()) for name in known if is_person(name)
    }
    people = [Span(at, at + len(name)) for name, at in before.items() if at >= 0]
    return max(people, default=None, key=lambda person: person.end - person.start)


def _is_chinese(text: str, sentence: Span) -> bool:
    han = count_han(sentence.of(text))
    foreign = len(_LATIN_WORD.findall(text, sentence.start, sentence.end))
    return han * 4 > sentence.end - sentence.start or han > 2 * foreign > 0


def _is_human(folded: str, named: Span, name: str) -> bool:
    """Say whether 他 or "she" may mean the one named."""
    if not is_han(name):
        return is_person(name)
    short = named.of(folded)
    surname = short[0] in CHINESE_SURNAMES and len(short) <= 3
    return is_person(name) and (
        surname or bool(_DOTTED.search(name)) or speakers_chinese.is_titled(folded, named)
    )


def _full_name(text: str, folded: str, named: Span, cast: Cast, known: Mapping[str, str]) -> str:
    short = named.of(folded)
    return known[short] if short in known else cast.full_name(named.of(text), named.start)


def _share_quotations(
    sentences: Sequence[Span], quotations: Sequence[Span], found: list[Speaker | None]
) -> None:
    """Give each sentence of a quotation the speaker named at its end, else at its start.

    A quotation nobody is named for goes on from the sentence before ('… she said. "Coal …"').
    """
    first = 0
    for quotation in quotations:
        while first < len(sentences) and sentences[first].end <= quotation.start:
            first += 1
        last = first
        while last < len(sentences) and sentences[last].start < quotation.end:
            last += 1
        named = [speaker for speaker in found[first : last + 1] if speaker]
        if len(named) > 1 or (last < len(found) and sentences[last].start - quotation.end > 1):
            named = [speaker for speaker in found[first:last] if speaker]
        opens = first < last and quotation.start - sentences[first].start <= 1
        if not named and opens and first and found[first - 1]:
            named = [speaker for speaker in found[first - 1 : first] if speaker]
        for at in range(first, last) if named else ():
            inside = min(sentences[at].end, quotation.end) - max(
                sentences[at].start, quotation.start
            )
            if found[at] is None and inside * 2 > sentences[at].end - sentences[at].start:
                found[at] = Speaker(named[-1].name)

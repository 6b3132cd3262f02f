"""Names in Latin script: runs of capitalised words, as "Liang Wenfeng" or "Morgan Stanley"."""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Iterator, Sequence
from functools import lru_cache

from claims.extraction.han import HAN, HAN_RANGES, is_han
from claims.extraction.lexicon.actors import LATIN_PLACES
from claims.extraction.lexicon.function_words import NO_NAMES
from claims.extraction.lexicon.people import (
    CHINESE_ORGANISATION_ENDS,
    DOCUMENTS,
    ENGLISH_OFFICES,
    GOES_ON_A_ROLE,
    LATIN_HONORIFICS,
    LATIN_ROLES,
    ORGANISATION_WORDS,
    PLACES_BEFORE_A_NAME,
    ROLES_OF_AN_ORGANISATION,
)
from claims.extraction.types import Span

# "DeepSeek发布": the name ends where Chinese begins.
_LETTER = rf"[^\W{HAN_RANGES}]"
_END = rf"(?!{_LETTER})"
_WORD = rf"[A-Z](?:{_LETTER}|['’])*(?:[-.][A-Z0-9]{_LETTER}*)*(?:-(?!nya{_END})[a-z]{{2,8}}{_END})?"
_LINK = r"(?: (?:bin|binti|van|von|de|der|al|el|ibn|of)(?= [A-Z]))"
_RUN = re.compile(
    rf"(?<!{_LETTER})(?:{_WORD}|[a-z]{{1,3}}[A-Z]{_LETTER}+)(?:{_LINK}? (?:{_WORD}|[A-Z]\.))*"
)
_HAN_PERSON = re.compile(
    rf"(?!.*(?:{CHINESE_ORGANISATION_ENDS})\Z)(?:{HAN}{{2,5}}|{HAN}+[·•・][{HAN_RANGES}·•・]+)"
)
# A word of a running text: "reuters" in an address says nothing of Reuters.
_SMALL_WORD = re.compile(r"(?<![\w./@#&=-])[a-z]{3,}(?![\w/@]|\.\w)")
_INSIDE = re.compile(r"(?<=[a-z,] )[A-Z]\w+")
_NOUN = re.compile(r"[A-Z][a-z]{3,}nya|(?:Ke|Pe[a-z]{0,3})[a-z]{3,}an")
_ACRONYM = re.compile("[A-Z]{2,3}")
# "Menteri Komunikasi dan Digital Meutya Hafid": the office goes on past the conjunction.
_OFFICE_GOES_ON = re.compile(
    r"(?:Menteri|Minister|Ketua|Kepala|Direktur|Deputi|Secretary)[\w ]{2,40} (?:dan|and|&) \Z"
)


def names_in(text: str, sentence: Span, *, opening: bool = True) -> Iterator[Span]:
    """Yield the runs of a sentence, function words at their start left out.

    `opening` says that the first word is capitalised whatever it is, so it must look like a name.
    """
    for match in _RUN.finditer(text, sentence.start, sentence.end):
        start = match.start()
        while start < match.end():
            word, _, rest = text[start : match.end()].partition(" ")
            first = start <= sentence.start + 1
            common = _is_function_word(word, rest) or (first and _is_common(text, word))
            if not common or _opens_an_institution(word, rest):
                break
            start += len(word) + 1
        end = _before_the_day(text, start, match.end())
        if (article := text.rfind(" The ", start, end)) >= 0:
            start = article + 5  # a headline runs on into "The ministry": its names end there
        plain = opening and start <= sentence.start + 1
        if start < end and (not plain or _surely(text, text[start:end])):
            yield Span(start, end)


def _is_function_word(word: str, rest: str) -> bool:
    """Say whether a word names nothing; an acronym is a name: "WHO", but not in "WHO PAYS NOW"."""
    acronym = len(word) > 1 and word.isupper() and not rest.split(" ", maxsplit=1)[0].isupper()
    return word.casefold() in NO_NAMES and not acronym


def _before_the_day(text: str, start: int, end: int) -> int:
    """Return where a run ends without the day or function word after it: "Ann Cole Selasa"."""
    while (space := text.rfind(" ", start, end)) > start:
        if text[space + 1 : end].casefold() not in NO_NAMES:
            break
        end = space
    return end


def _opens_an_institution(word: str, rest: str) -> bool:
    """Say whether a common word belongs to the name after it: "Kementerian Perdagangan"."""
    following = rest.split(" ", maxsplit=1)[0]
    return bool(rest) and word.casefold() in ORGANISATION_WORDS and not is_role(following)


def _is_common(text: str, word: str) -> bool:
    """Say whether a sentence's first word has a capital only for standing there.

    "Panggilan Cole", "Bridge Cole built": the article writes the word small elsewhere, or it is
    an Indonesian noun of the form "munculnya" or "kemunculan".
    """
    if not (word.isalpha() and word[1:].islower()) or is_role(word):
        return False  # a title is a part of the name that `person_in` reads
    small = _small_words(text)[word.casefold()]
    if small and small >= _capitals_inside(text)[word]:  # a tag "wibisana" makes no common noun
        return True
    return _NOUN.fullmatch(word) is not None and word not in capitalised_inside(text)


@lru_cache(maxsize=4)
def capitalised_inside(text: str) -> frozenset[str]:
    """Return the capitalised words that follow others: names, as no place asks for the capital."""
    return frozenset(_capitals_inside(text))


@lru_cache(maxsize=4)
def _capitals_inside(text: str) -> Counter[str]:
    return Counter(_INSIDE.findall(text))


@lru_cache(maxsize=4)
def _small_words(text: str) -> Counter[str]:
    return Counter(_SMALL_WORD.findall(text))


def _surely(text: str, run: str) -> bool:
    """Say whether a run is a name even where every first word is capitalised."""
    if " " in run or not run[1:].islower() or len(run) == 1:  # "Italy's", "DeepSeek", "X"
        return True
    return run in capitalised_inside(text)


def person_in(text: str, run: Span) -> Span:
    """Strip titles from a run, and the organisation after a role ("CEO Riverbank Ann Cole")."""
    words = [(match.start() + run.start, match[0]) for match in re.finditer(r"\S+", run.of(text))]
    before = text[max(0, run.start - 24) : run.start].split()
    of_organisation = bool(before) and _plain(before[-1]) in ROLES_OF_AN_ORGANISATION
    while len(words) > 1 and _plain(words[0][1]) in DOCUMENTS:
        words = words[1:]
    offices = len(words)
    while len(words) > 1 and _is_titled(words, offices):
        of_organisation |= _plain(words[0][1]) in ROLES_OF_AN_ORGANISATION
        words = words[1:]
    words = _after_the_office(words)
    fewest = 2 if len(words) == offices else 1  # "Presiden AS Brandt", but not "BT Group"
    while len(words) > fewest and any(_ACRONYM.fullmatch(word) for _, word in words[:-1]):
        words = words[1:]  # "Presiden AS Donald Trump", "Sekretaris Perusahaan KCL Arif Rachmadi"
    of_organisation |= _OFFICE_GOES_ON.search(text[max(0, run.start - 60) : run.start]) is not None
    # "Gubernur Jawa Barat Dedi Mulyadi": after an office, four words are a place and a name.
    of_organisation |= len(words) > 3 and len(words) < offices
    if of_organisation and words[-1][1].isupper():
        words = words[-1:]  # "Deputi Bidang Distribusi dan Jasa BPKL": the office has no name
    if of_organisation and len(words) > 2:
        words = words[-2:]
    end = run.end - 2 if run.of(text).endswith(("'s", "’s")) else run.end
    return Span(words[0][0], end)


def _is_titled(words: Sequence[tuple[int, str]], offices: int) -> bool:
    """Say whether the first of the words left of `offices` is no part of the name itself."""
    first = _plain(words[0][1])
    # "Menteri Perindustrian Agus Gumilar": a field between the office and a name of two words.
    field = len(words) > 2 and _NOUN.fullmatch(words[0][1]) is not None
    of_place = len(words) > 2 and first in LATIN_PLACES  # "Presiden Sudan Omar Beshir"
    goes_on = len(words) < offices and (field or of_place or first in GOES_ON_A_ROLE)
    return is_role(first) or first in LATIN_HONORIFICS or goes_on


def _after_the_office(words: list[tuple[int, str]]) -> list[tuple[int, str]]:
    """Cut "Home Affairs Minister Ruth Adler" where the office, of English, ends."""
    for at in range(len(words) - 3, 0, -1):
        if words[at][1][0].isupper() and _plain(words[at][1]) in ENGLISH_OFFICES:
            return words[at + 1 :]
    return words


def is_role(word: str) -> bool:
    """Say whether a word names an office, as "CEO" or "Presidennya"."""
    return _plain(word) in LATIN_ROLES


def is_person(name: str) -> bool:
    """Say whether a name could be a human's: no acronym, no product, no institution."""
    if is_han(name):
        return _HAN_PERSON.fullmatch(name) is not None
    words = name.split()
    if _plain(words[0]) in PLACES_BEFORE_A_NAME:
        return False
    if any(_plain(word) in ORGANISATION_WORDS for word in words) or any(c.isdigit() for c in name):
        return False
    if any(not word[1:].islower() and len(word) > 2 for word in words):
        return False
    return len(words) > 1 or name[1:].islower()


def _plain(word: str) -> str:
    return word.strip(".,'’").casefold().removesuffix("nya")

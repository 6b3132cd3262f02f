"""Who and what a statement names, as keys that are equal across scripts.

Names that differ between scripts (施密特, Schmidt) come from the reviewed ``data/names.tsv``. Other
names are taken as they stand in Latin letters, also inside Chinese text. Model and version names
(V3, GPT-4o) are of a kind of their own: what R1 cost is not what V3 cost.
"""

from __future__ import annotations

import re
from dataclasses import dataclass, field
from functools import cache, lru_cache
from typing import Literal, cast

from claims.extraction.plain import plain
from claims.matching.tables import alternatives, rows, words

Kind = Literal["person", "organisation", "place", "product", "version", "name"]


@dataclass(frozen=True, slots=True)
class Entity:
    """A named thing: `key` is the same in every script, `wording` is as the statement has it.

    `start` is its place in the `plain` text, where it is known: two names are one by their key.
    """

    key: str
    kind: Kind
    wording: str
    start: int = field(default=0, compare=False)


@dataclass(frozen=True, slots=True)
class _Names:
    latin: re.Pattern[str]
    chinese: re.Pattern[str]
    known: dict[str, tuple[str, Kind]]


_VERSION = re.compile(
    r"(?<![A-Za-z0-9$])(?!(?:Rp|RM|Rs|USD|US|AS|S|A|HK|NT|CNY|RMB|IDR|No|pukul)\d)"
    r"(?:[A-Z][A-Za-z]{0,6}-?\d{1,4}(?:\.\d)?[a-zA-Z]{0,2}|o\d)(?![A-Za-z0-9%])"
)
_PLURAL = re.compile(r"(\d)s\Z")  # "2,000 H800s": many of one model
_PLURAL_ACRONYM = re.compile(r"(?<![A-Z])([A-Z]{2,})s\Z")  # "their PINs"
_CAPITAL = re.compile(r"(?<![A-Za-z0-9])[A-Z][A-Za-z]*[a-zA-Z](?:-[A-Z][a-z]+)*(?![A-Za-z])")
# The country in the name of a currency is not spoken of.
_CURRENCY = re.compile(r"\b(?:US|AS|A|S|HK|NT)\$|\b(?:dolar (?:AS|Amerika)|US dollars?)\b")
_SENTENCE_START = re.compile(r"(?:^|[.!?:;。！？：]|[\"“「『‘'(])\s*$")
# A sentence begins with a capital; that this word is a name shows in what follows it.
_AFTER_NAME = re.compile(
    r" [A-Z][a-z]|'s |\(| (?:said|says|told|wrote|argued|added|denied|claimed|announced"
    r"|mengatakan|menyebut|menyatakan|menilai|menegaskan|membantah|berkata|menulis|mengklaim)\b"
)
_NOT_NAMES = words("not_names.txt")


@cache
def _names() -> _Names:
    known: dict[str, tuple[str, Kind]] = {}
    latin: list[str] = []
    chinese: list[str] = []
    for key, kind, in_latin, in_chinese in rows("names.tsv"):
        for wording in alternatives(in_latin):
            known[plain(wording).casefold()] = key, cast("Kind", kind)
            latin.append(plain(wording))
        for wording in alternatives(in_chinese):
            known[wording] = key, cast("Kind", kind)
            chinese.append(wording)
    return _Names(
        latin=re.compile(
            rf"(?<![A-Za-z0-9])(?:{_longest_first(latin)})(?![A-Za-z0-9])", re.IGNORECASE
        ),
        chinese=re.compile(_longest_first(chinese)),
        known=known,
    )


def _longest_first(wordings: list[str]) -> str:
    # By the first letter, which is then compared once: thousands of alternatives are slow.
    by_first: dict[str, list[str]] = {}
    for wording in sorted({*wordings}, key=len, reverse=True):
        by_first.setdefault(wording[0].casefold(), []).append(re.escape(wording[1:]))
    return "|".join(f"{re.escape(first)}(?:{'|'.join(rest)})" for first, rest in by_first.items())


def _written_as_name(wording: str) -> bool:
    # "us" and "as" are words, "US" and "AS" are countries; "deepseek" is nothing but a name.
    if len(wording) <= 3:
        return wording.isupper() or not wording.isalpha()
    return not wording.islower()  # iPhone, pembuat ChatGPT


def _from_table(text: str) -> tuple[list[Entity], str]:
    """Return the entities of the table and the text with their wordings blanked out."""
    names, found = _names(), []

    def take(match: re.Match[str]) -> str:
        wording = match.group()
        if wording[0].isascii() and not _written_as_name(wording):
            return wording
        key, kind = names.known[wording.casefold()]
        found.append(Entity(key, kind, wording, match.start()))
        return "·" * len(wording)

    text = names.latin.sub(take, text)
    return found, names.chinese.sub(take, text)


def _blank(match: re.Match[str]) -> str:
    return "·" * len(match.group())


def _unlisted(text: str) -> list[Entity]:
    found = []
    for match in _CAPITAL.finditer(text):
        word = match.group()
        opens = _SENTENCE_START.search(text[: match.start()][-4:])
        followed = _AFTER_NAME.match(text, match.end())
        plain_word = word[1:].islower()
        if word.casefold() in _NOT_NAMES or (opens and plain_word and not followed):
            continue
        key = _PLURAL_ACRONYM.sub(r"\1", word).casefold()
        found.append(Entity(key, "name", word, match.start()))
    return found


def _version_key(wording: str) -> str:
    return _PLURAL.sub(r"\1", wording.replace("-", "").casefold())


@lru_cache(maxsize=4096)
def entities(text: str) -> tuple[Entity, ...]:
    """Return the entities named in the text, each key once."""
    # What is blanked out keeps its length, so that what is found keeps its place.
    known, rest = _from_table(_CURRENCY.sub(lambda match: _blank(match)[1:] + "$", plain(text)))
    versions = [
        Entity(_version_key(match.group()), "version", match.group(), match.start())
        for match in _VERSION.finditer(rest)
    ]
    rest = _VERSION.sub(_blank, rest)
    first_of: dict[str, Entity] = {}
    for entity in (*known, *versions, *_unlisted(rest)):
        first_of.setdefault(entity.key, entity)
    return tuple(first_of.values())

"""The people of a Chinese article: whom a short name, an office or 他 stands for."""

from __future__ import annotations

import re
from collections.abc import Iterator, Mapping, Sequence
from itertools import islice

from claims.extraction import speakers_chinese
from claims.extraction.attribution import LAST_ORGANISATION, LAST_SPEAKER
from claims.extraction.han import HAN
from claims.extraction.lexicon.people import (
    CHINESE_DOUBLE_SURNAMES,
    CHINESE_ROLES,
    CHINESE_SURNAMES,
)
from claims.extraction.names import is_person
from claims.extraction.types import Span

_DOT = "[·•・]"
_DOTTED = re.compile(rf"(?P<given>(?:{HAN}{{1,8}}{_DOT})+)(?P<rest>{HAN}{{2,6}})")
_ROLE = re.compile(CHINESE_ROLES)
_OPENER = re.compile(
    rf"\s*(?P<who>(?:{CHINESE_DOUBLE_SURNAMES}|[{CHINESE_SURNAMES}]){HAN}{HAN})"
    r"(?=是|在|曾|到|接受|出席|对|向|今年|走|坐|站|来到|回到|目前|当时)"
)
_MOST = 100  # translated names looked at: each is looked for in the whole article
_MOST_NAMES = 500  # of an article; each is looked for before every verb of speech
_REACH = 20_000  # characters back to where an office was held

Names = Mapping[str, str]


def chinese_names(
    text: str, folded: str, sentences: Sequence[Span], titled: Sequence[str]
) -> dict[str, str]:
    """Return each name that speaks or has a title, by its folded forms, as written in full."""
    names: dict[str, str] = {}
    for sentence in sentences:
        named = speakers_chinese.find(folded, sentence)
        if (
            named
            and named not in {LAST_SPEAKER, LAST_ORGANISATION}
            and not is_office(folded, named)
        ):
            names[named.of(folded)] = named.of(text)
    for name in titled:
        at = folded.find(name)
        names[name] = text[at : at + len(name)]
    for name in [name for name in names if re.search(_DOT, name)]:
        names.setdefault(re.split(_DOT, name)[-1], names[name])
    names.update(_translated(text, folded))
    return dict(islice(names.items(), _MOST_NAMES))


def chinese_opener(folded: str, sentence: Span, known: Names) -> str | None:
    """Return the full name of the person a sentence is about: who opens it, or is alone in it."""
    begun = folded[sentence.start : sentence.start + 12].lstrip("“「 ")
    longest = max((name for name in known if begun.startswith(name)), key=len, default=None)
    if longest:
        return known[longest]
    if opener := _OPENER.match(folded, sentence.start, sentence.end):
        return opener["who"]
    said = sentence.of(folded)
    people = {full for name, full in known.items() if name in said and is_person(full)}
    return people.pop() if len(people) == 1 else None


def is_office(folded: str, named: Span) -> bool:
    """Say whether what was found is an office, as in 这位市长说."""
    return _ROLE.fullmatch(folded, named.start, named.end) is not None


def chinese_holder(folded: str, office: Span, known: Names) -> str | None:
    """Return the full name of whoever was last named with the office."""
    begun, written = max(0, office.start - _REACH), office.of(folded)
    places = {name: folded.rfind(written + name, begun, office.start) for name in known}
    last = max(places, key=lambda name: (places[name], len(name)), default=None)
    return known[last] if last and places[last] >= 0 else None


def _translated(text: str, folded: str) -> Iterator[tuple[str, str]]:
    """Yield 阿德勒 with 鲁思·阿德勒 when the article goes on to call her that.

    Where the last part of a translated name ends shows only where it stands alone.
    """
    seen = {match["rest"]: match for match in _DOTTED.finditer(folded)}
    for rest, match in list(seen.items())[:_MOST]:
        for length in range(len(rest), 1, -1):
            short = rest[:length]
            if folded.count(short) > sum(folded.count(dot + short) for dot in "·•・"):
                roles = [role.end() for role in _ROLE.finditer(match["given"])]
                start = match.start() + max(roles, default=0)
                yield short, text[start : match.start("rest") + length]
                break

"""Speakers a Chinese sentence names a clause before the verb: 陆文清去年认错，说…; …，他觉得…."""

from __future__ import annotations

import re
from collections.abc import Iterable

from claims.extraction.han import HAN
from claims.extraction.lexicon.actors import CHINESE_ACTORS
from claims.extraction.lexicon.people import (
    CHINESE_DOUBLE_SURNAMES,
    CHINESE_ORGANISATION_ENDS,
    CHINESE_PROFESSION,
    CHINESE_ROLES,
    CHINESE_SURNAMES,
)
from claims.extraction.lexicon.speech import CHINESE_BETWEEN, CHINESE_OPENERS, PRONOUNS
from claims.extraction.names import is_person
from claims.extraction.speaker_shapes import SOUND, transcribed
from claims.extraction.types import Span

_LATIN = r"(?<![A-Za-z])[A-Z][A-Za-z'’&-]*(?: [A-Z][A-Za-z'’.&-]*){0,3}(?! ?[A-Za-z0-9.-])"
_SOUNDED = rf"{SOUND}{{1,6}}(?:[·•・]{SOUND}{{1,8}})+"
_NOTED = r"(?=\s?[(（][A-Z][A-Za-z])"  # 米勒（Chris Miller）
_GOES_ON = (
    r"(?=是|在|曾|到|接受|出席|对|向|今年|去年|当时|目前|也|则|还|已|就|看|听|被|刚|更|很|[(（，,])"
)
# 蓝湾汽车没有回应，但透露: where a body's name ends shows by what follows.
_BODY = (
    rf"(?:{HAN}{{1,10}}?(?:{CHINESE_ORGANISATION_ENDS})|{CHINESE_ACTORS})"
    "(?=[没未不拒在于对已也曾就发]|上[周月]|昨|今|去年)"
)
_PERSON = rf"(?:(?:{CHINESE_DOUBLE_SURNAMES})|[{CHINESE_SURNAMES}]){HAN}{{1,2}}?"
_FULL = rf"{_SOUNDED}|{SOUND}{{2,8}}{_NOTED}|{_PERSON}{_GOES_ON}"
_TITLE = rf"(?:{CHINESE_ROLES}|{CHINESE_PROFESSION})\s?"
# "Corvanta老板…" is about the boss, "Corvanta的成本" about its costs.
_NO_OWNER = rf"(?!的|{HAN}{{0,4}}(?:{CHINESE_ROLES})(?![，,之]))"
_INTRO = rf"(?:{CHINESE_OPENERS})?"
_NAMED = re.compile(
    rf"(?:\A|[，,]){_INTRO}(?P<opens>{_FULL})|{_TITLE}(?P<titled>{_FULL}|{_LATIN})"
    rf"|(?:\A|[，,]){_INTRO}(?P<body>{_BODY})"
    rf"|(?:\A|[，,]){_INTRO}(?P<sounds>{SOUND}{{3,8}}){_GOES_ON}"
    rf"|(?:\A|[，,]){_INTRO}(?P<latin>{_LATIN}){_NO_OWNER}"
)
_INTRODUCED = re.compile(rf"(?:\A|[，,]){_INTRO}")
# What a clause that goes on with the subject of the one before begins with.
_TAKEN_UP = re.compile(
    rf"[，,](?:但|并|且|又|还|而|也|却|同时|不过|所以|因此|于是)*"
    rf"(?P<again>(?:{PRONOUNS['zh']})(?:本人|自己)?)?{CHINESE_BETWEEN}\Z"
)
# What nobody but a speaker does, the subject unsaid: 预计 goes on about figures and products too.
_PLAINLY = re.compile(
    "说(?![到起是])|称(?!为|作)|表示|指出|强调|坦言|坦承|直言|承认|否认|澄清|透露|补充|声称|宣称|坚称|断言|咬定|一口咬定"
    "|感叹|感慨|调侃|反问|喊话|怒斥|痛批|炮轰|吐槽|抱怨|呼吁|警告|提醒|质疑|反驳|重申|扬言|放话|直呼|大赞|盛赞"
)


def named_before(subject: str, offset: int, verb: str, known: Iterable[str]) -> Span | None:
    """Return the speaker whom the clauses before the verb's own are about, else None.

    `subject` is what stands before the verb, folded, and begins at `offset`; `verb` is as written,
    folded; `known` are names of the article. A pronoun takes up a person only.
    """
    taken = _TAKEN_UP.search(subject)
    if taken is None or not (taken["again"] or _PLAINLY.match(verb)):
        return None
    human = taken["again"] is not None
    begun = 0 if human else max(subject.rfind(mark, 0, taken.start()) for mark in "，,") + 1
    clause = subject[begun : taken.start() + 1]
    found = _known(clause, known, human=human) or _written(clause, human=human)
    return Span(offset + begun + found.start, offset + begun + found.end) if found else None


def _known(clause: str, known: Iterable[str], *, human: bool) -> Span | None:
    names = [name for name in known if not human or is_person(name)]
    for opening in _INTRODUCED.finditer(clause):
        here = [name for name in names if clause.startswith(name, opening.end())]
        if here:
            return Span(opening.end(), opening.end() + len(max(here, key=len)))
    return None


def _written(clause: str, *, human: bool) -> Span | None:
    for match in _NAMED.finditer(clause):
        group = match.lastgroup or "opens"
        if _fits(match[group], group, human=human):
            return Span(*match.span(group))
    return None


def _fits(name: str, group: str, *, human: bool) -> bool:
    """Say whether what was found may be taken up: by 他 only a person."""
    if group == "body":
        return not human
    if group == "latin":
        return not human or " " in name
    return group != "sounds" or transcribed(name, 0) is not None

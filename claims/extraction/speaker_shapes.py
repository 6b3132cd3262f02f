"""Chinese names known by their shape alone: foreign ones by their characters, the rest by place."""

from __future__ import annotations

import re

from claims.extraction.han import HAN
from claims.extraction.lexicon.people import ALSO_TRANSCRIBING, TRANSCRIBING
from claims.extraction.lexicon.speech import (
    CHINESE_ADVERB,
    CHINESE_BETWEEN,
    CHINESE_COMMON,
    CHINESE_FEELS,
)
from claims.extraction.types import Span

SOUND = f"[{TRANSCRIBING}{ALSO_TRANSCRIBING}]"
"""A character that foreign names are written with."""

_SOUNDS = re.compile(rf"(?<!{SOUND})(?P<who>{SOUND}{{3,8}}){CHINESE_BETWEEN}\Z")
_RARE = re.compile(f"[{TRANSCRIBING}]")
_OPEN = re.compile(
    rf"(?:\A|[，,、\s])(?:而|但|不过|其中|此外|对此)?(?:{CHINESE_ADVERB})*"
    rf"(?P<who>{HAN}{{2,6}}?){CHINESE_BETWEEN}\Z"
)
_COMMON = re.compile(CHINESE_COMMON)
_FEELS = re.compile(rf"(?:{CHINESE_FEELS})\Z")


def transcribed(subject: str, offset: int) -> Span | None:
    """Return the foreign name a subject ends with: 风险投资家格伦维尔."""
    match = _SOUNDS.search(subject)
    if match is None:
        return None
    rare = len(_RARE.findall(match["who"]))
    if rare == 0 or rare + len(match["who"]) < 5:  # 安德里森, 威尔逊; not 海东西
        return None
    return Span(offset + match.start("who"), offset + match.end("who"))


def unknown(subject: str, offset: int, verb: str) -> Span | None:
    """Return what a clause opens with before a verb of those with a name: 河岸电通强调.

    `verb` is as written, folded.
    """
    if _FEELS.match(verb):
        return None
    match = _OPEN.search(subject)
    if match is None or is_common(match["who"]):
        return None
    return Span(offset + match.start("who"), offset + match.end("who"))


def is_common(who: str) -> bool:
    """Say whether what stands where a name would is made of common words."""
    return _COMMON.match(who) is not None

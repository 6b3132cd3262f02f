"""Compare who says it."""

from __future__ import annotations

from typing import Literal

from claims.extraction.plain import fold
from claims.matching.entities import entities
from claims.matching.sounds import heard_in

SpeakerRelation = Literal["same", "other", "unknown"]


def _script(name: str) -> str:
    return "latin" if any("a" <= letter <= "z" for letter in name) else "other"


def compare_speakers(left: str, right: str) -> SpeakerRelation:
    """Compare two names of speakers; a missing one, or two scripts no table joins, is `unknown`.

    A last name stands for the full one: the article names the person in full only once.
    """
    if not left or not right:
        return "unknown"
    ours, theirs = fold(left), fold(right)
    if ours in theirs or theirs in ours or set(ours.split()[-1:]) & set(theirs.split()):
        return "same"
    known, other = ({entity.key for entity in entities(name)} for name in (left, right))
    if known & other:
        return "same"
    if _script(ours) == _script(theirs):
        return "other"
    latin, chinese = (left, right) if _script(ours) == "latin" else (right, left)
    return "same" if any(heard_in(word, chinese) for word in latin.split()) else "unknown"

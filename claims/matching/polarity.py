"""Whether one statement denies what the other says.

Negation holds from its word to the end of its clause, a verb of denial to the end of the sentence.
What only one side negates and only the other affirms is the conflict: 喜欢猫不喜欢狗 and
喜欢狗不喜欢猫 have every word in common and say the opposite.
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass
from functools import lru_cache
from typing import Literal

from claims.extraction.plain import fold
from claims.matching.concepts import concepts
from claims.matching.entities import entities
from claims.matching.places import Found
from claims.matching.tables import words

_NOT_ONLY = re.compile(
    r"\b(?:not (?:only|just)|(?:tidak|bukan|tak) (?:hanya|cuma|sekadar|saja))\b"
    r"|不[仅只但光单]|不得不|不可否认|不(?:[断少久足锈孕育远惜]|同(?!意)|过(?!关)|安(?!全)|满(?![足意]))"
)
_NEGATION = re.compile(
    r"\b(?:not|no|never|none|cannot|without|nor|neither)\b|n't\b"
    r"|\b(?:tidak|bukan(?:lah)?|belum|tak|tiada|tanpa|jangan|bukannya)\b"
    r"|不|没|並非|并非|绝非|而非|未(?!来|成年|必)|毫无|并无|从无|无法|无关|从未"
)
_DENIAL = re.compile(
    r"\b(?:den(?:y|ies|ied|ying)|refut\w+|reject\w*|debunk\w*|dismiss(?:es|ed)|disput\w+|"
    r"membantah|dibantah|menepis|menyangkal|menafikan|dinafikan|menolak|hoaks|hoax|untrue)\b"
    r"|否认|驳斥|反驳|辟谣|澄清|拒绝|驳回|不实"
)
_CLAUSE = re.compile(
    r"[,;:.!?、，；：。！？()\"“”]|\b(?:but|while|whereas|rather|tetapi|tapi|namun|melainkan|sedangkan)\b"
    r"|而是|但是|但|然而|反而"
)
_SENTENCE = re.compile(r"[.!?。！？](?:\s|$)|[。！？]")
_WORD = re.compile(r"[a-z]{4,}|[㐀-鿿]")
_EMPTY = words("empty_words.txt")
_OPPOSITES = (("rise", "fall"), ("win", "lose"), ("import", "export"), ("surpass", "gap"))


_Sign = Literal["affirmed", "negated", "negation"]
_TURNED: dict[_Sign, _Sign] = {"affirmed": "negated", "negated": "affirmed"}


@dataclass(frozen=True, slots=True)
class Claimed:
    """What a statement affirms and what it negates: words, characters, concepts and entities.

    Each with its first place in the `fold`ed text. `negations` are the words that negate.
    """

    affirmed: dict[str, Found]
    negated: dict[str, Found]
    negations: tuple[Found, ...]


def _meanings(stretch: Found) -> dict[str, Found]:
    text = stretch.wording
    at = stretch.start + len(text) - len(text.lstrip())  # where the folded stretch begins
    named = {
        f"name:{entity.key}": Found(entity.wording, at + entity.start) for entity in entities(text)
    }
    about = {
        f"about:{concept.key}": Found(concept.wording, at + concept.start)
        for concept in concepts(text)
    }
    said = {match.group(): Found(match.group(), at + match.start()) for match in _words(text)}
    return about | named | said


def _words(text: str) -> list[re.Match[str]]:
    """Return the words of a text that say something, the first of each last."""
    found = [match for match in _WORD.finditer(fold(text)) if match.group() not in _EMPTY]
    return found[::-1]


def _split(pattern: re.Pattern[str], text: Found) -> Iterator[Found]:
    """Yield what stands between the matches, as `re.split`, with its place."""
    done = 0
    for match in pattern.finditer(text.wording):
        yield Found(text.wording[done : match.start()], text.start + done)
        done = match.end()
    yield Found(text.wording[done:], text.start + done)


def _signed(sentence: Found) -> Iterator[tuple[Found, _Sign]]:
    """Yield the stretches of a folded sentence that are affirmed or negated, and what negates."""
    denied = False
    for clause in _split(_CLAUSE, sentence):
        for stretch, sign in _around(_NEGATION, _without_not_only(clause), "affirmed"):
            if sign == "negation" or denied:
                yield stretch, _TURNED.get(sign, sign)
            else:
                parts = list(_around(_DENIAL, stretch, sign))
                denied = len(parts) > 1
                yield from parts


def _without_not_only(clause: Found) -> Found:
    return Found(_NOT_ONLY.sub(lambda match: " " * len(match[0]), clause.wording), clause.start)


def _around(pattern: re.Pattern[str], stretch: Found, sign: _Sign) -> Iterator[tuple[Found, _Sign]]:
    """Yield the stretch; if the pattern is in it, what is before that, it, and what it turns."""
    match = pattern.search(stretch.wording)
    if not match:
        yield stretch, sign
        return
    after = Found(stretch.wording[match.end() :], stretch.start + match.end())
    yield Found(stretch.wording[: match.start()], stretch.start), sign
    yield Found(match[0], stretch.start + match.start()), "negation"
    yield after, _TURNED[sign]


@lru_cache(maxsize=4096)
def claimed(text: str) -> Claimed:
    """Return what the text affirms and what it negates; what it does both with is in neither."""
    affirmed: dict[str, Found] = {}
    negated: dict[str, Found] = {}
    negations: list[Found] = []
    for sentence in _split(_SENTENCE, Found(fold(text), 0)):
        for stretch, sign in _signed(sentence):
            if sign == "negation":
                negations.append(stretch)
                continue
            meanings = negated if sign == "negated" else affirmed
            for meaning, place in _meanings(stretch).items():
                meanings.setdefault(meaning, place)
    return Claimed(
        affirmed={key: affirmed[key] for key in affirmed if key not in negated},
        negated={key: negated[key] for key in negated if key not in affirmed},
        negations=tuple(negations),
    )


def opposed(left: str, right: str) -> tuple[str, str] | None:
    """Return an example of what is affirmed on one side and negated on the other, or None."""
    ours, theirs = claimed(left), claimed(right)
    clash = _both(ours.affirmed, theirs.negated) | _both(ours.negated, theirs.affirmed)
    if clash:
        word = _example(clash).split(":")[-1]
        return word, word
    return _opposite_directions(left, right)


def opposing(left: str, right: str) -> tuple[tuple[Found, Found], ...]:
    """Return what `opposed` goes by, with its places in the `fold`ed texts.

    Of what only the left affirms one example, and one of what only the right affirms; else two
    words for opposite directions.
    """
    ours, theirs = claimed(left), claimed(right)
    turned = (ours.affirmed, theirs.negated), (ours.negated, theirs.affirmed)
    clashes = [(one, other, _both(one, other)) for one, other in turned]
    examples = [(one, other, _example(clash)) for one, other, clash in clashes if clash]
    if examples:
        return tuple((one[key], other[key]) for one, other, key in examples)
    return tuple(_directions(left, right))


def _both(ours: dict[str, Found], theirs: dict[str, Found]) -> set[str]:
    return ours.keys() & theirs.keys()


def _example(clash: set[str]) -> str:
    return min(clash, key=lambda meaning: (":" not in meaning, meaning))


def _opposite_directions(left: str, right: str) -> tuple[str, str] | None:
    found = next(_directions(left, right), None)
    return (found[0].wording, found[1].wording) if found else None


def _directions(left: str, right: str) -> Iterator[tuple[Found, Found]]:
    ours = {concept.key: concept for concept in concepts(left)}
    theirs = {concept.key: concept for concept in concepts(right)}
    for pair in _OPPOSITES:
        for one, other in (pair, pair[::-1]):
            if one in ours and other not in ours and other in theirs and one not in theirs:
                here, there = ours[one], theirs[other]
                yield Found(here.wording, here.start), Found(there.wording, there.start)

"""Whether one statement denies what the other says.

Negation holds from its word to the end of its clause, a verb of denial to the end of the sentence.
What only one side negates and only the other affirms is the conflict: 喜欢猫不喜欢狗 and
喜欢狗不喜欢猫 have every word in common and say the opposite.
"""

from __future__ import annotations

import re
from dataclasses import dataclass
from functools import lru_cache

from claims.extraction.plain import fold
from claims.matching.concepts import concepts
from claims.matching.entities import entities
from claims.matching.tables import words

_NOT_ONLY = re.compile(
    r"\b(?:not (?:only|just)|(?:tidak|bukan|tak) (?:hanya|cuma|sekadar|saja))\b"
    r"|不[仅只但光单]|不得不|不可否认|不[断少同过久足锈孕育安满远惜]"
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


@dataclass(frozen=True, slots=True)
class Claimed:
    """What a statement affirms and what it negates: words, characters, concepts and entities."""

    affirmed: frozenset[str]
    negated: frozenset[str]


def _meanings(text: str) -> frozenset[str]:
    found = {word for word in _WORD.findall(fold(text)) if word not in _EMPTY}
    named = {f"name:{entity.key}" for entity in entities(text)}
    about = {f"about:{concept.key}" for concept in concepts(text)}
    return frozenset(found | named | about)


def _clauses(sentence: str) -> list[tuple[str, bool]]:
    """Split a folded sentence into stretches that are affirmed or negated."""
    denied = False
    stretches = []
    for clause in _CLAUSE.split(sentence):
        for stretch, negated in _around_negation(clause):
            denial = _DENIAL.search(stretch)
            if denial and not denied:
                stretches.append((stretch[: denial.start()], negated))
                stretches.append((stretch[denial.end() :], not negated))
                denied = True
            else:
                stretches.append((stretch, negated != denied))
    return stretches


def _around_negation(clause: str) -> list[tuple[str, bool]]:
    clause = _NOT_ONLY.sub(" ", clause)
    negation = _NEGATION.search(clause)
    if not negation:
        return [(clause, False)]
    return [(clause[: negation.start()], False), (clause[negation.end() :], True)]


@lru_cache(maxsize=4096)
def claimed(text: str) -> Claimed:
    """Return what the text affirms and what it negates; what it does both with is in neither."""
    affirmed: set[str] = set()
    negated: set[str] = set()
    for sentence in _SENTENCE.split(fold(text)):
        for stretch, is_negated in _clauses(sentence):
            (negated if is_negated else affirmed).update(_meanings(stretch))
    return Claimed(frozenset(affirmed - negated), frozenset(negated - affirmed))


def opposed(left: str, right: str) -> tuple[str, str] | None:
    """Return an example of what is affirmed on one side and negated on the other, or None."""
    ours, theirs = claimed(left), claimed(right)
    clash = (ours.affirmed & theirs.negated) | (ours.negated & theirs.affirmed)
    if clash:
        word = min(clash, key=lambda meaning: (":" not in meaning, meaning)).split(":")[-1]
        return word, word
    return _opposite_directions(left, right)


def _opposite_directions(left: str, right: str) -> tuple[str, str] | None:
    ours = {concept.key: concept.wording for concept in concepts(left)}
    theirs = {concept.key: concept.wording for concept in concepts(right)}
    for pair in _OPPOSITES:
        for one, other in (pair, pair[::-1]):
            if one in ours and other not in ours and other in theirs and one not in theirs:
                return ours[one], theirs[other]
    return None

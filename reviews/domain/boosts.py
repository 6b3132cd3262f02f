"""A desk's own points: which of its rules fit a claim."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass
from enum import StrEnum

MOST_POINTS = 50  # as much as the best score for check-worthiness


class Trait(StrEnum):
    """What a rule looks at."""

    LANGUAGE = "language"
    SOURCE = "source"
    SPEAKER = "speaker"
    WORD = "word"
    TAG = "tag"


@dataclass(frozen=True, slots=True)
class Boost:
    """`points` for claims whose `trait` is `value`; `reason` is shown with them."""

    trait: Trait
    value: str
    points: int
    reason: str


@dataclass(frozen=True, slots=True)
class Traits:
    """What is known of a claim: its text, BCP 47 tag, speakers, outlets, tags of its item."""

    text: str
    language: str
    speakers: frozenset[str]
    sources: frozenset[str]
    tags: frozenset[str]


def boosts_that_fit(boosts: Iterable[Boost], traits: Traits) -> tuple[Boost, ...]:
    """Return the boosts whose value the claim has, in their order. Case does not matter."""
    return tuple(boost for boost in boosts if _fits(boost, traits))


def _fits(boost: Boost, traits: Traits) -> bool:
    value = boost.value.casefold()
    if boost.trait == Trait.WORD:
        return has_words(traits.text, boost.value)
    if boost.trait == Trait.LANGUAGE:
        # A rule for zh covers zh-Hans and zh-Hant.
        return f"{traits.language}-".casefold().startswith(f"{value}-")
    named = {
        Trait.SPEAKER: traits.speakers,
        Trait.SOURCE: traits.sources,
        Trait.TAG: traits.tags,
    }[boost.trait]
    return value in {name.casefold() for name in named}


def has_words(text: str, words: str) -> bool:
    """Return whether `words` stand in `text` as they are, not as part of a longer word.

    Chinese has no spaces: there a word may begin and end anywhere. "id" is not in "idea".
    """
    folded, wanted = text.casefold(), words.casefold().strip()
    start = folded.find(wanted) if wanted else -1
    while start >= 0:
        end = start + len(wanted)
        if not (_joins(folded, start) or _joins(folded, end)):
            return True
        start = folded.find(wanted, start + 1)
    return False


def _joins(text: str, place: int) -> bool:
    """Return whether the characters around `place` belong to one word of an alphabet."""
    if not 0 < place < len(text):
        return False
    before, after = text[place - 1], text[place]
    return all(each.isalnum() and each < "\u2e80" for each in (before, after))

"""Why the matcher said what it said of two statements, and at which words it looked.

Nothing is judged here anew: what is marked is what `observe` hands to the score.
"""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass, replace

from claims.matching.compare import (
    SAME_SCORE,
    SAME_SIMILARITY,
    SAME_SIMILARITY_TRANSLATED,
    compare,
    score,
)
from claims.matching.observation import Observation, observe
from claims.matching.pairing import Marked, Pair, in_reading_order
from claims.matching.pairs_of_values import date_pairs, figure_pairs, numeral_pairs
from claims.matching.pairs_of_words import (
    concept_pairs,
    contrast_pairs,
    denial_pairs,
    name_pairs,
)
from claims.matching.types import Comparison, MatchReason, Statement

# In this order: of what two of them point at, the first says more.
_READERS = (
    figure_pairs, date_pairs, contrast_pairs, denial_pairs, name_pairs, numeral_pairs,
    concept_pairs,
)  # fmt: skip
# Said again of words that are marked already these tell nothing more.
_QUIET = frozenset({"numeral", "concept"})


@dataclass(frozen=True, slots=True)
class Condition:
    """What two statements need of the score, or of the similarity, to be one claim."""

    name: str
    has: float
    needs: float

    @property
    def is_met(self) -> bool:
        """Say whether they have what it takes."""
        return self.has >= self.needs


@dataclass(frozen=True, slots=True)
class Explanation:
    """Two statements, what was set against each other in them, and what followed.

    They are one claim if all `conditions` are met and no pair makes them differ in an aspect. There
    are none where a person decided it.
    """

    left: Statement
    right: Statement
    pairs: tuple[Pair, ...]
    comparison: Comparison
    conditions: tuple[Condition, ...]

    def mirrored(self) -> Explanation:
        """Return the same with the sides changed."""
        return Explanation(
            left=self.right,
            right=self.left,
            pairs=in_reading_order([each.mirrored() for each in self.pairs]),
            comparison=_mirrored(self.comparison),
            conditions=self.conditions,
        )


def explain(left: Statement, right: Statement, said: Comparison | None = None) -> Explanation:
    """Explain what the matcher says of two statements, or what it `said` when it compared them.

    The spans of their quantities and dates count code points of their own texts; an empty one is
    not known. Where `said` is given their vectors are not looked at, and may be ().
    """
    if (right.text, right.speaker) < (left.text, left.speaker):
        # Of several pairs that are as good the matcher takes the first of the left side: of either
        # order it has to be the same.
        return explain(right, left, _mirrored(said) if said else None).mirrored()
    similarity = said.similarity if said else None
    seen = observe(left, right, similarity=similarity)
    comparison = said or compare(left, right)
    return Explanation(
        left, right, _pairs(seen, left, right), comparison, _conditions(seen, comparison)
    )


def mirrored_reasons(reasons: Iterable[MatchReason]) -> tuple[MatchReason, ...]:
    """Return the reasons as they read from the other side."""
    return tuple(replace(each, left=each.right, right=each.left) for each in reasons)


def _mirrored(comparison: Comparison) -> Comparison:
    return replace(comparison, reasons=mirrored_reasons(comparison.reasons))


def _conditions(seen: Observation, comparison: Comparison) -> tuple[Condition, ...]:
    near = SAME_SIMILARITY if seen.one_language else SAME_SIMILARITY_TRANSLATED
    if any(each.signal == "by_people" for each in comparison.reasons):
        return ()  # a person needs no score
    return (
        Condition("score", score(comparison.reasons), SAME_SCORE),
        Condition("similarity", comparison.similarity, near),
    )


def _pairs(seen: Observation, left: Statement, right: Statement) -> tuple[Pair, ...]:
    pairs: list[Pair] = []
    for read in _READERS:
        for pair in read(seen, left, right):
            if _stands_in(pair, left, right) and not _is_told(pair, pairs):
                pairs.append(pair)
    return in_reading_order(pairs)


def _stands_in(pair: Pair, left: Statement, right: Statement) -> bool:
    """Say whether both spans lie in their texts: of a claim a person clarified they may not."""
    sides = (pair.left, left.text), (pair.right, right.text)
    return all(0 <= each.span.start < each.span.end <= len(text) for each, text in sides if each)


def _is_told(pair: Pair, pairs: list[Pair]) -> bool:
    return pair.kind in _QUIET and any(
        _lies_in(pair.left, told.left) or _lies_in(pair.right, told.right) for told in pairs
    )


def _lies_in(one: Marked | None, other: Marked | None) -> bool:
    return bool(one and other and one.span.meets(other.span))

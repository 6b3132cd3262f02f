"""Everything `compare` looks at in a pair of statements, each aspect on its own."""

from __future__ import annotations

import math
from collections.abc import Iterable
from dataclasses import dataclass
from itertools import pairwise

import numpy as np

from claims.extraction.plain import fold
from claims.extraction.types import Quantity
from claims.matching.clauses import clauses
from claims.matching.concepts import Concept, concepts
from claims.matching.contrasts import contrast
from claims.matching.figures import (
    FigureMatch,
    compare_figures,
    measured_on_one_side,
    same_value,
)
from claims.matching.names import NameMatch, compare_names
from claims.matching.numerals import shared_numeral
from claims.matching.periods import PeriodMatch, compare_periods
from claims.matching.polarity import opposed
from claims.matching.speakers import SpeakerRelation, compare_speakers
from claims.matching.swapped import are_swapped
from claims.matching.types import Statement
from claims.matching.units import comparable_unit

# How near their neighbours two statements of a story usually are.
TYPICAL_CROWDING = 0.40
# One word in common is less than three: "dead" alone does not make two accidents one.
_DOUBT = 0.6


@dataclass(frozen=True, slots=True)
class ConceptMatch:
    """What both statements speak of.

    `share` is its part of what they speak of, 0 to 1: between its part of both and its part of
    the one that speaks of less, for a long sentence may say the same and more.
    """

    shared: tuple[tuple[Concept, Concept], ...]
    share: float
    known: bool


@dataclass(frozen=True, slots=True)
class Observation:
    """A pair of statements seen from every side.

    `similarity` is the centred cosine. `crowding` is the mean similarity of either to its nearest
    others: where all of a story's sentences are close, being close tells less. `two_scripts` says
    that only one of the two is Chinese, whose translations lie less close. `one_is_measured` says
    that of two with figures only one states money or a share of a hundred. `clause_share` is the
    share of concepts of the two clauses that have most in common. `gists` is how near the articles
    are in what they are about, None if that is not known.
    """

    similarity: float
    crowding: float
    concepts: ConceptMatch
    names: NameMatch
    figures: FigureMatch
    numerals: tuple[float, float]
    periods: PeriodMatch
    opposed: tuple[str, str] | None
    contrast: tuple[str, str] | None
    speakers: SpeakerRelation
    one_document: bool
    verbatim: bool
    one_language: bool
    two_scripts: bool
    both_have_figures: bool
    one_is_measured: bool
    clause_share: float
    gists: float | None

    @property
    def of_other_periods(self) -> bool:
        """Say whether figures that are not equal are each of another quarter or year.

        3.7 billion earned in 2024 and 4.3 in 2025 are no two answers to one question; the same 3.7
        billion earned in 2023 may be one, wrongly dated.
        """
        differing = self.figures.relation in {"conflicting", "compatible", "bounded"}
        return differing and self.periods.relation == "apart" and self.periods.long


def compare_concepts(left: str, right: str) -> ConceptMatch:
    """Compare what two texts speak of; `known` is false if the table knows no word of one."""
    ours = {concept.key: concept for concept in concepts(left)}
    theirs = {concept.key: concept for concept in concepts(right)}
    shared = tuple((ours[key], theirs[key]) for key in ours if key in theirs)
    weight = min(_weight(one for one, _ in shared), _weight(other for _, other in shared))
    left_weight, right_weight = _weight(ours.values()), _weight(theirs.values())
    total = (math.sqrt(left_weight * right_weight) + min(left_weight, right_weight)) / 2
    return ConceptMatch(shared, weight / (total + _DOUBT), bool(ours and theirs))


def _weight(found: Iterable[Concept]) -> float:
    """Return how much these tell; of those that one wording means only the most telling counts.

    税率 is a tax, a tariff and a rate: that both sides have the word is one thing in common.
    """
    weight, heaviest, end = 0.0, 0.0, 0
    for concept in sorted(found, key=lambda one: one.start):
        if concept.start >= end:
            weight, heaviest = weight + heaviest, 0.0
        heaviest = max(heaviest, concept.weight)
        end = max(end, concept.start + len(concept.wording))
    return weight + heaviest


def best_clause_share(left: str, right: str) -> float:
    """Return the share of the two clauses, one of each text, that have most in common.

    A long sentence holds several facts; what it says besides must not speak against one of them.
    A fact may stand across two clauses: "a performance that | equals theirs".
    """
    return max(
        compare_concepts(ours, theirs).share
        for ours in _stretches(clauses(left))
        for theirs in _stretches(clauses(right))
    )


def _stretches(parts: tuple[str, ...]) -> tuple[str, ...]:
    """Return the clauses, and each two that follow one another."""
    return parts + tuple(f"{one} {other}" for one, other in pairwise(parts))


def observe(
    left: Statement,
    right: Statement,
    crowding: float = TYPICAL_CROWDING,
    similarity: float | None = None,
) -> Observation:
    """Look at a pair of statements from every side; at the vectors unless `similarity` is known."""
    if similarity is None:
        similarity = float(np.dot(left.vector, right.vector))
    return Observation(
        similarity=similarity,
        crowding=crowding,
        concepts=compare_concepts(left.text, right.text),
        names=compare_names(left, right),
        figures=_swapped(left, right) or compare_figures(left.quantities, right.quantities),
        numerals=shared_numeral(left, right),
        periods=compare_periods(left.dates, right.dates),
        opposed=opposed(left.text, right.text),
        contrast=contrast(left.text, right.text),
        speakers=compare_speakers(left.speaker, right.speaker),
        one_document=left.document == right.document != "",
        verbatim=fold(left.text) == fold(right.text),
        one_language=_language(left) == _language(right),
        two_scripts=(_language(left) == "zh") != (_language(right) == "zh"),
        both_have_figures=bool(left.quantities and right.quantities),
        one_is_measured=measured_on_one_side(left.quantities, right.quantities),
        clause_share=best_clause_share(left.text, right.text),
        gists=float(np.dot(left.gist, right.gist)) if left.gist and right.gist else None,
    )


def _swapped(left: Statement, right: Statement) -> FigureMatch | None:
    """Return two figures of one unit that change places between the statements, if there are."""
    if len(left.quantities) < 2 or not are_swapped(left.text, right.text):
        return None
    for one, other in zip(_in_order(left), _in_order(right), strict=False):
        if comparable_unit(one.unit) == comparable_unit(other.unit) and not same_value(one, other):
            return FigureMatch("conflicting", one, other)
    return None


def _in_order(statement: Statement) -> list[Quantity]:
    return sorted(statement.quantities, key=lambda each: each.span.start)


def _language(statement: Statement) -> str:
    return statement.language.partition("-")[0]

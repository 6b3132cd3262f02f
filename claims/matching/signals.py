"""The reasons for which two statements are taken to answer one question, each with its weight."""

from __future__ import annotations

from collections.abc import Iterator

from claims.extraction.types import Quantity
from claims.matching.observation import TYPICAL_CROWDING, Observation
from claims.matching.types import MatchReason

_SIMILARITY, _EVEN_SIMILARITY = 11.5, 0.43
_CROWDING = -16.0
_CONCEPTS, _EVEN_SHARE, _UNKNOWN_SHARE = 8.5, 0.66, 0.15
_NAMES = 0.6
_FIGURES = {"equal": 2.4, "compatible": 0.5, "bounded": 3.0, "conflicting": -1.0}
_SPEAKERS = {"same": 1.5, "other": -1.0}
# Every id a reason may carry; whoever shows reasons needs words for each.
SIGNALS = (
    "verbatim",
    "similarity",
    "crowding",
    "concepts",
    "names",
    "other_subject",
    "other_place",
    "turned",
    *(f"figures_{relation}" for relation in _FIGURES),
    *(f"speaker_{relation}" for relation in _SPEAKERS),
    "one_article",
    "contrast",
    "opposed",
    "dates_apart",
)


def reasons_of(seen: Observation) -> tuple[MatchReason, ...]:
    """Return the reasons in the order in which people read them."""
    return (
        *_similarity(seen),
        *_concepts(seen),
        *_names(seen),
        *_figures(seen),
        *_circumstances(seen),
    )


def _similarity(seen: Observation) -> Iterator[MatchReason]:
    if seen.verbatim:
        # Wire copy: of a sentence without a known word or name, similarity alone is not enough.
        yield MatchReason("verbatim", 10.0)
    yield MatchReason("similarity", _SIMILARITY * (seen.similarity - _EVEN_SIMILARITY))
    if seen.crowding != TYPICAL_CROWDING:
        yield MatchReason("crowding", _CROWDING * (seen.crowding - TYPICAL_CROWDING))


def _concepts(seen: Observation) -> Iterator[MatchReason]:
    # Where the table has no word of a side, nothing is known against it.
    share = seen.concepts.share if seen.concepts.known else _UNKNOWN_SHARE
    yield MatchReason(
        "concepts",
        _CONCEPTS * (share - _EVEN_SHARE),
        ", ".join(one.wording for one, _ in seen.concepts.shared),
        ", ".join(other.wording for _, other in seen.concepts.shared),
    )


def _names(seen: Observation) -> Iterator[MatchReason]:
    if seen.names.shared:
        yield MatchReason(
            "names",
            _NAMES * seen.names.share,
            ", ".join(one.wording for one, _ in seen.names.shared),
            ", ".join(other.wording for _, other in seen.names.shared),
        )
    for signal, other, weight in (
        ("other_subject", seen.names.other_subject, -1.9),
        ("other_place", seen.names.other_place, -1.5),
        ("turned", seen.names.turned, -2.0),
    ):
        if other:
            yield MatchReason(
                signal,
                weight,
                ", ".join(entity.wording for entity in seen.names.left_only),
                ", ".join(entity.wording for entity in seen.names.right_only),
            )


def _figures(seen: Observation) -> Iterator[MatchReason]:
    weight = _FIGURES.get(seen.figures.relation)
    if weight is not None:
        yield MatchReason(
            f"figures_{seen.figures.relation}",
            weight,
            _written(seen.figures.left),
            _written(seen.figures.right),
        )


def _written(quantity: Quantity | None) -> str:
    if quantity is None:
        return ""
    if quantity.value is None:
        return f"{quantity.low:g}-{quantity.high:g} {quantity.unit}"
    sign = "" if quantity.comparator == "=" else quantity.comparator
    return f"{sign}{quantity.value:.10g} {quantity.unit}".strip()


def _circumstances(seen: Observation) -> Iterator[MatchReason]:
    if seen.speakers in _SPEAKERS:
        yield MatchReason(f"speaker_{seen.speakers}", _SPEAKERS[seen.speakers])
    if seen.one_document and seen.figures.relation == "conflicting":
        # An article does not contradict itself: its second figure answers another question.
        yield MatchReason("one_article", -4.0)
    if seen.contrast:
        yield MatchReason("contrast", -3.0, *seen.contrast)
    if seen.opposed:
        yield MatchReason("opposed", 0.0, *seen.opposed)
    if seen.periods.left and seen.periods.right and seen.periods.relation == "apart":
        yield MatchReason(
            "dates_apart",
            -1.3,
            seen.periods.left.first.isoformat(),
            seen.periods.right.first.isoformat(),
        )

"""The reasons for which two statements are taken to answer one question, each with its weight."""

from __future__ import annotations

from collections.abc import Iterator

from claims.extraction.types import Quantity
from claims.matching.measures import measures_of, weights
from claims.matching.observation import Observation
from claims.matching.types import MatchReason

# Wire copy: of a sentence without a known word or name, similarity alone is not enough.
_VERBATIM = 10.0
# The first phase is not the second, whatever else the two have in common; nor do others join them.
_EXCLUSIVE = -6.0
# Gists of articles that tell one story are nearer than the first, but of one factory those on what
# it earns and on who protests at its gate; under the second they tell of two. Lower, and more
# sentences of two stories come together; higher, and fewer of one: `benchmarks.gists`.
_ONE_STORY, _OTHER_STORY = 0.2, 0.1
# It does not exclude: a hoax is that hoax in a round-up of the week, too.
_APART = -5.0
# What a pair needs in similarity depends on these; they are part of that reason.
_GROUND = (
    "even",
    "similarity",
    "two_scripts",
    "one_language",
    "figures_none",
    "figures_one_side",
    "figures_other",
    "figures_measured",
)
# Measures of one kind are one reason.
_SHOWN_AS = {
    "clause": "concepts",
    "telling_name": "names",
    "other_name": "other_subject",
    "other_version": "other_subject",
    "other_country": "other_place",
}
# How near the statements are that tell a figure is part of what the figure tells.
_AGREEMENTS = ("numerals", "figures_equal", "figures_compatible")
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
    "figures_equal",
    "figures_compatible",
    "figures_bounded",
    "figures_conflicting",
    "numerals",
    "speaker_same",
    "speaker_other",
    "one_article",
    "contrast",
    "opposed",
    "dates_apart",
    "other_story",
)


def reasons_of(seen: Observation) -> tuple[MatchReason, ...]:
    """Return the reasons in the order in which people read them."""
    return tuple(_reasons(seen))


def outright(seen: Observation) -> dict[str, float]:
    """Return the parts of the score that are set, not fitted."""
    found = {"verbatim": _VERBATIM} if seen.verbatim else {}
    exclusive = {"contrast": seen.contrast is not None, "dates_apart": seen.of_other_periods}
    found |= {signal: _EXCLUSIVE for signal, holds in exclusive.items() if holds}
    if seen.gists is not None and seen.gists < _ONE_STORY:
        share = (_ONE_STORY - seen.gists) / (_ONE_STORY - _OTHER_STORY)
        found["other_story"] = _APART * min(share, 1.0)
    return found


def _reasons(seen: Observation) -> Iterator[MatchReason]:
    measures = measures_of(seen)
    parts = {name: weights()[name] * value for name, value in measures.items() if value}
    parts["similarity"] = sum(parts.pop(name, 0.0) for name in _GROUND)
    agreement = next((name for name in _AGREEMENTS if name in parts), "")
    for name, signal in (_SHOWN_AS | {"figure_near": agreement}).items():
        if name in parts:
            parts[signal] = parts.get(signal, 0.0) + parts.pop(name)
    parts |= outright(seen)
    if seen.opposed:
        parts["opposed"] = 0.0
    wordings = _wordings(seen)
    for signal in SIGNALS:
        if signal in parts:
            yield MatchReason(signal, parts[signal], *wordings.get(signal, ()))


def _wordings(seen: Observation) -> dict[str, tuple[str, str]]:
    """Return what each side says to the signals that point at something."""
    figures = _written(seen.figures.left), _written(seen.figures.right)
    names = (
        ", ".join(entity.wording for entity in seen.names.left_only),
        ", ".join(entity.wording for entity in seen.names.right_only),
    )
    found = {
        "concepts": (
            ", ".join(one.wording for one, _ in seen.concepts.shared),
            ", ".join(other.wording for _, other in seen.concepts.shared),
        ),
        "names": (
            ", ".join(one.wording for one, _ in seen.names.shared),
            ", ".join(other.wording for _, other in seen.names.shared),
        ),
        f"figures_{seen.figures.relation}": figures,
        **dict.fromkeys(("other_subject", "other_place", "turned"), names),
    }
    if seen.numerals[0]:
        found["numerals"] = (f"{seen.numerals[1]:.10g}",) * 2
    if seen.contrast:
        found["contrast"] = seen.contrast
    if seen.opposed:
        found["opposed"] = seen.opposed
    if seen.periods.left and seen.periods.right:
        days = seen.periods.left.first, seen.periods.right.first
        found["dates_apart"] = days[0].isoformat(), days[1].isoformat()
    return found


def _written(quantity: Quantity | None) -> str:
    if quantity is None:
        return ""
    if quantity.value is None:
        return f"{quantity.low:g}-{quantity.high:g} {quantity.unit}"
    sign = "" if quantity.comparator == "=" else quantity.comparator
    return f"{sign}{quantity.value:.10g} {quantity.unit}".strip()

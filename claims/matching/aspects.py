"""In what two statements of one family differ."""

from __future__ import annotations

from claims.matching.observation import Observation
from claims.matching.types import Aspect


def differing_aspects(seen: Observation) -> tuple[Aspect, ...]:
    """Return the aspects in which the two conflict, or one says what the other leaves open."""
    found: dict[Aspect, bool] = {
        "number": seen.figures.relation == "conflicting",
        "date": seen.periods.relation == "apart",
        "subject": _other_subject(seen),
        "polarity": seen.opposed is not None,
        "strength": seen.figures.relation in {"bounded", "one-sided"},
    }
    return tuple(aspect for aspect, differs in found.items() if differs)


def _other_subject(seen: Observation) -> bool:
    names = seen.names
    return (
        names.other_version
        or names.version_missing
        or names.other_place
        or names.other_subject
        or names.turned
        or seen.contrast is not None
    )

"""In what two statements of one family differ."""

from __future__ import annotations

from claims.matching.observation import Observation
from claims.matching.types import Aspect


def differing_aspects(seen: Observation) -> tuple[Aspect, ...]:
    """Return the aspects in which the two conflict, or one says what the other leaves open."""
    found: dict[Aspect, bool] = {
        "number": seen.figures.relation == "conflicting",
        "date": seen.periods.relation == "apart",
        "subject": seen.names.other_version or seen.names.version_missing or seen.names.other_place,
        "polarity": seen.opposed is not None,
        "strength": seen.figures.relation in {"bounded", "one-sided"},
    }
    return tuple(aspect for aspect, differs in found.items() if differs)

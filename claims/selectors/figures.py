"""Where the figures of a family of claims differ."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass

from django.db.models import Q, QuerySet

from claims.extraction.types import Quantity
from claims.matching.figures import compare_figures
from claims.models import Appearance, Claim, ClaimRelation
from claims.models.values import quantities_of

MOST_SIDES = 12  # a reviewer compares no more than that


@dataclass(frozen=True, slots=True)
class Side:
    """One claim's figure and the outlet of its first appearance ("" if none is known)."""

    claim_id: int
    outlet: str
    quantity: Quantity


@dataclass(frozen=True, slots=True)
class Conflict:
    """Different values for one quantity. `unit`: ISO 4217 code, "%", or what is counted."""

    unit: str
    sides: tuple[Side, ...]


def claim_conflict(claim: Claim) -> Conflict | None:
    """Return the figure on which the claim differs from others of its family, or None.

    Only the pair of figures the matcher set against each other counts: a sentence may carry
    other figures, which answer other questions.
    """
    if claim.family_id is None:
        return None
    figures: dict[int, Quantity] = {}
    for relation in _differing_in_number(claim):
        other = relation.lower if relation.higher_id == claim.pk else relation.higher
        match = compare_figures(quantities_of(claim.quantities), quantities_of(other.quantities))
        if match.relation != "conflicting" or match.left is None or match.right is None:
            continue
        if figures.setdefault(claim.pk, match.left) == match.left:
            figures[other.pk] = match.right
    if not figures:
        return None
    outlets = _outlets(figures)
    sides = (Side(key, outlets.get(key) or "", each) for key, each in figures.items())
    return Conflict(figures[claim.pk].unit, tuple(sides))


def _differing_in_number(claim: Claim) -> QuerySet[ClaimRelation]:
    relations = ClaimRelation.objects.filter(
        Q(lower=claim) | Q(higher=claim),
        aspects__contains=["number"],
        lower__family=claim.family_id,
        higher__family=claim.family_id,
    )
    relations = relations.select_related("lower", "higher").defer("lower__vector", "higher__vector")
    return relations.order_by("-similarity")[:MOST_SIDES]


def _outlets(claim_ids: Iterable[int]) -> dict[int, str | None]:
    """Return the name of the outlet of each claim's first appearance."""
    first = Appearance.objects.filter(claim__in=list(claim_ids)).order_by("claim", "id")
    return dict(first.distinct("claim").values_list("claim", "article__source__name"))

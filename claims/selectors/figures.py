"""Where the figures of a family of claims differ."""

from __future__ import annotations

from dataclasses import dataclass

from django.db.models import Q, QuerySet

from claims.extraction.types import Quantity
from claims.matching.figures import compare_figures
from claims.models import Claim, ClaimRelation
from claims.models.values import quantities_of


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
    own: Quantity | None = None
    sides: dict[int, Side] = {}
    for relation in _differing_in_number(claim):
        other = relation.lower if relation.higher_id == claim.pk else relation.higher
        match = compare_figures(quantities_of(claim.quantities), quantities_of(other.quantities))
        if match.relation != "conflicting" or match.left is None or match.right is None:
            continue
        own = own or match.left
        if match.left == own:
            sides[other.pk] = _side(other, match.right)
    if own is None:
        return None
    return Conflict(own.unit, (_side(claim, own), *sides.values()))


def _differing_in_number(claim: Claim) -> QuerySet[ClaimRelation]:
    relations = ClaimRelation.objects.filter(
        Q(lower=claim) | Q(higher=claim),
        aspects__contains=["number"],
        lower__family=claim.family_id,
        higher__family=claim.family_id,
    )
    return relations.select_related("lower", "higher").order_by("id")


def _side(claim: Claim, quantity: Quantity) -> Side:
    first = claim.appearances.select_related("article__source").order_by("id").first()
    source = first.article.source if first else None
    return Side(claim.pk, source.name if source else "", quantity)

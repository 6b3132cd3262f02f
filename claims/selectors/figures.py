"""Figures of a family of claims, and where they differ."""

from __future__ import annotations

from collections import defaultdict
from dataclasses import dataclass

from claims.models import Appearance, Claim, ClaimRelation
from claims.models.values import Row

# Figures within this share of each other are the same one, rounded.
ROUNDING = 0.02


@dataclass(frozen=True, slots=True)
class Side:
    """One outlet's figure. `value` is in the conflict's unit; for a range, its lower end."""

    outlet: str
    value: float
    claim_id: int


@dataclass(frozen=True, slots=True)
class Conflict:
    """Different values for one quantity, in one unit (ISO 4217 code, "%", or what is counted)."""

    unit: str
    sides: tuple[Side, ...]


def family_conflict(claim: Claim) -> Conflict | None:
    """Return the figures on which the claim's family differs, or None.

    Only where the matcher said that a claim of the family differs in number: two figures in one
    family may also answer different questions of the same sentence.
    """
    if claim.family_id is None or not _differs_in_number(claim):
        return None
    sides = defaultdict(list)
    members = Appearance.objects.filter(claim__family=claim.family_id)
    for appearance in members.select_related("article__source").order_by("id"):
        for row in appearance.quantities:
            sides[row["unit"]].append(_side(appearance, row))
    conflicts = [(unit, _distinct(each)) for unit, each in sides.items()]
    found = [Conflict(unit, each) for unit, each in conflicts if len(each) > 1]
    return max(found, key=lambda conflict: len(conflict.sides), default=None)


def _differs_in_number(claim: Claim) -> bool:
    relations = ClaimRelation.objects.filter(aspects__contains=["number"])
    return relations.filter(lower__family=claim.family_id, higher__family=claim.family_id).exists()


def _side(appearance: Appearance, row: Row) -> Side:
    value = row["low"] if row["value"] is None else row["value"]
    source = appearance.article.source
    return Side(source.name if source else "", value or 0.0, appearance.claim_id or 0)


def _distinct(sides: list[Side]) -> tuple[Side, ...]:
    """Return one side per distinct value, smallest first; rounding makes no difference."""
    distinct: list[Side] = []
    for side in sorted(sides, key=lambda each: each.value):
        if not distinct or abs(side.value - distinct[-1].value) > ROUNDING * abs(side.value):
            distinct.append(side)
    return tuple(distinct)

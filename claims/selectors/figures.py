"""Where the figures a claim is told with differ: among its places, and within its family."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Collection, Iterable, Sequence
from dataclasses import dataclass, replace

from claims.extraction.types import Quantity, Span
from claims.matching.figures import compare_figures
from claims.models import Claim
from claims.selectors.figures_told import FiguresTold, figures_told
from factcheck.prepared import rows

MOST_SIDES = 12  # a reviewer compares no more than that


@dataclass(frozen=True, slots=True)
class Side:
    """A figure a claim is told with, and the outlet that told it so first ("" if none is known).

    `language` is the BCP 47 tag of the words its unit is written in.
    """

    claim_id: int
    outlet: str
    language: str
    quantity: Quantity


@dataclass(frozen=True, slots=True)
class Conflict:
    """Different values for one quantity. `unit`: ISO 4217 code, "%", or what is counted."""

    unit: str
    sides: tuple[Side, ...]


# Per claim: one that everybody contradicts has thousands of relations.
RELATIONS = """
SELECT claim.id, relation.other_id
FROM claims_claim claim CROSS JOIN LATERAL (
    SELECT relation.id, other.id AS other_id, similarity
    FROM claims_claimrelation relation
    JOIN claims_claim other ON other.id = lower_id + higher_id - claim.id
    WHERE (lower_id = claim.id OR higher_id = claim.id) AND aspects @> '["number"]'
        AND other.family_id = claim.family_id AND other.merged_into_id IS NULL
    ORDER BY similarity DESC, relation.id LIMIT %(most)s) relation
WHERE claim.id = ANY (%(claims)s) AND claim.family_id IS NOT NULL
ORDER BY claim.id, similarity DESC, relation.id
"""


def claim_conflict(claim: Claim) -> Conflict | None:
    """Return the figure on which the claim is told in contradiction, or None.

    By its own places, for people may merge claims whose figures differ, and by others of its family
    that the matcher or people say differ in number. Only one pair of figures counts: a sentence may
    carry others, which answer other questions.
    """
    return claim_conflicts([claim]).get(claim.pk)


def claim_conflicts(claims: Collection[Claim]) -> dict[int, Conflict]:
    """Return the conflicts of those of the claims that have one, as `claim_conflict`."""
    kin = _differing_in_number([claim.pk for claim in claims])
    told = figures_told(
        {claim.pk for claim in claims} | {pk for each in kin.values() for pk in each}
    )
    found = {
        claim.pk: _conflict(told[claim.pk], [each for pk in kin[claim.pk] for each in told[pk]])
        for claim in claims
    }
    return {pk: conflict for pk, conflict in found.items() if conflict}


def _conflict(own: Sequence[FiguresTold], of_kin: Sequence[FiguresTold]) -> Conflict | None:
    """Return the first figure of the claim that is contradicted, and all that contradict it."""
    for mine in own:
        sides = _sides(mine, [*own, *of_kin])
        if sides:
            return Conflict(sides[0].quantity.unit, tuple(sides[:MOST_SIDES]))
    return None


def _sides(mine: FiguresTold, among: Iterable[FiguresTold]) -> list[Side]:
    """Return a figure of `mine` and those set against it, each once by outlet; or nothing."""
    sides: dict[tuple[str, Quantity], Side] = {}
    against: Quantity | None = None
    for told in among:
        match = compare_figures(mine.quantities, told.quantities)
        if match.relation != "conflicting" or match.left is None or match.right is None:
            continue
        if against is None:
            against = match.left
            _add(sides, mine, against)
        if match.left == against:
            _add(sides, told, match.right)
    return [*sides.values()]


def _add(sides: dict[tuple[str, Quantity], Side], told: FiguresTold, figure: Quantity) -> None:
    side = Side(told.claim_id, told.outlet, told.language, figure)
    sides.setdefault((told.outlet, replace(figure, span=Span(0, 0))), side)


def _differing_in_number(claim_ids: Sequence[int]) -> dict[int, list[int]]:
    """Return what differs in number from each claim within its family, the nearest first, by id."""
    of_claim: dict[int, list[int]] = defaultdict(list)
    for claim_id, other in rows(RELATIONS, {"claims": list(claim_ids), "most": MOST_SIDES}):
        of_claim[claim_id].append(other)
    return of_claim

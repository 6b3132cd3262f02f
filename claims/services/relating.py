"""What the new claims of an article have to do with the claims near them: relations and families.

They are looked at together and the surest link is followed first. Placed one by one in the order
of the text, a weak link of an early sentence kept the sure one of a later sentence out.
"""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import dataclass

import numpy as np

from claims.matching.compare import compare, score
from claims.matching.crowding import crowding_among
from claims.matching.grouping import ONE_BY_ONE, are_one_family
from claims.matching.types import Comparison, Statement
from claims.models import Claim, ClaimRelation, Family
from claims.models.values import match_reason_rows
from claims.selectors.candidates import claims_to_be_near
from claims.selectors.decisions import are_told_apart
from claims.selectors.statements import with_statements

FAMILY_SAMPLE = 20  # the oldest members of a family speak for it


@dataclass(frozen=True, slots=True)
class Arrival:
    """A new claim, its statement, and the claims nearest to it when it came."""

    claim: Claim
    statement: Statement
    near: Sequence[tuple[Claim, Statement]]


@dataclass(frozen=True, slots=True)
class _Link:
    claim: Claim
    other: Claim
    comparison: Comparison


def claims_relate_step(*, arrivals: Sequence[Arrival]) -> None:
    """Store how new claims stand to those near them, and join families where it is clear.

    The machine never makes one of two families.
    """
    if not arrivals:
        return
    around = _Surroundings(arrivals)
    links = [link for arrival in arrivals for link in around.links(arrival)]
    for link in sorted(links, key=lambda link: -score(link.comparison.reasons)):
        if score(link.comparison.reasons) < ONE_BY_ONE.best:
            break
        _join_families(link, around)
    ClaimRelation.objects.bulk_create(
        _relation(link) for link in links if link.comparison.outcome != "unrelated"
    )


def _relation(link: _Link) -> ClaimRelation:
    return ClaimRelation(
        lower=link.other,
        higher=link.claim,
        # Some are near enough to be the same only now that more is known of what is around them.
        outcome="differs" if link.comparison.outcome == "differs" else "related",
        aspects=list(link.comparison.aspects),
        similarity=link.comparison.similarity,
        reasons=match_reason_rows(link.comparison.reasons),
    )


class _Surroundings:
    """The claims of one run, each once, with their statements and what crowds them."""

    def __init__(self, arrivals: Sequence[Arrival]) -> None:
        found = [pair for arrival in arrivals for pair in arrival.near]
        found += [(arrival.claim, arrival.statement) for arrival in arrivals]
        self.claims = {claim.pk: claim for claim, _statement in found}
        self.statements = {claim.pk: statement for claim, statement in found}
        self.vectors = np.array([statement.vector for statement in self.statements.values()])
        self.others = claims_to_be_near()
        self.crowding: dict[int, float] = {}
        self.families: dict[int, list[int]] = {}

    def links(self, arrival: Arrival) -> Iterator[_Link]:
        """Yield how an arrival compares to each claim near it."""
        for near, _statement in arrival.near:
            comparison = self.compare(arrival.claim.pk, near.pk)
            yield _Link(self.claims[arrival.claim.pk], self.claims[near.pk], comparison)

    def compare(self, one: int, other: int) -> Comparison:
        """Compare two claims that are known here."""
        crowding = (self._crowding_of(one) + self._crowding_of(other)) / 2
        return compare(self.statements[one], self.statements[other], crowding)

    def members(self, claim: Claim) -> list[int]:
        """Return the claims that speak for the family of a claim; alone it speaks for itself."""
        family = claim.family_id
        if family is None:
            return [claim.pk]
        if family not in self.families:
            oldest = Claim.objects.filter(family=family).order_by("pk")[:FAMILY_SAMPLE]
            for member, statement in with_statements(oldest):
                self.statements.setdefault(member.pk, statement)
                self.families.setdefault(family, []).append(member.pk)
        return self.families[family]

    def _crowding_of(self, claim: int) -> float:
        if claim not in self.crowding:
            cosines = self.vectors @ np.array(self.statements[claim].vector)
            # Itself is no neighbour; `crowding_among` takes no notice of what is as near as that.
            self.crowding[claim] = float(crowding_among(cosines[np.newaxis], self.others)[0])
        return self.crowding[claim]


def _join_families(link: _Link, around: _Surroundings) -> None:
    """Put the two into one family, if one of them has none yet and all that is known agrees.

    What a person took out of a family does not come back to it by way of a third claim.
    """
    if link.claim.family_id and link.other.family_id:
        return
    ours, theirs = around.members(link.claim), around.members(link.other)
    scores = [score(around.compare(one, other).reasons) for one in ours for other in theirs]
    if not are_one_family(scores, ONE_BY_ONE) or are_told_apart(link.claim, link.other):
        return
    family = link.claim.family or link.other.family or Family.objects.create()
    for claim in (link.claim, link.other):
        if claim.family_id is None:
            claim.family = family
            claim.save(update_fields=["family"])
    around.families[family.pk] = list(dict.fromkeys([*ours, *theirs]))[:FAMILY_SAMPLE]

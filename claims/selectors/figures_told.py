"""The figures claims are told with: those of their own words, and of each place they were made."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Collection, Iterable
from dataclasses import dataclass, replace

from claims.extraction.types import Quantity, Span
from claims.models.values import quantities_of
from factcheck.prepared import rows

MOST_APPEARANCES = 500  # of one claim: what it is told with is known by then

# Of hundreds of places with the same figures the first speaks for all.
TOLD = """
SELECT claim.id, claim.language, claim.quantities::json, article.language, told.quantities::json,
    coalesce(source.name, '')
FROM claims_claim claim
LEFT JOIN LATERAL (
    SELECT DISTINCT ON (figures) made.id, made.article_id, made.quantities
    FROM (
        SELECT id, article_id, quantities, (
            SELECT jsonb_agg(figure - 'start' - 'end') FROM jsonb_array_elements(quantities) figure
        ) AS figures
        FROM claims_appearance WHERE claim_id = claim.id AND repeats_id IS NULL
        ORDER BY id LIMIT %(most)s
    ) made
    ORDER BY figures, made.id
) told ON true
LEFT JOIN claims_article article ON article.id = told.article_id
LEFT JOIN claims_source source ON source.id = article.source_id
WHERE claim.id = ANY (%(claims)s)
ORDER BY claim.id, told.id
"""


@dataclass(frozen=True, slots=True)
class FiguresTold:
    """The figures of one telling of a claim, and who told it so first: "" if nobody knows.

    `language` is the BCP 47 tag of the words the units are written in.
    """

    claim_id: int
    outlet: str
    language: str
    quantities: tuple[Quantity, ...]


def figures_told(claim_ids: Collection[int]) -> dict[int, list[FiguresTold]]:
    """Return how each of these claims is told, its own words first, in one query.

    What was merged into a claim is told by it: its appearances are the claim's.
    """
    told: dict[int, dict[tuple[Quantity, ...], FiguresTold]] = defaultdict(dict)
    found = rows(TOLD, {"claims": list(claim_ids), "most": MOST_APPEARANCES})
    for claim_id, language, own, written_in, quantities, outlet in found:
        of_claim = told[claim_id]
        if not of_claim:
            _add(of_claim, FiguresTold(claim_id, outlet, language, quantities_of(own)))
        if quantities:
            _add(of_claim, FiguresTold(claim_id, outlet, written_in, quantities_of(quantities)))
    return {claim_id: [*of_claim.values()] for claim_id, of_claim in told.items()}


def _add(of_claim: dict[tuple[Quantity, ...], FiguresTold], told: FiguresTold) -> None:
    of_claim.setdefault(_without_places(told.quantities), told)


def _without_places(quantities: Iterable[Quantity]) -> tuple[Quantity, ...]:
    return tuple(replace(each, span=Span(0, 0)) for each in quantities)

"""Which claims earlier fact-checks are about: asked when either of the two comes."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Sequence

from django.db import connection
from pgvector.django import CosineDistance

from claims.matching.compare import answers_one_question, compare
from claims.matching.types import Comparison, Statement
from claims.models import Claim, EarlierCheck, EarlierCheckMatch
from claims.models.values import match_reason_rows, quantities_of
from claims.selectors.statements import with_statements

CANDIDATES = 5
# One question for a hundred checks: asked one by one they took longer than to be embedded.
NEAREST = """
SELECT checked.id, near.id
FROM claims_earliercheck checked CROSS JOIN LATERAL (
    SELECT id FROM claims_claim
    WHERE merged_into_id IS NULL ORDER BY vector <=> checked.vector LIMIT %(most)s) near
WHERE checked.id = ANY (%(checks)s)
"""


def earlier_checks_match(*, claim: Claim, statement: Statement) -> None:
    """Link the earlier fact-checks that are about `claim`, with the matcher's reasons."""
    near = EarlierCheck.objects.order_by(CosineDistance("vector", list(statement.vector)))
    found = [(each, compare(statement, _statement_of(each))) for each in near[:CANDIDATES]]
    _link([(claim, check, comparison) for check, comparison in found])


def claims_match_checks(*, checks: Sequence[EarlierCheck]) -> None:
    """Link the claims there are already to these checks; later ones meet them when they are made.

    Which they do only if they wait for this transaction: take the lock of matching before it.
    """
    near = _near(checks)
    claims = Claim.objects.filter(pk__in={pk for each in near.values() for pk in each})
    statements = {claim.pk: (claim, statement) for claim, statement in with_statements(claims)}
    _link(
        [
            (claim, check, compare(statement, _statement_of(check)))
            for check in checks
            for claim, statement in (statements[pk] for pk in near[check.pk])
        ]
    )


def _near(checks: Sequence[EarlierCheck]) -> dict[int, list[int]]:
    """Return the ids of the claims nearest to each of the checks."""
    near: dict[int, list[int]] = defaultdict(list)
    keys = [each.pk for each in checks]
    with connection.cursor() as cursor:
        cursor.execute(NEAREST, {"checks": keys, "most": CANDIDATES})
        for check, claim in cursor.fetchall():
            near[check].append(claim)
    return near


def _link(compared: Sequence[tuple[Claim, EarlierCheck, Comparison]]) -> None:
    """Store what answers one question. A link there is stays, with what people said of it."""
    EarlierCheckMatch.objects.bulk_create(
        [
            EarlierCheckMatch(
                claim=claim,
                check_found=check,
                outcome=comparison.outcome,
                similarity=comparison.similarity,
                reasons=match_reason_rows(comparison.reasons),
            )
            for claim, check, comparison in compared
            if answers_one_question(comparison)
        ],
        ignore_conflicts=True,
    )


def _statement_of(check: EarlierCheck) -> Statement:
    return Statement(
        text=check.claim_reviewed,
        language=check.language,
        vector=tuple(map(float, check.vector)),
        quantities=quantities_of(check.quantities),
    )

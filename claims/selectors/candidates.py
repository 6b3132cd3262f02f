"""The claims a statement is compared with: near in meaning, or with the same names and figures."""

from __future__ import annotations

from functools import reduce
from operator import or_

from django.db import connection, transaction
from django.db.models import Q
from pgvector.django import CosineDistance

from claims.matching.crowding import ENOUGH_OTHERS
from claims.matching.keys import keys_of, telling_pairs
from claims.matching.types import Statement
from claims.models import Claim
from claims.selectors.statements import with_statements

CANDIDATES = 20
MOST_SHARING = 200  # of those with a name and a figure in common, the newest are compared
# How far the index looks around: among a million claims its own 40 misses one in four of the
# nearest ten, and 100 with the links that an index has by itself one in five.
LOOK_AROUND = "SET LOCAL hnsw.ef_search = 600"


def near_claims(statement: Statement) -> list[tuple[Claim, Statement]]:
    """Return the claims that may be the same as `statement`, with their statements.

    First the CANDIDATES nearest in meaning, nearest first; behind them others that have a name and
    a figure in common with it, CANDIDATES at most. Merged ones too: their words lead to the claim
    that stands.
    """
    claims = Claim.objects.all()
    distance = CosineDistance("vector", list(statement.vector))
    with transaction.atomic(savepoint=False), connection.cursor() as cursor:
        cursor.execute(LOOK_AROUND)
        near = with_statements(claims.order_by(distance)[:CANDIDATES])
    pairs = telling_pairs(keys_of(statement.text, statement.quantities))
    if not pairs:
        return near
    known = {claim.pk for claim, _statement in near}
    sharing = claims.filter(reduce(or_, (Q(keys__contains=pair) for pair in pairs)))
    # Asked for by their keys: by distance at once, the index of the vectors would be walked.
    keys = set(sharing.order_by("-pk").values_list("pk", flat=True)[:MOST_SHARING]) - known
    if not keys:
        return near
    return near + with_statements(claims.filter(pk__in=keys).order_by(distance)[:CANDIDATES])


def claims_to_be_near() -> int:
    """Return how many claims there are, as far as it matters to how crowded a statement is."""
    return Claim.objects.filter(merged_into__isnull=True).order_by()[:ENOUGH_OTHERS].count()

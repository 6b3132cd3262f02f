"""Claims that say something like what somebody searches for, in whatever words and language."""

from __future__ import annotations

from collections.abc import Sequence

from pgvector.django import CosineDistance

from claims.models import Claim
from factcheck.accounts.models import User
from reviews.models import SearchKind
from reviews.selectors.search_found import entries_within, found_of
from reviews.selectors.search_hits import Hit, hits_of
from reviews.selectors.search_order import Found
from reviews.selectors.search_wish import SearchWish

MOST = 10
FEW = 10  # with fewer claims than these found by their words, others are offered
_LOOKED_AT = 100  # filters may leave few of them
# Farther claims have little in common with a query but its language.
FARTHEST = 0.72


def claims_alike(vector: Sequence[float], wish: SearchWish, user: User) -> list[Hit]:
    """Return the claims nearest to `vector` that the filters of `wish` leave, nearest first.

    Without those that are found by its words already, on whatever page.
    """
    near = _near(vector)
    found = found_of(SearchKind.CLAIM, wish, user)
    entries = entries_within(wish, user, SearchKind.CLAIM).filter(claim__in=near)
    by_claim = {entry.claim_id: entry for entry in entries.exclude(pk__in=found).defer("words")}
    nearest = [by_claim[claim] for claim in near if claim in by_claim][:MOST]
    found_now = [Found(0.0, each.at, each.pk, SearchKind.CLAIM, each.row_id) for each in nearest]
    return hits_of(found_now, None)


def _near(vector: Sequence[float]) -> list[int]:
    distance = CosineDistance("vector", list(vector))
    near = Claim.objects.annotate(distance=distance).order_by("distance")
    rows = near.values_list("pk", "distance")[:_LOOKED_AT]
    return [claim for claim, far in rows if far <= FARTHEST]

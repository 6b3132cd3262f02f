"""Items whose claim has the words somebody looks for, quickly whether few claims have them or most.

PostgreSQL cannot tell how rare a phrase is, and either plan is bad for the other case: it walked
two hundred thousand items in order of priority for a phrase that no claim had.
"""

from __future__ import annotations

from django.db.models import OuterRef, Q, QuerySet, Subquery

from claims.models import Claim
from claims.models.claim_words import Has, has_words

# Up to here the claims come from the index and their items are sorted; from here on enough of the
# items have the words that the first fifty are found by walking over them in order.
MOST_FOUND = 5000


def claims_saying(text: str) -> Q | Subquery:
    """Return the condition for items whose claim has every word of `text`."""
    words = has_words(text)
    if words is None:
        return Q(pk__in=[])
    found = _found(words)
    if found[: MOST_FOUND + 1].count() <= MOST_FOUND:
        return Q(claim__in=found[:MOST_FOUND])
    # A value, not a set: it is looked at item by item, in the order of the list.
    said = Claim.objects.filter(pk=OuterRef("claim")).annotate(has=words).values("has")
    return Subquery(said)


def some_claims_saying(text: str) -> tuple[Q, bool]:
    """Return the condition for at most MOST_FOUND such claims, and whether there are more."""
    words = has_words(text)
    if words is None:
        return Q(pk__in=[]), False
    found = _found(words)
    return Q(claim__in=found[:MOST_FOUND]), found[: MOST_FOUND + 1].count() > MOST_FOUND


def _found(words: Has) -> QuerySet[Claim, int]:
    return Claim.objects.filter(words).order_by().values_list("pk", flat=True)

"""Items whose claim has the words somebody looks for, quickly whether few claims have them or most.

PostgreSQL cannot tell how rare a phrase is, and either plan is bad for the other case: it walked
two hundred thousand items in order of priority for a phrase that no claim had.
"""

from __future__ import annotations

from dataclasses import dataclass

from django.db.models import OuterRef, Q, QuerySet, Subquery

from claims.models import Claim
from claims.models.claim_words import Has, has_words, parts_of
from claims.selectors.word_shares import is_one_word, share_of, word_shares

# Up to here the claims come from the index and their items are sorted; from here on enough of the
# items have the words that the first fifty are found by walking over them in order.
MOST_FOUND = 5000
# From this share of the claims on a word is common: walking finds a page of it in the first
# thousand items, and the index takes long to count it.
COMMON = 0.05


@dataclass(frozen=True, slots=True)
class Search:
    """All the words, and those that the index is asked for: the rare ones, if there are any.

    The index counts a word in every claim that has it, be it a million, however rare the others
    are: "report 00004321" took 250 ms. `are_many` holds when surely many claims have all words.
    """

    words: Has
    asked: Has
    is_all_asked: bool
    are_many: bool

    @property
    def found(self) -> QuerySet[Claim, int]:
        """Return the claims from the index: with all the words, or with the rare ones."""
        return Claim.objects.filter(self.asked).order_by().values_list("pk", flat=True)

    @property
    def said(self) -> Subquery:
        """Return a value, not a set: whether the claim of an item has all the words.

        It is looked at item by item, in the order of the list.
        """
        claim = Claim.objects.filter(pk=OuterRef("claim"))
        return Subquery(claim.annotate(has=self.words).values("has"))


def search_for(text: str) -> Search | None:
    """Return how to look for `text`; None when there is no word in it."""
    words = has_words(text)
    if words is None:
        return None
    parts, shares = parts_of(text), word_shares()
    part_shares = {part: share_of(part, shares) for part in parts}
    rare = [part for part in parts if part_shares[part] < COMMON]
    asked = has_words(" ".join(rare)) if len(rare) < len(parts) else None
    return Search(
        words=words,
        asked=asked or words,
        is_all_asked=asked is None,
        are_many=_least_share(part_shares) >= COMMON,
    )


def _least_share(shares: dict[str, float]) -> float:
    """Return the share of claims that have all parts even if each is missing where others are."""
    if not all(map(is_one_word, shares)):
        return 0.0
    return sum(shares.values()) - (len(shares) - 1)


def claims_saying(text: str) -> list[Q | Subquery]:
    """Return the conditions for items whose claim has every word of `text`."""
    search = search_for(text)
    if search is None:
        return [Q(pk__in=[])]
    if search.are_many or search.found[: MOST_FOUND + 1].count() > MOST_FOUND:
        return [search.said]
    found = Q(claim__in=search.found[:MOST_FOUND])
    return [found] if search.is_all_asked else [found, search.said]


def some_claims_saying(text: str) -> tuple[list[Q | Subquery], bool]:
    """Return the conditions for at most MOST_FOUND such claims, and whether there may be more."""
    search = search_for(text)
    if search is None:
        return [Q(pk__in=[])], False
    found = Q(claim__in=search.found[:MOST_FOUND])
    or_more = search.found[: MOST_FOUND + 1].count() > MOST_FOUND
    return [found] if search.is_all_asked else [found, search.said], or_more

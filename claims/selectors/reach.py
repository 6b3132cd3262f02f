"""How far a claim has spread: in how many outlets, and in how many texts of their own."""

from __future__ import annotations

from collections.abc import Collection, Sequence
from dataclasses import dataclass

from django.db.models.functions import Coalesce

from claims.evidence.sharing import groups_sharing
from claims.models import Appearance, Claim


@dataclass(frozen=True, slots=True)
class Reach:
    """`outlets` that carry a claim; `texts` that share neither outlet nor wording with another."""

    outlets: int
    texts: int


def claim_reach(claim: Claim) -> Reach:
    """Return the reach of `claim`. Versions of a page are one text, and so are copies of one."""
    return claim_reaches([claim.pk])[claim.pk]


def claim_reaches(claim_ids: Collection[int]) -> dict[int, Reach]:
    """Return the reach of each of these claims, as `claim_reach`, in one query."""
    made = Appearance.objects.filter(claim__in=claim_ids).order_by()
    rows = made.values_list(
        "claim", "article__source", Coalesce("article__sketch__original", "article")
    )
    places: dict[int, list[tuple[int | None, int]]] = {key: [] for key in claim_ids}
    for key, source, original in rows.distinct():
        places[key].append((source, original))
    return {key: _reach(each) for key, each in places.items()}


def _reach(places: Sequence[tuple[int | None, int]]) -> Reach:
    marks = [
        {("text", original)} | ({("outlet", source)} if source else set())
        for source, original in places
    ]
    outlets = {source for source, _original in places if source}
    return Reach(len(outlets), len(groups_sharing(marks)))

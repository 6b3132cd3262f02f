"""How far a claim has spread: in how many outlets, and in how many texts of their own."""

from __future__ import annotations

from dataclasses import dataclass

from django.db.models.functions import Coalesce

from claims.evidence.sharing import groups_sharing
from claims.models import Claim


@dataclass(frozen=True, slots=True)
class Reach:
    """`outlets` that carry a claim; `texts` that share neither outlet nor wording with another."""

    outlets: int
    texts: int


def claim_reach(claim: Claim) -> Reach:
    """Return the reach of `claim`. Versions of a page are one text, and so are copies of one."""
    made = claim.appearances.order_by().values_list(
        "article__source", Coalesce("article__sketch__original", "article")
    )
    places = list(made.distinct())
    marks = [
        {("text", original)} | ({("outlet", source)} if source else set())
        for source, original in places
    ]
    outlets = {source for source, _original in places if source}
    return Reach(len(outlets), len(groups_sharing(marks)))

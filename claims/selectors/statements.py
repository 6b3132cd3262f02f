"""Stored claims as the matcher wants them."""

from __future__ import annotations

from django.db.models import OuterRef, QuerySet, Subquery

from claims.matching.types import Statement
from claims.models import Appearance, Claim
from claims.models.values import dates_of, quantities_of


def with_statements(claims: QuerySet[Claim]) -> list[tuple[Claim, Statement]]:
    """Return each claim with its statement: that of its first appearance."""
    first = Appearance.objects.filter(claim=OuterRef("pk")).order_by("id")
    found = claims.annotate(document=Subquery(first.values("article")[:1]))
    return [(claim, _statement(claim, str(claim.document or ""))) for claim in found]


def _statement(claim: Claim, document: str) -> Statement:
    return Statement(
        text=claim.text,
        language=claim.language,
        vector=tuple(map(float, claim.vector)),
        speaker=claim.speaker,
        quantities=quantities_of(claim.quantities),
        dates=dates_of(claim.dates),
        document=document,
        about=claim.about,
    )

"""Stored claims as the matcher wants them."""

from __future__ import annotations

from claims.matching.types import Statement
from claims.models import Claim
from claims.models.values import dates_of, quantities_of


def statement_of(claim: Claim) -> Statement:
    """Return the statement of a claim: that of its first appearance."""
    return Statement(
        text=claim.text,
        language=claim.language,
        vector=tuple(map(float, claim.vector)),
        speaker=claim.speaker,
        quantities=quantities_of(claim.quantities),
        dates=dates_of(claim.dates),
    )

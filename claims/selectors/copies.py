"""Copies of pages, and what cites them."""

from __future__ import annotations

from collections.abc import Collection

from claims.models import CopyFetch, Evidence

# Columns of a copy that only its own page and the search for a quotation need: they can be large.
LARGE = ("copy__text", "copy__headers")


def kept_evidence(claim_ids: Collection[int]) -> dict[tuple[int, str, str], Evidence]:
    """Return the evidence of which a copy is kept, by claim, address and passage.

    A published verdict holds its evidence as it was, without ids: these three tell rows apart. Of
    several rows alike, the others were removed: the newest one counts.
    """
    rows = Evidence.objects.filter(claim__in=claim_ids, copy__isnull=False)
    kept = rows.select_related("copy").defer(*LARGE).order_by("id")
    return {(row.claim_id, row.url, row.quote): row for row in kept}


def evidence_fetch(evidence: Evidence) -> CopyFetch | None:
    """Return the first fetch of its copy from the address of this evidence; None if unknown."""
    return CopyFetch.objects.filter(copy=evidence.copy_id, url=evidence.url).first()

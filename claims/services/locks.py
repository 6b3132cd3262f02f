"""Locks that several services take, always in this order: claim, queue item, verdict."""

from __future__ import annotations

from claims.models import Claim


def claim_lock(*, claim_id: int) -> Claim:
    """Return the claim, locked until the transaction ends: nobody changes its evidence meanwhile.

    FOR NO KEY UPDATE, so that inserting rows that refer to the claim does not wait.
    """
    return Claim.objects.select_for_update(no_key=True).get(pk=claim_id)

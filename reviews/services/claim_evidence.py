"""Evidence as the desk works with it: whoever is recused from a claim adds and removes none."""

from __future__ import annotations

from django.db import transaction

from claims.models import Claim, Evidence, PageWatch
from claims.services.copies import copy_wish
from claims.services.evidence import evidence_add, evidence_remove
from claims.services.locks import claim_lock
from factcheck.accounts.models import User
from reviews.services.recusals import check_claim_recusals


def claim_evidence_add(*, claim: Claim, actor: User, **fields: str) -> Evidence:
    """Add a row; `fields` and what it raises besides NotAllowed are those of `evidence_add`."""
    with transaction.atomic():
        claim_lock(claim_id=claim.pk)
        check_claim_recusals(claim_id=claim.pk, actor=actor)
        return evidence_add(claim=claim, actor=actor, **fields)


def claim_evidence_remove(*, evidence: Evidence, actor: User) -> Evidence:
    """Mark a row as removed; raises what `evidence_remove` raises, and NotAllowed."""
    with transaction.atomic():
        claim_lock(claim_id=evidence.claim_id)
        check_claim_recusals(claim_id=evidence.claim_id, actor=actor)
        return evidence_remove(evidence=evidence, actor=actor)


def claim_evidence_copy(*, evidence: Evidence, actor: User) -> PageWatch:
    """Have the page copied, or tried again; raises what `copy_wish` raises, and NotAllowed."""
    with transaction.atomic():
        claim_lock(claim_id=evidence.claim_id)
        check_claim_recusals(claim_id=evidence.claim_id, actor=actor)
        return copy_wish(evidence=evidence, actor=actor)

"""Evidence as the desk works with it: whoever is recused from a claim adds and removes none."""

from __future__ import annotations

from django.db import transaction
from django.utils.translation import gettext as _

from claims.models import Claim, Evidence, PageWatch
from claims.services.copies import copy_make, copy_wish, lacks_quote
from claims.services.evidence import evidence_add, evidence_remove
from claims.services.locks import claim_lock
from factcheck.accounts.models import User
from factcheck.errors import WrongState
from reviews.models import Verdict
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
    """Have the page copied, or tried again; raises what `copy_wish` raises, and NotAllowed.

    Raises WrongState too for a copy that a published verdict rests on.
    """
    with transaction.atomic():
        claim_lock(claim_id=evidence.claim_id)
        check_claim_recusals(claim_id=evidence.claim_id, actor=actor)
        if _is_rested_on(evidence):
            raise WrongState(_("A published verdict rests on this copy, so it stays."), code="kept")
        return copy_wish(evidence=evidence, actor=actor)


def wants_copy(evidence: Evidence) -> bool:
    """Return whether a due page is to be copied, or else looked at for changes."""
    if evidence.copy_id is None:
        return True
    return lacks_quote(evidence) and not _is_rested_on(evidence)


def claim_evidence_keep(*, watch: PageWatch) -> None:
    """Copy the page; of evidence that was signed off, title and publisher stay as they were."""
    copy_make(watch=watch, may_fill=_may_fill)


def _may_fill(evidence: Evidence) -> bool:
    signed_off = Verdict.objects.filter(
        claim=evidence.claim_id, signed_off_at__gte=evidence.added_at
    )
    return not signed_off.exists()


def _is_rested_on(evidence: Evidence) -> bool:
    """Return whether a verdict was published since the copy was made. None is without a copy."""
    if evidence.fetched_at is None:
        return False
    published = Verdict.objects.filter(
        claim=evidence.claim_id, published_at__gte=evidence.fetched_at
    )
    return published.exists()

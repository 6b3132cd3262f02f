"""A clearer wording beside a claim. The claim itself stays as it was made."""

from __future__ import annotations

from django.db import transaction
from django.utils.translation import gettext as _

from claims.models import Claim
from claims.services.locks import claim_lock
from factcheck.accounts.models import User
from factcheck.accounts.roles import Role
from factcheck.audit.log import record
from factcheck.errors import NotAllowed
from factcheck.texts import check_text
from reviews.services.recusals import check_claim_recusals
from reviews.services.stale_writes import stale_write

MAX_WORDING = 2000


def claim_clarify(*, claim: Claim, actor: User, wording: str, based_on: str) -> Claim:
    """Set the clarified wording, "" for none. `based_on` is the wording that was changed.

    For editors who are not recused from the claim. Readers see it, so it is part of what is signed
    off: changing it voids that. A published verdict keeps the wording it was published with.
    Raises Stale when somebody changed it since, InvalidInput for what is no text.
    """
    if Role.EDITOR not in actor.roles:
        raise NotAllowed(_("Only an editor may clarify a claim."), code="role")
    check_text("clarified", wording, limit=MAX_WORDING)
    wording = wording.replace("\r\n", "\n").strip()
    with transaction.atomic():
        row = claim_lock(claim_id=claim.pk)
        check_claim_recusals(claim_id=row.pk, actor=actor)
        if row.clarified == wording:
            return row
        if row.clarified != based_on.replace("\r\n", "\n").strip():
            raise stale_write(
                row=row, typed={"clarified": wording}, current={"clarified": row.clarified}
            )
        before, row.clarified = row.clarified, wording
        row.save(update_fields=["clarified"])
        record(
            actor=actor, action="claim.clarify", target=row,
            before={"clarified": before}, after={"clarified": wording},
        )  # fmt: skip
    return row

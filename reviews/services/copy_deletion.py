"""Deleting a copy that no verdict rests on, as a court or the law on personal data may ask."""

from __future__ import annotations

from functools import partial

from django.db import transaction
from django.utils.translation import gettext as _

from claims.models import Evidence, PageWatch, StoredCopy
from claims.services.locks import claim_lock
from claims.services.vault import file_drop
from factcheck.accounts.models import User
from factcheck.accounts.roles import Role
from factcheck.audit.log import record
from factcheck.errors import InvalidInput, NotAllowed, WrongState
from factcheck.texts import check_text
from reviews.models import Verdict
from reviews.selectors.vault import evidence_citing

MAX_REASON = 2000


def copy_delete(*, copy: StoredCopy, actor: User, reason: str) -> None:
    """Delete a copy, its file included; evidence that cited it has none from then on.

    Raises NotAllowed for all but administrators, InvalidInput without a reason, and WrongState with
    the verdicts by name while evidence of any verdict cites it.
    """
    if Role.ADMINISTRATOR not in actor.roles:
        message = _("Copies are deleted by administrators only.")
        raise NotAllowed(message, code="role")
    check_text("reason", reason, limit=MAX_REASON)
    if not reason.strip():
        raise InvalidInput("reason", _("Say why this copy is deleted."))
    with transaction.atomic():
        citing = _lock_citing(copy)
        _refuse_cited(citing)
        Evidence.objects.filter(copy=copy).update(copy=None, fetched_at=None)
        PageWatch.objects.filter(latest=copy).update(latest=None)
        PageWatch.objects.filter(evidence__in=citing).update(quote_found="")
        StoredCopy.objects.filter(pk=copy.pk).delete()
        transaction.on_commit(partial(file_drop, sha256=copy.sha256))
        record(
            actor=actor, action="copy.delete", target=copy, note=reason.strip(),
            before={"sha256": copy.sha256, "url": copy.final_url, "evidence": citing},
        )  # fmt: skip


def _lock_citing(copy: StoredCopy) -> list[int]:
    """Lock the claims of the evidence that cites the copy; return the ids of the evidence."""
    citing = dict(evidence_citing(copy).values_list("pk", "claim_id"))
    for claim_id in sorted(set(citing.values())):
        claim_lock(claim_id=claim_id)
    return sorted(citing)


def _refuse_cited(evidence_ids: list[int]) -> None:
    verdicts = Verdict.objects.filter(claim__evidence__in=evidence_ids).distinct().order_by("pk")
    if not verdicts:
        return
    names = "; ".join(f"#{verdict.claim_id}, v{verdict.version}: {verdict}" for verdict in verdicts)
    message = _("Verdicts rest on this copy, so it is kept: %(verdicts)s.") % {"verdicts": names}
    raise WrongState(message, code="cited")

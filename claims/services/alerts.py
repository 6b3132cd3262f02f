"""Alerts are raised by the machine, once per cause, and settled by an editor with a note."""

from __future__ import annotations

from collections.abc import Mapping
from typing import Any

from django.db import transaction
from django.utils import timezone
from django.utils.translation import gettext as _

from claims.models import Alert, AlertKind, Article, Claim, Evidence, Source
from factcheck.accounts.models import User
from factcheck.accounts.roles import Role
from factcheck.audit.log import record
from factcheck.errors import InvalidInput, NotAllowed, WrongState
from factcheck.texts import check_text

MAX_NOTE = 2000


def alert_raise(
    *,
    kind: AlertKind,
    cause: str,
    article: Article | None = None,
    claim: Claim | None = None,
    checked_claim_id: int | None = None,
    source: Source | None = None,
    evidence: Evidence | None = None,
    details: Mapping[str, Any] | None = None,
) -> tuple[Alert, bool]:
    """Raise an alert; return it and whether it is new: one per `kind` and `cause`, for ever.

    Name in `cause` what happened, so that it happening again is another cause ("article 7",
    "feed 3 since 2026-05-01"). It is recorded: call it last in a transaction of yours.
    """
    with transaction.atomic():
        alert, is_new = Alert.objects.get_or_create(
            kind=kind,
            cause=cause,
            defaults={
                "article": article,
                "claim": claim,
                "checked_claim_id": checked_claim_id,
                "source": source,
                "evidence": evidence,
                "details": dict(details or {}),
            },
        )
        if is_new:
            record(actor=None, action="alert.raise", target=alert, after=_shown(alert))
    return alert, is_new


def alert_settle(*, alert: Alert, actor: User | None, note: str) -> Alert:
    """Settle an alert; `actor` None is the machine, which saw that it is over.

    Raises NotAllowed for whoever is no editor, InvalidInput without a note, WrongState if it was
    settled already.
    """
    if actor is not None and Role.EDITOR not in actor.roles:
        raise NotAllowed(_("Alerts are settled by editors."), code="role")
    check_text("note", note, limit=MAX_NOTE)
    if not note.strip():
        raise InvalidInput("note", _("Say what was done about it."))
    with transaction.atomic():
        row = Alert.objects.select_for_update(no_key=True).get(pk=alert.pk)
        if row.settled_at is not None:
            raise WrongState(_("This alert was settled already."))
        row.settled_at, row.settled_by, row.note = timezone.now(), actor, note.strip()
        row.save(update_fields=["settled_at", "settled_by", "note"])
        record(actor=actor, action="alert.settle", target=row, note=row.note)
    return row


def _shown(alert: Alert) -> dict[str, object]:
    return {
        "kind": alert.kind,
        "cause": alert.cause,
        "article": alert.article_id,
        "claim": alert.claim_id,
        "checked_claim": alert.checked_claim_id,
        "source": alert.source_id,
        "evidence": alert.evidence_id,
    }

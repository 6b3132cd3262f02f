"""Earlier fact-checks that editors have taken in: by a worker, which tells how far it is."""

from __future__ import annotations

import datetime
from collections.abc import Mapping
from itertools import islice
from pathlib import PurePath
from typing import Any

from django.db import transaction
from django.db.models import F
from django.utils import timezone
from django.utils.translation import gettext as _

from claims.models import CheckImport
from claims.services.articles import MAX_ATTEMPTS, STEP_LEASE
from claims.services.page_wishes import address_checked
from claims.sources.check_documents import NoDocument, check_document
from factcheck.accounts.models import User
from factcheck.accounts.roles import Role
from factcheck.audit.log import record
from factcheck.errors import InvalidInput, NotAllowed

MOST_BYTES = 64 * 1024 * 1024  # of one import: some hundred thousand fact-checks
COUNTED = ("new", "changed", "known", "withdrawn")
MOST_REFUSED = 10_000  # named; a file of which more cannot be read is none of ours


def check_importer(actor: User) -> None:
    """Raise NotAllowed for all but editors."""
    if Role.EDITOR not in actor.roles:
        raise NotAllowed(_("Earlier fact-checks are taken in by editors."), code="role")


def check_import_ask(
    *, actor: User, data: bytes = b"", url: str = "", name: str = ""
) -> CheckImport:
    """Have the fact-checks of `data`, or of what is at `url`, taken in by a worker.

    Raises NotAllowed, and InvalidInput for nothing, for too much, and for what is no address.
    """
    check_importer(actor)
    address = address_checked(url) if url.strip() else ""
    if not address and not data.strip():
        raise InvalidInput("document", _("Give a text, a file or an address."))
    if len(data) > MOST_BYTES:
        limit = MOST_BYTES // 2**20
        raise InvalidInput(
            "document", _("This is more than %(limit)d MB.") % {"limit": limit}, code="too_large"
        )
    if data:
        document_of(data)
    with transaction.atomic():
        row = CheckImport.objects.create(
            document=data, url=address, name=PurePath(name).name[:300], by=actor,
            due_at=timezone.now(),
        )  # fmt: skip
        after = {"url": address, "name": row.name, "bytes": len(data)}
        record(actor=actor, action="check_import.ask", target=row, after=after)
    return row


def check_import_begin(*, import_id: int) -> CheckImport | None:
    """Claim a due import for this worker; None when it is not due.

    One that has outlived MAX_ATTEMPTS workers is given up: it would kill the next one too.
    """
    now = timezone.now()
    due = CheckImport.objects.filter(pk=import_id, due_at__lte=now)
    for row in due.filter(attempts__gte=MAX_ATTEMPTS):
        died = _("The worker died at it %(count)d times.") % {"count": row.attempts}
        check_import_end(row=row, failure=died)
    begun = due.filter(attempts__lt=MAX_ATTEMPTS).update(
        due_at=now + STEP_LEASE, attempts=F("attempts") + 1
    )
    return CheckImport.objects.select_related("by").get(pk=import_id) if begun else None


def check_import_postpone(*, row: CheckImport, seconds: float | None) -> None:
    """Have an import tried again after so many seconds, or a minute, as if it never began."""
    due = timezone.now() + datetime.timedelta(seconds=seconds or 60)
    CheckImport.objects.filter(pk=row.pk, finished_at__isnull=True).update(
        due_at=due, attempts=F("attempts") - 1
    )


def check_import_end(
    *,
    row: CheckImport,
    counts: Mapping[str, int] | None = None,
    refused: Mapping[int, InvalidInput] | None = None,
    failure: str = "",
) -> None:
    """Write what became of an import; what was sent is kept no longer."""
    with transaction.atomic():
        locked = CheckImport.objects.select_for_update(no_key=True).get(pk=row.pk)
        if locked.finished_at is not None:  # another worker's by now
            return
        locked.finished_at, locked.due_at, locked.failure = timezone.now(), None, failure
        locked.document = b""
        for name, count in (counts or {}).items():
            setattr(locked, name, count)
        locked.refused = [
            {"row": number, "field": each.field, "message": each.message}
            for number, each in islice((refused or {}).items(), MOST_REFUSED)
        ]
        locked.save()
        after = {name: getattr(locked, name) for name in COUNTED} | {"refused": len(refused or {})}
        record(actor=None, action="check_import.end", target=locked, note=failure, after=after)


def document_of(data: bytes, charset: str = "") -> Any:
    """Return what was sent, as JSON has it. Raises InvalidInput."""
    try:
        return check_document(data, charset=charset)
    except NoDocument as error:
        message = _("This is no JSON: %(error)s.") % {"error": error}
        raise InvalidInput("document", message) from error

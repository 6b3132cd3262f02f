"""Copies of pages are deleted with a reason, and never those that a verdict cites."""

from __future__ import annotations

from typing import Any

import pytest
from django.db import DatabaseError, connection, transaction
from django.db.models import ProtectedError

from claims.models import StoredCopy
from factcheck.accounts.models import User
from factcheck.audit.models import AuditEvent
from factcheck.errors import DeskError
from reviews.services.copy_deletion import copy_delete
from tests.services.test_copies import PAGE, cited, drafted, file_of
from tests.web_server import PageServer

STATEMENTS = [
    "DELETE FROM claims_storedcopy",
    "UPDATE claims_storedcopy SET text = 'Another one'",
    "UPDATE claims_storedcopy SET stored_as = 'vault/00/00'",
    "UPDATE claims_evidence SET copy_id = NULL, fetched_at = NULL",
    "UPDATE claims_evidence SET fetched_at = now()",
    "DELETE FROM claims_evidence",
]


def test_what_a_verdict_cites_is_not_deleted_by_any_way(
    web_server: PageServer, fact_checker: User, administrator: User
) -> None:
    verdict, copy = drafted(fact_checker, web_server.place("/table", PAGE))
    with pytest.raises(DeskError, match=rf"#{verdict.claim_id}, v1: {verdict.summary}"):
        copy_delete(copy=copy, actor=administrator, reason="Asked for by letter.")
    with pytest.raises(ProtectedError):
        copy.delete()
    with pytest.raises(DatabaseError, match="evidence of a verdict cites it"), transaction.atomic():
        StoredCopy.objects.filter(pk=copy.pk)._raw_delete("default")
    for statement in STATEMENTS:
        with (
            pytest.raises(DatabaseError, match=r"is kept|is frozen|keeps its copy"),
            transaction.atomic(),
            connection.cursor() as cursor,
        ):
            cursor.execute(statement)
    assert file_of(copy).exists()


def test_a_copy_that_no_verdict_cites_is_deleted_by_administrators_with_a_reason(
    web_server: PageServer,
    fact_checker: User,
    editor: User,
    administrator: User,
    django_capture_on_commit_callbacks: Any,
) -> None:
    evidence = cited(fact_checker, web_server.place("/table", PAGE))
    copy = evidence.copy
    assert copy is not None
    for actor, reason in ((fact_checker, "x"), (editor, "x"), (administrator, " ")):
        with pytest.raises(DeskError):
            copy_delete(copy=copy, actor=actor, reason=reason)
    with django_capture_on_commit_callbacks(execute=True):
        copy_delete(copy=copy, actor=administrator, reason="Asked for by letter.")
    evidence.refresh_from_db()
    assert (evidence.copy, evidence.fetched_at) == (None, None)
    assert not file_of(copy).exists()
    event = AuditEvent.objects.get(action="copy.delete")
    assert (event.note, event.before["sha256"]) == ("Asked for by letter.", copy.sha256)

"""A log from before its end was written down is chained anew by the migration, once it is whole."""

from __future__ import annotations

import hashlib
import json
from importlib import import_module

import pytest
from django.core.management.base import CommandError
from django.db import connection
from django.db.migrations.exceptions import IrreversibleError
from django.db.migrations.executor import MigrationExecutor
from django.utils import timezone

from factcheck.audit.models import AuditEvent, AuditHead
from factcheck.audit.verification import audit_verify
from tests.audit import tamper, write_events

BEFORE = [("audit", "0002_append_only")]
MIGRATION = import_module("factcheck.audit.migrations.0003_head")


def migrate(targets: list[tuple[str, str]] | None = None) -> None:
    """Migrate the log to `targets`, or to the newest there is."""
    executor = MigrationExecutor(connection)
    executor.migrate(targets or executor.loader.graph.leaf_nodes("audit"))


def old_log(events: int) -> str:
    """Leave a log as it was before, chained by the old rule, and return the hash it ends with."""
    migrate(BEFORE)
    previous = ""
    for number in range(events):
        event = AuditEvent(
            at=timezone.now(), actor_name="somebody", action="test.event",
            target_type="accounts.user", target_id=number, note=f"第{number}次 📈",
            previous_hash=previous,
        )  # fmt: skip
        text = json.dumps(
            [previous, event.content()], ensure_ascii=False, sort_keys=True, separators=(",", ":")
        )
        event.hash = previous = hashlib.sha256(text.encode()).hexdigest()
        event.save(force_insert=True)
    return previous


def test_events_from_before_are_whole_after_it_and_new_ones_follow() -> None:
    old_log(5)
    migrate()
    assert audit_verify().findings == ()
    write_events(2)
    verified = audit_verify()
    assert (verified.findings, verified.events) == ((), 5 + 1 + 2)


def test_a_log_of_several_pages_is_one_chain(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(MIGRATION, "PAGE", 2)
    old_log(5)
    migrate()
    verified = audit_verify()
    assert (verified.findings, verified.events) == ((), 6)


def test_the_hash_that_the_old_log_ended_with_is_kept() -> None:
    old_end = old_log(3)
    migrate()
    head = AuditHead.objects.get()
    noted = AuditEvent.objects.get(pk=head.last_id)
    assert head.events == 4
    assert noted.before == {"events": 3, "hash": old_end}
    assert noted.after == {"events": 3, "hash": noted.previous_hash}


@pytest.mark.parametrize(
    "tampering",
    [
        "UPDATE audit_auditevent SET note = 'x' WHERE id = %s",
        "UPDATE audit_auditevent SET hash = 'x' WHERE id = %s",
        "DELETE FROM audit_auditevent WHERE id = %s",
    ],
)
def test_a_log_that_was_changed_stops_the_migration(tampering: str) -> None:
    old_log(4)
    second = AuditEvent.objects.order_by("id")[1].pk
    tamper("ALTER TABLE audit_auditevent DISABLE TRIGGER audit_append_only")
    tamper(tampering, second)
    with pytest.raises(CommandError, match="not whole"):
        migrate()


def test_an_empty_log_is_migrated_to_an_empty_log() -> None:
    migrate(BEFORE)
    migrate()
    assert not AuditHead.objects.exists()
    write_events(1)
    assert audit_verify().findings == ()


def test_a_log_of_new_hashes_is_not_taken_back_to_a_rule_it_does_not_follow() -> None:
    write_events(1)
    with pytest.raises(IrreversibleError, match="restore the backup"):
        migrate(BEFORE)
    assert audit_verify().findings == ()

"""A log from before its end was written down is chained anew by the migration."""

from __future__ import annotations

from django.db import connection
from django.db.migrations.executor import MigrationExecutor

from factcheck.audit.models import AuditHead
from factcheck.audit.verification import audit_verify
from tests.audit import tamper, write_events

BEFORE = [("audit", "0002_append_only")]
OLD_EVENT = (
    "INSERT INTO audit_auditevent (at, actor_name, action, target_type, target_id, before, after,"
    " note, previous_hash, hash) VALUES (now(), 'machine', 'test.event', 'claims.claim', %s,"
    " '{\"figure\": 1.50}', '{\"名\": [\"📈\"]}', '', 'old', %s)"
)


def migrate(targets: list[tuple[str, str]] | None = None) -> None:
    """Migrate the log to `targets`, or to the newest there is."""
    executor = MigrationExecutor(connection)
    executor.migrate(targets or executor.loader.graph.leaf_nodes("audit"))


def test_events_from_before_are_whole_after_it_and_new_ones_follow() -> None:
    migrate(BEFORE)
    for number in range(5):
        tamper(OLD_EVENT, number, f"old hash {number}")
    migrate()
    assert audit_verify().findings == ()
    assert AuditHead.objects.get().events == 5
    write_events(2)
    verified = audit_verify()
    assert (verified.findings, verified.events) == ((), 7)


def test_an_empty_log_is_migrated_to_an_empty_log() -> None:
    migrate(BEFORE)
    migrate()
    assert not AuditHead.objects.exists()
    write_events(1)
    assert audit_verify().findings == ()

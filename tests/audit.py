"""What tests ask of the audit log."""

from __future__ import annotations

from django.db import connection, models, transaction

from factcheck.audit.chain import event_hash
from factcheck.audit.log import record
from factcheck.audit.models import AuditEvent
from tests.factories import make_person

# What is noted for an article that went all the way to the queue.
STEPS = ["article.receive", "article.extract", "article.match", "article.process"]


def events_of(target: models.Model) -> list[str]:
    """Return the actions noted for one row, oldest first."""
    noted = AuditEvent.objects.filter(
        target_type=target._meta.label_lower, target_id=target.pk
    ).order_by("id")
    return list(noted.values_list("action", flat=True))


def assert_chain_is_intact() -> None:
    """Recompute every hash from the stored rows: one chain, no fork, nothing changed."""
    previous = ""
    for event in AuditEvent.objects.order_by("id"):
        assert event.previous_hash == previous
        assert event.hash == event_hash(event.content(), previous)
        previous = event.hash


def write_events(count: int, after: dict[str, object] | None = None) -> list[int]:
    """Write events and return their ids, each with a free number behind it."""
    person = make_person()
    ids = []
    for number in range(count):
        with transaction.atomic():
            event = record(
                actor=person, action="test.event", target=person,
                before={"figure": number}, after=after, note=f"第{number}次 📈",
            )  # fmt: skip
        ids.append(event.pk)
        with connection.cursor() as cursor:
            cursor.execute("SELECT nextval(pg_get_serial_sequence('audit_auditevent', 'id'))")
    return ids


def powerless_guards() -> None:
    """Do what the owner of the tables can: turn off all that keeps the log from being changed."""
    with connection.cursor() as cursor:
        cursor.execute("ALTER TABLE audit_auditevent DISABLE TRIGGER USER")
        cursor.execute("ALTER TABLE audit_audithead DISABLE TRIGGER USER")
        cursor.execute("ALTER TABLE audit_auditevent DROP CONSTRAINT audit_auditevent_no_fork")


def tamper(statement: str, *values: int | str) -> None:
    """Run plain SQL."""
    with connection.cursor() as cursor:
        cursor.execute(statement, values)

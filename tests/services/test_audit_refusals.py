"""What the database refuses, tried with plain SQL: as the owner, and as the role of a desk."""

from __future__ import annotations

import uuid
from collections.abc import Iterator

import pytest
from django.db import DatabaseError, IntegrityError, InternalError, connection, transaction
from django.db.utils import ProgrammingError

from factcheck.audit.models import AuditEvent, AuditHead
from factcheck.audit.privileges import privileges_give
from factcheck.audit.verification import audit_verify
from factcheck.errors import InvalidInput
from tests.audit import tamper, write_events

REFUSED = (InternalError, ProgrammingError)
OWNERS_STATEMENTS = [
    "UPDATE audit_auditevent SET note = 'nothing happened'",
    "DELETE FROM audit_auditevent",
    "TRUNCATE audit_auditevent",
    (
        "INSERT INTO audit_auditevent (at, actor_name, action, target_type, target_id, before,"
        " after, note, previous_hash, hash) SELECT at, actor_name, action, target_type, target_id,"
        " before, after, 'twice', previous_hash, 'f' FROM audit_auditevent WHERE id ="
        " (SELECT max(id) FROM audit_auditevent)"
    ),
    (
        "INSERT INTO audit_auditevent (id, at, actor_name, action, target_type, target_id, before,"
        " after, note, previous_hash, hash) SELECT -1, at, actor_name, action, target_type,"
        " target_id, before, after, 'earlier', hash, 'f' FROM audit_auditevent WHERE id ="
        " (SELECT max(id) FROM audit_auditevent)"
    ),
    "UPDATE audit_audithead SET events = events - 1",
    "DELETE FROM audit_audithead",
    "TRUNCATE audit_audithead",
    "INSERT INTO audit_audithead (id, last_id, events, hash) VALUES (2, 0, 0, '')",
]
ROLES_STATEMENTS = [
    *OWNERS_STATEMENTS,
    "UPDATE audit_auditverification SET findings = '[]'",
    "DELETE FROM audit_auditverification",
    "ALTER TABLE audit_auditevent DISABLE TRIGGER ALL",
    "DROP TRIGGER audit_append_only ON audit_auditevent",
    "DROP TRIGGER audit_head_follows ON audit_audithead",
    "DROP TABLE audit_auditevent CASCADE",
    "DROP FUNCTION audit_refuse_change() CASCADE",
    (
        "CREATE OR REPLACE FUNCTION audit_refuse_change() RETURNS trigger LANGUAGE plpgsql AS"
        " 'BEGIN RETURN OLD; END'"
    ),
    "ALTER TABLE audit_auditevent DROP CONSTRAINT audit_auditevent_no_fork",
    "SET session_replication_role = 'replica'",
    # The function that may write the end, called for rows of one's own making.
    (
        "CREATE TEMPORARY TABLE mine (id bigint, previous_hash text, hash text);"
        " CREATE TRIGGER t BEFORE INSERT ON mine FOR EACH ROW EXECUTE FUNCTION audit_extend_head()"
    ),
    # A trigger of one's own, to look like the log's own.
    (
        "CREATE TEMPORARY TABLE mine (id bigint); CREATE FUNCTION pg_temp.move_end() RETURNS"
        " trigger LANGUAGE plpgsql AS"
        " 'BEGIN UPDATE public.audit_audithead SET events = 0; RETURN NEW; END';"
        " CREATE TRIGGER t BEFORE INSERT ON mine FOR EACH ROW EXECUTE FUNCTION pg_temp.move_end();"
        " INSERT INTO mine VALUES (1)"
    ),
    (
        "INSERT INTO audit_audithead (id, last_id, events, hash) VALUES (1, 0, 0, '')"
        " ON CONFLICT (id) DO UPDATE SET events = 0"
    ),
    "COPY audit_auditevent FROM PROGRAM 'true'",
]


@pytest.fixture(autouse=True)
def guarded_from_truncation() -> None:
    """Turn on what the test database has turned off so that it can be emptied between tests."""
    tamper("ALTER TABLE audit_auditevent ENABLE TRIGGER audit_no_truncate")
    tamper("ALTER TABLE audit_audithead ENABLE TRIGGER audit_head_no_truncate")


@pytest.fixture
def role() -> Iterator[str]:
    """A role that is nobody's owner; it goes with the transaction of the test."""
    name = f"desk-{uuid.uuid4().hex}"
    tamper(f'CREATE ROLE "{name}"')
    privileges_give(role=name)
    tamper(f'SET ROLE "{name}"')
    yield name
    tamper("RESET ROLE")


def stored() -> list[object]:
    return [list(AuditEvent.objects.values()), list(AuditHead.objects.values())]


@pytest.mark.parametrize("statement", OWNERS_STATEMENTS)
def test_even_the_owner_is_refused_what_is_not_the_next_event(statement: str) -> None:
    write_events(3)
    before = stored()
    with pytest.raises(REFUSED, match="append-only"), transaction.atomic():
        tamper(statement)
    assert stored() == before


@pytest.mark.parametrize("statement", ROLES_STATEMENTS)
def test_the_role_of_a_desk_is_refused_whatever_it_tries(role: str, statement: str) -> None:
    write_events(3)
    before = stored()
    with pytest.raises(DatabaseError), transaction.atomic():
        tamper(statement)
    assert stored() == before


def test_the_role_of_a_desk_can_write_the_next_event(role: str) -> None:
    write_events(3)
    tamper("RESET ROLE")
    assert audit_verify().findings == ()
    assert AuditHead.objects.get().events == 3


def test_a_temporary_table_does_not_stand_in_for_the_end(role: str) -> None:
    write_events(1)
    tamper("CREATE TEMPORARY TABLE audit_audithead (LIKE public.audit_audithead)")
    tamper("INSERT INTO pg_temp.audit_audithead SELECT * FROM public.audit_audithead")
    tamper(
        "INSERT INTO audit_auditevent (at, actor_name, action, target_type, target_id, before,"
        " after, note, previous_hash, hash) SELECT now(), '', '', '', 1, '{}', '{}', '', hash, 'f'"
        " FROM public.audit_audithead"
    )
    with connection.cursor() as cursor:
        cursor.execute("SELECT events FROM public.audit_audithead")
        assert cursor.fetchone() == (2,)


def test_two_events_cannot_follow_the_same_one_even_unguarded() -> None:
    write_events(2)
    tamper("ALTER TABLE audit_auditevent DISABLE TRIGGER audit_extend_head")
    with pytest.raises(IntegrityError, match="audit_auditevent_no_fork"), transaction.atomic():
        tamper(OWNERS_STATEMENTS[3])


def test_rights_are_not_taken_from_who_could_take_them_back() -> None:
    with connection.cursor() as cursor:
        cursor.execute("SELECT current_user")
        [owner] = cursor.fetchone()
    with pytest.raises(InvalidInput, match="owns the tables"):
        privileges_give(role=owner)


def test_rights_are_not_given_to_a_role_that_is_none() -> None:
    with pytest.raises(InvalidInput, match="no database role"):
        privileges_give(role='nobody"; DROP TABLE audit_auditevent; --')

"""`manage.py audit`: verify, export, privileges."""

from __future__ import annotations

import uuid
from io import StringIO

import pytest
from django.core.management import CommandError, call_command

from factcheck.audit import verify_export
from factcheck.audit.models import AuditEvent, AuditHead
from tests.audit import powerless_guards, tamper, write_events

pytestmark = pytest.mark.django_db


def audit(*arguments: str) -> str:
    out = StringIO()
    call_command("audit", *arguments, stdout=out)
    return out.getvalue()


def test_verify_tells_how_many_events_and_the_head() -> None:
    ids = write_events(3)
    head = AuditHead.objects.get().hash
    assert audit("verify") == f"3 events, chain whole, last {ids[-1]}, head {head}\n"


def test_verify_of_a_part_starts_and_ends_where_it_is_told() -> None:
    ids = write_events(5)
    told = audit("verify", "--from", str(ids[1]), "--to", str(ids[3]))
    assert told.startswith(f"3 events, chain whole, last {ids[3]}")


def test_verify_fails_and_names_the_event() -> None:
    ids = write_events(3)
    powerless_guards()
    tamper("UPDATE audit_auditevent SET actor_name = 'Nobody' WHERE id = %s", ids[1])
    out = StringIO()
    with pytest.raises(CommandError, match="not whole") as refusal:
        call_command("audit", "verify", stdout=out)
    assert refusal.value.returncode == 1
    assert f"Event {ids[1]} was changed" in out.getvalue()


def test_verify_holds_the_log_against_a_hash_that_was_noted() -> None:
    ids = write_events(2)
    head = AuditHead.objects.get().hash
    assert "chain whole" in audit("verify", "--known", f"{ids[-1]}:{head}")
    with pytest.raises(CommandError, match="not whole"):
        audit("verify", "--known", f"{ids[0]}:{head}")


def test_export_writes_what_the_script_finds_whole() -> None:
    ids = write_events(4)
    lines = audit("export", "--from", str(ids[1])).splitlines()
    assert verify_export.verify(lines).startswith("whole: 3 events")


def test_export_of_one_thing_leaves_the_others_out() -> None:
    write_events(2)
    write_events(1)
    kind = "accounts.user"
    wanted = AuditEvent.objects.order_by("id").values_list("target_id", flat=True)[0]
    lines = audit("export", "--target", f"{kind}:{wanted}").splitlines()
    assert "1 of them left out" in verify_export.verify(lines)


def test_privileges_are_given_to_a_role() -> None:
    name = f"desk-{uuid.uuid4().hex}"
    tamper(f'CREATE ROLE "{name}"')
    assert name in audit("privileges", "--role", name)
    with pytest.raises(CommandError, match="no database role"):
        audit("privileges", "--role", "nobody-at-all")


def test_an_odd_target_is_refused() -> None:
    with pytest.raises(CommandError, match="target"):
        audit("export", "--target", "claims.claim:twelve")

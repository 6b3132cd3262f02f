"""Whatever was done to the stored log, a verification finds it and names the events."""

from __future__ import annotations

from collections.abc import Callable
from typing import Any

import pytest
from django.core import mail
from django.db import connection, transaction
from django.test.utils import CaptureQueriesContext
from hypothesis import given
from hypothesis import settings as examples
from hypothesis import strategies as st

from factcheck.audit.chain import event_hash
from factcheck.audit.checking import Finding, Kind
from factcheck.audit.log import record
from factcheck.audit.models import AuditEvent, AuditHead, AuditVerification
from factcheck.audit.verification import audit_verify, audit_verify_and_tell
from tests.audit import powerless_guards, tamper, write_events
from tests.factories import make_person

WRITTEN = 7


def kinds(event_id: int) -> set[Kind]:
    return {finding.kind for finding in audit_verify().findings if finding.event == event_id}


def relinked(event: AuditEvent, previous_hash: str) -> None:
    """Give `event` the hash it would have after `previous_hash`, as a forger would."""
    digest = event_hash(event.content(), previous_hash)
    tamper(
        "UPDATE audit_auditevent SET previous_hash = %s, hash = %s WHERE id = %s",
        previous_hash, digest, event.pk,
    )  # fmt: skip


def change_content(ids: list[int], at: int) -> set[Kind]:
    tamper("UPDATE audit_auditevent SET note = note || 'x' WHERE id = %s", ids[at])
    return kinds(ids[at]) & {Kind.CHANGED}


def change_link(ids: list[int], at: int) -> set[Kind]:
    tamper("UPDATE audit_auditevent SET previous_hash = 'x' WHERE id = %s", ids[at])
    return kinds(ids[at]) & {Kind.CHANGED}


def change_hash(ids: list[int], at: int) -> set[Kind]:
    tamper("UPDATE audit_auditevent SET hash = 'x' WHERE id = %s", ids[at])
    return kinds(ids[at]) & {Kind.CHANGED}


def change_content_and_hash(ids: list[int], at: int) -> set[Kind]:
    tamper("UPDATE audit_auditevent SET note = note || 'x' WHERE id = %s", ids[at])
    event = AuditEvent.objects.get(pk=ids[at])
    relinked(event, event.previous_hash)
    if at == len(ids) - 1:
        return kinds(ids[at]) & {Kind.REWRITTEN}
    # A number is free behind it: an event might as well have been deleted there.
    return {finding.kind for finding in audit_verify().findings if finding.other == ids[at]}


def delete(ids: list[int], at: int) -> set[Kind]:
    tamper("DELETE FROM audit_auditevent WHERE id = %s", ids[at])
    if at == len(ids) - 1:
        return kinds(ids[at - 1]) & {Kind.CUT_OFF}
    return kinds(ids[at + 1]) & {Kind.MISSING}


def insert_with_a_link(ids: list[int], at: int) -> set[Kind]:
    """Put an event between two that follows the first of them as it should, hash and all."""
    return forged(ids, at, AuditEvent.objects.get(pk=ids[at]).hash)


def insert_without_a_link(ids: list[int], at: int) -> set[Kind]:
    return forged(ids, at, "0" * 64)


def forged(ids: list[int], at: int, previous_hash: str) -> set[Kind]:
    event = AuditEvent.objects.get(pk=ids[at])
    event.pk, event.note = ids[at] + 1, "forged"
    event.previous_hash = previous_hash
    event.hash = event_hash(event.content(), previous_hash)
    event.save(force_insert=True)
    return kinds(event.pk) & {Kind.INSERTED, Kind.BEYOND}


def swap(ids: list[int], at: int) -> set[Kind]:
    first, second = ids[at - 1], ids[at]
    for old, new in ((first, -1), (second, first), (-1, second)):
        tamper("UPDATE audit_auditevent SET id = %s WHERE id = %s", new, old)
    return kinds(first) & {Kind.MOVED}


TAMPERING = (
    change_content, change_link, change_hash, change_content_and_hash, delete,
    insert_with_a_link, insert_without_a_link, swap,
)  # fmt: skip


@examples(max_examples=60)
@given(st.sampled_from(TAMPERING), st.integers(1, WRITTEN - 1))
def test_any_event_tampered_with_is_found_and_named(
    tampering: Callable[[list[int], int], set[Kind]], at: int
) -> None:
    with transaction.atomic():
        ids = write_events(WRITTEN)
        powerless_guards()
        assert audit_verify().findings == ()
        assert tampering(ids, at)
        transaction.set_rollback(True)


def test_a_log_that_nobody_touched_is_whole() -> None:
    ids = write_events(3)
    verified = audit_verify()
    head = AuditHead.objects.get()
    assert verified.findings == ()
    assert (verified.events, verified.last_id, verified.hash) == (3, ids[-1], head.hash)


def test_an_empty_log_is_whole() -> None:
    assert audit_verify().findings == ()


@pytest.mark.parametrize("hash", ["", "0" * 64])
def test_an_event_put_before_the_start_is_found_whatever_its_number(hash: str) -> None:
    event = AuditEvent.objects.get(pk=write_events(2)[0])
    powerless_guards()
    event.pk, event.previous_hash, event.hash = -5, "", hash
    event.save(force_insert=True)
    assert kinds(-5) >= {Kind.CHANGED}


def test_numbers_that_a_rolled_back_transaction_used_up_are_no_gap() -> None:
    write_events(2)
    with transaction.atomic():
        write_events(2)
        transaction.set_rollback(True)
    write_events(2)
    assert audit_verify().findings == ()


def test_an_event_rewritten_with_no_number_free_behind_it_is_named_as_that() -> None:
    person = make_person()
    events = [record(actor=person, action="test.event", target=person) for _ in range(3)]
    powerless_guards()
    relinked(events[1], "0" * 64)
    found = audit_verify().findings
    assert Finding(Kind.REWRITTEN, events[1].pk, events[2].pk) in found


def test_all_events_gone_is_a_log_cut_off() -> None:
    ids = write_events(3)
    powerless_guards()
    tamper("DELETE FROM audit_auditevent")
    assert Finding(Kind.CUT_OFF, 0, ids[-1]) in audit_verify().findings


def test_a_tail_cut_off_with_its_end_is_found_by_a_hash_noted_elsewhere() -> None:
    ids = write_events(4)
    noted = AuditHead.objects.get().hash
    powerless_guards()
    tamper("DELETE FROM audit_auditevent WHERE id = %s", ids[-1])
    kept = AuditEvent.objects.get(pk=ids[-2]).hash
    tamper("UPDATE audit_audithead SET last_id = %s, events = 3, hash = %s", ids[-2], kept)
    assert audit_verify().findings == ()
    assert audit_verify(known=[(ids[-2], kept)]).findings == ()
    [finding] = audit_verify(known=[(ids[-1], noted)]).findings
    assert finding.kind == Kind.NOT_KNOWN


def test_an_end_that_is_gone_is_found() -> None:
    write_events(2)
    powerless_guards()
    tamper("DELETE FROM audit_audithead")
    assert {finding.kind for finding in audit_verify().findings} >= {Kind.BEYOND}


def test_a_part_of_the_log_can_be_verified_alone() -> None:
    ids = write_events(6)
    powerless_guards()
    tamper("UPDATE audit_auditevent SET note = 'x' WHERE id = %s", ids[1])
    assert audit_verify(first=ids[2]).findings == ()
    assert audit_verify(first=ids[2], last=ids[4]).events == 3
    assert audit_verify(last=ids[1]).findings[0].event == ids[1]


@given(st.floats(allow_nan=False, allow_infinity=False))
def test_a_number_is_hashed_as_the_database_gives_it_back(number: float) -> None:
    with transaction.atomic():
        ids = write_events(1, after={"number": number, "more": [number, {"again": number}]})
        assert audit_verify(first=ids[0]).findings == ()
        transaction.set_rollback(True)


@pytest.mark.parametrize("number", [float("nan"), float("inf")])
def test_a_float_that_is_no_number_is_refused(number: float) -> None:
    with pytest.raises(ValueError, match="JSON has no"):
        write_events(1, after={"number": number})


def test_a_name_that_is_too_long_is_cut() -> None:
    person = make_person()
    person.first_name, person.last_name = "a" * 150, "b" * 150
    person.save()
    assert len(record(actor=person, action="test.event", target=person).actor_name) == 300


def test_administrators_are_told_once_the_log_is_not_whole(settings: Any) -> None:
    settings.ADMINS = [("", "admin@desk.example")]
    ids = write_events(3)
    assert audit_verify_and_tell().findings == []
    assert mail.outbox == []
    powerless_guards()
    tamper("UPDATE audit_auditevent SET note = 'x' WHERE id = %s", ids[1])
    audit_verify_and_tell()
    [message] = mail.outbox
    assert str(ids[1]) in message.body
    kept = AuditVerification.objects.latest("id")
    assert kept.findings == message.body.split("\n")


def test_a_verification_asks_the_database_once_a_page_however_long_the_log() -> None:
    write_events(3)
    with CaptureQueriesContext(connection) as few:
        audit_verify()
    write_events(30)
    with CaptureQueriesContext(connection) as many:
        audit_verify()
    assert len(many) == len(few)

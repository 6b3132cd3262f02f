"""Many who write at once make one chain."""

from __future__ import annotations

from collections.abc import Callable
from functools import partial

from django.db import transaction

from factcheck.accounts.models import User
from factcheck.audit.log import record
from factcheck.audit.models import AuditEvent
from factcheck.audit.verification import Verified, audit_verify
from tests.concurrency.threads import at_once
from tests.factories import make_person

EACH = 12


def write(person: User) -> None:
    for number in range(EACH):
        with transaction.atomic():
            record(actor=person, action="test.event", target=person, after={"number": number})


def test_two_threads_that_write_at_once_make_one_chain() -> None:
    people = [make_person(), make_person()]
    assert at_once([partial(write, person) for person in people]) == [None, None]
    assert audit_verify().findings == ()
    assert AuditEvent.objects.count() == 2 * EACH


def test_a_verification_is_not_misled_by_what_is_written_meanwhile() -> None:
    people = [make_person() for _ in range(3)]
    write(people[0])
    seen: list[Verified] = []
    writing: list[Callable[[], None]] = [partial(write, person) for person in people]
    at_once([*writing, lambda: seen.append(audit_verify())])
    [verified] = seen
    assert verified.findings == ()
    assert verified.events >= EACH


def test_an_event_follows_one_whose_transaction_was_given_up() -> None:
    person = make_person()
    before = audit_verify().events
    write(person)
    try:
        with transaction.atomic():
            record(actor=person, action="test.event", target=person)
            raise LookupError
    except LookupError:
        write(person)
    assert audit_verify().events == before + 2 * EACH
    assert audit_verify().findings == ()

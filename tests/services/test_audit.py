"""The audit log: whole, chained, and refused to whoever would change it."""

from __future__ import annotations

import pytest
from django.db import InternalError, connection, transaction
from django.db.utils import ProgrammingError
from django.test.utils import CaptureQueriesContext
from hypothesis import given
from hypothesis import strategies as st

from factcheck.accounts.models import User
from factcheck.audit.chain import event_hash
from factcheck.audit.log import record
from factcheck.audit.models import AuditEvent
from reviews.services.corrections import item_reopen, verdict_retract
from tests.audit import assert_chain_is_intact, write_events
from tests.factories import make_item
from tests.walks import published_verdict

JSON = st.recursive(
    st.none() | st.booleans() | st.integers() | st.text(),
    lambda inner: st.lists(inner, max_size=3) | st.dictionaries(st.text(), inner, max_size=3),
    max_leaves=8,
)


def test_the_chain_is_intact_after_a_claim_went_all_the_way(
    fact_checker: User, editor: User
) -> None:
    verdict = published_verdict(fact_checker, editor)
    item_reopen(item=verdict.item, actor=fact_checker, note="數字改了 📈")
    verdict_retract(verdict=verdict, actor=editor, note="Misread.")
    assert AuditEvent.objects.count() >= 6
    assert_chain_is_intact()


@pytest.mark.parametrize("change", [
    "UPDATE audit_auditevent SET note = 'nothing happened'",
    "DELETE FROM audit_auditevent",
    "TRUNCATE audit_auditevent",
])  # fmt: skip
def test_the_database_refuses_to_change_an_event(fact_checker: User, change: str) -> None:
    with transaction.atomic():
        record(actor=fact_checker, action="test.event", target=make_item())
    with connection.cursor() as cursor:
        # The test database lets itself be emptied after a test; the product's does not.
        cursor.execute("ALTER TABLE audit_auditevent ENABLE TRIGGER audit_no_truncate")
    with (
        pytest.raises((InternalError, ProgrammingError), match="append-only"),
        transaction.atomic(),
        connection.cursor() as cursor,
    ):
        cursor.execute(change)
    assert AuditEvent.objects.filter(note="").count() == AuditEvent.objects.count() > 0


@pytest.mark.django_db(transaction=True)
def test_an_event_outside_a_transaction_is_refused(fact_checker: User) -> None:
    item = make_item()
    with pytest.raises(transaction.TransactionManagementError):
        record(actor=fact_checker, action="test.event", target=item)
    assert not AuditEvent.objects.exists()


def test_an_event_of_the_machine_names_nobody() -> None:
    event = record(actor=None, action="test.event", target=make_item())
    assert (event.actor_id, event.actor_name) == (None, "machine")


@given(st.dictionaries(st.text(), JSON, max_size=4), st.text(max_size=64))
def test_a_hash_depends_on_content_and_predecessor_and_not_on_order(
    fields: dict[str, object], previous: str
) -> None:
    digest = event_hash(fields, previous)
    assert event_hash(dict(reversed(fields.items())), previous) == digest
    assert event_hash(fields, previous + "0") != digest
    assert event_hash({**fields, "more": 1, "than": "before"}, previous) != digest


def test_recording_takes_one_round_trip_however_long_the_log(fact_checker: User) -> None:
    write_events(20)
    item = make_item()
    with transaction.atomic(), CaptureQueriesContext(connection) as statements:
        record(actor=fact_checker, action="test.event", target=item, after={"figure": 1})
    assert len(statements) == 1

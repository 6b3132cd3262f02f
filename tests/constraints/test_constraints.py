"""Every named constraint of ours, tried with plain SQL: the database refuses by its name."""

from __future__ import annotations

import pytest
from django.db import IntegrityError, connection, transaction
from django.db.utils import ProgrammingError

from factcheck.accounts.models import User
from tests.constraints.attempts import ATTEMPTS, a_desk_with_one_of_everything
from tests.factories import make_article

OURS = "^(accounts|audit|claims|idempotency|reviews)_"
NAMED_BY_US = """
    SELECT conname FROM pg_constraint
        WHERE contype IN ('c', 'u', 'x') AND conrelid::regclass::text ~ %(ours)s
    UNION
    SELECT indexname FROM pg_indexes
        WHERE tablename ~ %(ours)s AND indexdef LIKE 'CREATE UNIQUE%%'
"""
# What Django names begins with the table's name and ends with a digest or the kind.
NAMED_BY_DJANGO = ("accounts_", "audit_audit", "claims_", "idempotency_", "reviews_")


def names_in_the_database() -> set[str]:
    with connection.cursor() as cursor:
        cursor.execute(NAMED_BY_US, {"ours": OURS})
        return {name for (name,) in cursor.fetchall()}


def test_the_database_refuses_each_by_its_constraint(
    fact_checker: User, editor: User, subtests: pytest.Subtests
) -> None:
    ids = a_desk_with_one_of_everything(fact_checker, editor)
    for name, attempt in ATTEMPTS.items():
        with subtests.test(name), transaction.atomic():
            assert refusing(attempt.format_map(ids)) == name
            transaction.set_rollback(True)  # of an attempt that nothing refused


def refusing(statement: str) -> str:
    """Return the name of the constraint that refuses a statement."""
    with (
        pytest.raises(IntegrityError) as refusal,
        transaction.atomic(),
        connection.cursor() as cursor,
    ):
        cursor.execute(statement)
    cause = refusal.value.__cause__
    return str(getattr(cause, "diag").constraint_name)  # noqa: B009 - psycopg's, untyped here


def test_every_constraint_of_ours_is_tried() -> None:
    ours = {name for name in names_in_the_database() if not name.startswith(NAMED_BY_DJANGO)}
    assert ours == set(ATTEMPTS)


@pytest.mark.parametrize(
    "change",
    [
        "UPDATE claims_article SET text = 'new' WHERE id = %s",
        "UPDATE claims_article SET received = 'new' WHERE id = %s",
        "UPDATE claims_article SET text_sha256 = 'new' WHERE id = %s",
    ],
)
def test_what_an_article_was_received_as_cannot_be_changed(change: str) -> None:
    article = make_article()
    with (
        pytest.raises(ProgrammingError, match="is frozen"),
        transaction.atomic(),
        connection.cursor() as cursor,
    ):
        cursor.execute(change, [article.pk])


def test_what_is_known_of_an_article_can_be_mended() -> None:
    article = make_article()
    article.title = "A better title"
    article.save(update_fields=["title"])
    article.refresh_from_db()
    assert article.title == "A better title"

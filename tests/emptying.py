"""What is done after a test that commits: threads, workers and browsers do.

Django truncates every table, which writes several files for each of them: .6 s, a third of what all
such tests took. Most put a few rows into a few tables; deleting those takes .05 s.
"""

from __future__ import annotations

from importlib import import_module
from typing import Any

from django.apps import apps
from django.db import OperationalError, connection, transaction

# What models and permissions there are: the same in every test.
KEPT = {"django_content_type", "auth_permission", "django_migrations"}
# Bytes of a table. Deleted rows stay in it, and a plan made when it was small reads them all: a
# hundred thousand rows of a claim took five minutes to insert.
LARGE = 256 * 1024


def empty_tables(_case: Any = None) -> None:
    """Delete all rows, then fill in the first ones again, which migrations made."""
    for is_last in (False, False, True):
        # What a browser sent last may be written still, and PostgreSQL gives up one of the two.
        try:
            _delete_all()
            break
        except OperationalError:
            if is_last:
                raise
    import_module("factcheck.accounts.migrations.0002_roles").make_groups(apps, None)
    import_module("reviews.migrations.0002_first_scale").make_scale(apps, None)
    import_module("reviews.migrations.0035_full_width_commas").widen(apps, None)


def _delete_all() -> None:
    names = connection.introspection.django_table_names(only_existing=True, include_views=False)
    tables = sorted(set(names) - KEPT)
    with transaction.atomic(), connection.cursor() as cursor:
        # No trigger refuses, and none asks whether another table still refers to the row.
        cursor.execute("SET LOCAL session_replication_role = replica")
        # A worker may be about to commit what nobody would delete.
        cursor.execute(f"LOCK TABLE {', '.join(tables)} IN EXCLUSIVE MODE")
        cursor.execute(" UNION ALL ".join(map(_looked_at, tables)))
        found = cursor.fetchall()
        if any(size > LARGE for _table, size, _has_rows in found):
            cursor.execute(f"TRUNCATE {', '.join(tables)}")
        for table in (table for table, _size, has_rows in found if has_rows):
            cursor.execute(f"DELETE FROM {table}")  # noqa: S608 (of our own names alone)


def _looked_at(table: str) -> str:
    """Return the question for the size of a table, and whether it has rows."""
    return f"SELECT '{table}', pg_relation_size('{table}'), EXISTS (SELECT FROM {table})"  # noqa: S608

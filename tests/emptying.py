"""What is done after a test that commits: threads, workers and browsers do.

Django truncates every table, which writes several files for each of them: .6 s, a third of what all
such tests took. Most put a few rows into a few tables; deleting those takes .05 s.
"""

from __future__ import annotations

from importlib import import_module
from typing import Any

from django.apps import apps
from django.db import connection, transaction

# What models and permissions there are: the same in every test.
KEPT = {"django_content_type", "auth_permission", "django_migrations"}
# That many dead rows would slow down the tests after this one.
MANY = 5000


def empty_tables(_case: Any = None) -> None:
    """Delete all rows, then fill in the first ones again, which migrations made."""
    found = connection.introspection.django_table_names(only_existing=True, include_views=False)
    tables = sorted(set(found) - KEPT)
    with transaction.atomic(), connection.cursor() as cursor:
        # No trigger refuses, and none asks whether another table still refers to the row.
        cursor.execute("SET LOCAL session_replication_role = replica")
        # A worker may be about to commit what nobody would delete.
        cursor.execute(f"LOCK TABLE {', '.join(tables)} IN EXCLUSIVE MODE")
        cursor.execute(" UNION ALL ".join(map(_count, tables)))
        counts = dict(cursor.fetchall())
        if max(counts.values()) > MANY:
            cursor.execute(f"TRUNCATE {', '.join(tables)}")
        for table in (table for table in tables if counts[table]):
            cursor.execute(f"DELETE FROM {table}")  # noqa: S608 (of our own names alone)
    import_module("factcheck.accounts.migrations.0002_roles").make_groups(apps, None)
    import_module("reviews.migrations.0002_first_scale").make_scale(apps, None)


def _count(table: str) -> str:
    """Return the question for the number of rows, counted no further than one over MANY."""
    return f"SELECT '{table}', count(*) FROM (SELECT FROM {table} LIMIT {MANY + 1}) few"  # noqa: S608

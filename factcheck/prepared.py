"""Statements that are run all day long: PostgreSQL plans them once and keeps the plan.

For the few that every "take next" and every submission run. Through the models each took longer to
be put into words, and to be planned, than to be run.
"""

from __future__ import annotations

from collections.abc import Mapping
from typing import Any

from django.db import connection
from psycopg import Cursor

# From the fifth time on in one connection; see DATABASES in the settings.
PREPARE_THRESHOLD = 5


def rows(statement: str, parameters: Mapping[str, Any]) -> list[tuple[Any, ...]]:
    """Run a statement in the open transaction, if there is one, and return its rows.

    Name the columns it reads: a plan of `*` is of no use any more once a migration adds a column.
    Raises what a cursor of Django's raises.
    """
    connection.close_if_health_check_failed()
    connection.ensure_connection()
    with connection.wrap_database_errors:
        bound: Any = Cursor(connection.connection)
    wrap = connection.make_debug_cursor if connection.queries_logged else connection.make_cursor
    with wrap(bound) as cursor:
        cursor.execute(statement, parameters)
        return list(cursor.fetchall()) if cursor.description else []

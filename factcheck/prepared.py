"""Statements that are run all day long: PostgreSQL plans them once and keeps the plan.

For the few that every "take next" and every submission run. Through the models each took longer to
be put into words, and to be planned, than to be run.
"""

from __future__ import annotations

from collections.abc import Collection, Mapping, Sequence
from functools import cache
from typing import Any, TypeVar

from django.db import DEFAULT_DB_ALIAS, connection
from django.db.models import Field, Model
from psycopg import Cursor

M = TypeVar("M", bound=Model)


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


def fields_of(model: type[Model], *, without: Collection[str] = ()) -> tuple[str, ...]:
    """Return the names of the model's own fields, which `columns` and `made` take in this order."""
    return tuple(name for name in _fields(model) if name not in without)


def columns(model: type[Model], alias: str, fields: Sequence[str]) -> str:
    """Return the columns of `fields` as a statement names them: "item.id, item.state"."""
    return ", ".join(f'{alias}."{_fields(model)[name].column}"' for name in fields)


def made(model: type[M], fields: tuple[str, ...], values: Sequence[Any]) -> M:
    """Return the stored row whose `fields` have these `values`; the others wait to be asked for."""
    read = list(values)
    for place, convert in _converters(model, fields):
        read[place] = convert(read[place], None, connection)
    return model.from_db(DEFAULT_DB_ALIAS, fields, read)


@cache
def _converters(model: type[Model], fields: tuple[str, ...]) -> list[tuple[int, Any]]:
    """Return, with their places, what makes a value of a column one of its field."""
    found = [_fields(model)[name].get_db_converters(connection) for name in fields]
    return [(place, convert) for place, each in enumerate(found) for convert in each]


def _fields(model: type[Model]) -> dict[str, Field[Any, Any]]:
    return {field.attname: field for field in model._meta.concrete_fields}

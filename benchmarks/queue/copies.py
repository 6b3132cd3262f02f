"""Many rows from one, made by the database itself: a thousand times faster than by the ORM."""

from __future__ import annotations

from collections.abc import Mapping

from django.db import connection, models
from psycopg import sql


def copy_row(
    row: models.Model, numbers: range, columns: Mapping[str, str], *, where: str = "true"
) -> None:
    """Insert a copy of `row` for each n of `numbers` for which `where` holds.

    `columns` are SQL expressions of n for what is not copied; the key is the database's to give
    unless it is among them. Columns added to the model since are copied like the rest.
    """
    fields = row._meta.concrete_fields
    names = [
        str(field.column) for field in fields if not field.primary_key or field.column in columns
    ]
    values = [
        sql.SQL(columns[name]) if name in columns else sql.Identifier("row", name) for name in names
    ]
    query = sql.SQL(
        "INSERT INTO {table} ({names}) SELECT {values} FROM {table} AS row, "
        "generate_series({first}::int, {last}::int) AS n WHERE row.id = {key} AND {where}"
    ).format(
        table=sql.Identifier(row._meta.db_table),
        names=sql.SQL(", ").join(map(sql.Identifier, names)),
        values=sql.SQL(", ").join(values),
        first=sql.Literal(numbers.start),
        last=sql.Literal(numbers.stop - 1),
        key=sql.Literal(row.pk),
        where=sql.SQL(where),
    )
    with connection.cursor() as cursor:
        cursor.execute(query)

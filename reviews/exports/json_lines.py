"""Tables as JSON Lines (https://jsonlines.org): an object per row, in UTF-8."""

from __future__ import annotations

import datetime
import json
from typing import IO

from reviews.exports.by_rows import Encoding, write_rows
from reviews.exports.column import Row
from reviews.exports.table import Table


def write_json_lines(table: Table, file: IO[bytes]) -> int:
    """Write a line per row; return how many there are.

    A cell is under the name of its column: lists are arrays, days and times ISO 8601, what is not
    known is null.
    """
    return write_rows(table, json_encoding(table), file)


def json_encoding(table: Table) -> Encoding:
    """Return how the table is JSON Lines."""
    encode = json.JSONEncoder(ensure_ascii=False, default=_day_or_time).encode
    names = [column.name for column in table.columns]

    def lines(rows: list[Row]) -> bytes:
        objects = (encode(dict(zip(names, row, strict=True))) for row in rows)
        return "".join(f"{line}\n" for line in objects).encode()

    return Encoding(b"", lines)


def _day_or_time(cell: datetime.date) -> str:
    """Return the text of what JSON has no type for; a time is a day as well."""
    return cell.isoformat()

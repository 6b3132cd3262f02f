"""JSON Lines read back."""

from __future__ import annotations

import codecs
import json
from collections.abc import Iterator
from itertools import chain
from typing import IO, Any

from django.utils.translation import gettext as _

from reviews.exports.column import Cell, Column, Kind, Row
from reviews.exports.columns import COLUMNS
from reviews.exports.reading.bounds import (
    LONGEST_CELL,
    LONGEST_ROW,
    cell_of_text,
    known_columns,
    refused_row,
)

LARGEST_NUMBER = 2**63


def read_json_lines(file: IO[bytes]) -> tuple[tuple[Column, ...], Iterator[Row]]:
    """Return the columns and the rows of a report in JSON Lines; all columns if it has no row.

    Raises InvalidInput, also on the way.
    """
    records = _records(file)
    first = next(records, None)
    if first is None:
        return COLUMNS, iter(())
    columns = known_columns(list(first))
    return columns, _rows(chain([first], records), columns)


def _records(file: IO[bytes]) -> Iterator[dict[str, Any]]:
    number = 0
    while line := file.readline(LONGEST_ROW + 1):
        number += 1
        if len(line) > LONGEST_ROW:
            raise refused_row(number, _("It is longer than any row of a report."))
        try:
            text = line.removeprefix(codecs.BOM_UTF8).decode()
            record = json.loads(text, object_pairs_hook=_once, parse_constant=_no_constant)
            if "\\u" in text:  # half a character can be read so, and never be written again
                json.dumps(record, ensure_ascii=False).encode()
        except (ValueError, RecursionError) as error:
            raise refused_row(number, _("It is no JSON: %s.") % error) from error
        if not isinstance(record, dict):
            raise refused_row(number, _("It is no object with the columns of a report."))
        yield record


def _once(pairs: list[tuple[str, Any]]) -> dict[str, Any]:
    record = dict(pairs)
    if len(record) < len(pairs):
        raise ValueError("a name is there twice")
    return record


def _no_constant(name: str) -> None:
    raise ValueError(f"{name} is no number")


def _rows(records: Iterator[dict[str, Any]], columns: tuple[Column, ...]) -> Iterator[Row]:
    names = {column.name for column in columns}
    for number, record in enumerate(records, start=1):
        if record.keys() != names:
            raise refused_row(number, _("It has other columns than the first one."))
        yield tuple(_cell(record[column.name], column, number) for column in columns)


def _cell(value: Any, column: Column, row: int) -> Cell:
    match value, column.kind:
        case None, Kind.NUMBER | Kind.DATE | Kind.TIME:
            return None
        case bool(), _kind:
            pass
        case int(), Kind.NUMBER if abs(value) < LARGEST_NUMBER:
            return value
        case str(), Kind.TEXT | Kind.URL | Kind.DATE | Kind.TIME:
            return cell_of_text(value, column, row)
        case list(), Kind.LIST if all(isinstance(each, str) and each for each in value):
            if sum(map(len, value)) <= LONGEST_CELL and not any("\x00" in each for each in value):
                return tuple(value)
    found = {"column": column.name, "kind": column.kind.value}
    raise refused_row(row, _("What is in “%(column)s” is no %(kind)s.") % found)

"""What a column of a report is, and what its cells hold."""

from __future__ import annotations

import datetime
from dataclasses import dataclass
from enum import StrEnum

from django.utils.functional import Promise

Cell = str | int | datetime.date | datetime.datetime | tuple[str, ...] | None
Row = tuple[Cell, ...]


class Kind(StrEnum):
    """What a cell holds: str, int, date, aware datetime to the second, str, tuple of str.

    A number, a date or a time may be None; no item of a list is empty.
    """

    TEXT = "text"
    NUMBER = "number"
    DATE = "date"
    TIME = "time"
    URL = "url"
    LIST = "list"


TEXTS = frozenset({Kind.TEXT, Kind.URL, Kind.LIST})  # what is text in a file without types


@dataclass(frozen=True, slots=True)
class Column:
    """A name, stable for whoever reads the file by machine, a label for people, and the cells.

    `sql` gives the cell of a verdict, of the type its kind has in PostgreSQL (timestamptz, text[]):
    an expression over the tables and parameters of selectors/report_statement.py.
    """

    name: str
    label: str | Promise
    kind: Kind
    sql: str

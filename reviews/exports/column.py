"""What a column of a report is, and what its cells hold."""

from __future__ import annotations

import datetime
from collections.abc import Callable, Collection, Sequence
from dataclasses import dataclass, field
from enum import StrEnum
from typing import Any

from django.db.models.expressions import Combinable
from django.utils.functional import Promise

from reviews.selectors.report_filter import Reading

Cell = str | int | datetime.date | datetime.datetime | tuple[str, ...] | None
Row = tuple[Cell, ...]
# What lies in another table, for ids.
Gather = Callable[[Collection[int]], Any]


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


@dataclass(slots=True)
class Batch:
    """Rows that are read together, and what was gathered for them from other tables."""

    reading: Reading
    _gathered: dict[tuple[Gather, frozenset[int | None]], Any] = field(default_factory=dict)

    def gathered(self, gather: Gather, ids: Sequence[int | None]) -> Any:
        """Return what `gather` finds for `ids`; two columns that ask alike ask once."""
        wanted = frozenset(ids)
        if (gather, wanted) not in self._gathered:
            found = gather([key for key in wanted if key is not None])
            self._gathered[gather, wanted] = found
        return self._gathered[gather, wanted]


def unchanged(values: Sequence[Any], _batch: Batch) -> Sequence[Cell]:
    """Return what was read: it is the cells."""
    return values


@dataclass(frozen=True, slots=True)
class Column:
    """A name, stable for whoever reads the file by machine, a label for people, and the cells.

    `read` gives the expression that reads a value of a verdict; `cells` makes the cells of the
    values of a batch.
    """

    name: str
    label: str | Promise
    kind: Kind
    read: Callable[[Reading], Combinable]
    cells: Callable[[Sequence[Any], Batch], Sequence[Cell]] = unchanged

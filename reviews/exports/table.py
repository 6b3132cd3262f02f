"""A report before it is a file: what every writer gets."""

from __future__ import annotations

import datetime
from collections.abc import Callable, Iterable, Iterator
from dataclasses import dataclass
from itertools import islice
from typing import IO

from reviews.domain.report_spec import ReportSpec
from reviews.exports.columns import Column, Row
from reviews.exports.stopping import TOLD_EVERY, nobody


@dataclass(frozen=True, slots=True)
class Table:
    """Columns and rows, each row with a cell per column in their order.

    `made_at` is the moment whose verdicts the rows are. `language` (BCP 47) is that of the labels.
    `told` is called with the number of rows whenever so many are in the file and none is held
    back; it may raise Cancelled. `done` rows are in the file already when a writer goes on with
    one that was cut: it writes no head then and counts from there (RESUMABLE in files.py).
    `csv_lines`, if given, yields the rows as lines of CSV, many at once, where that takes less
    time than to read them one by one.
    """

    title: str
    columns: tuple[Column, ...]
    rows: Iterable[Row]
    spec: ReportSpec
    made_at: datetime.datetime
    language: str = "en"
    told: Callable[[int], None] = nobody
    done: int = 0
    csv_lines: Callable[[], Iterator[list[bytes]]] | None = None

    def batches(self, size: int = TOLD_EVERY) -> Iterator[list[Row]]:
        """Yield the rows in lists, and tell of each list once the next is asked for."""
        rows, done = iter(self.rows), self.done
        while batch := list(islice(rows, size)):
            yield batch
            done += len(batch)
            self.told(done)


# Writes a table to a file and returns how many rows that now holds.
Writer = Callable[[Table, IO[bytes]], int]

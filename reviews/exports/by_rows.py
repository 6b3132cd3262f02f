"""Formats that are a head and then rows: written to a file, or sent as they are read."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Iterator
from dataclasses import dataclass
from typing import IO

from reviews.exports.column import Row
from reviews.exports.table import Table


@dataclass(frozen=True, slots=True)
class Encoding:
    """The bytes before the first row, and those of some rows."""

    head: bytes
    rows: Callable[[list[Row]], bytes]


def streamed(table: Table, encoding: Encoding) -> Iterator[bytes]:
    """Yield the bytes of the table; a table that is gone on with has no head."""
    if not table.done:
        yield encoding.head
    for batch in table.batches():
        yield encoding.rows(batch)


def write_rows(table: Table, encoding: Encoding, file: IO[bytes]) -> int:
    """Write the bytes of the table; return how many rows the file has then."""
    rows = table.done
    if not table.done:
        file.write(encoding.head)
    for batch in table.batches():
        file.write(encoding.rows(batch))
        rows += len(batch)
    return rows


def write_lines(table: Table, head: bytes, batches: Iterable[list[bytes]], file: IO[bytes]) -> int:
    """Write lines that come many at once; return how many rows the file has then."""
    rows = table.done
    if not table.done:
        file.write(head)
    for lines in batches:
        file.writelines(lines)
        rows += len(lines)
        table.told(rows)
    return rows

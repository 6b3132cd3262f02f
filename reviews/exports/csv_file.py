"""Tables as CSV: RFC 4180 in UTF-8, with cells that no spreadsheet runs."""

from __future__ import annotations

import codecs
import datetime
import re
from collections.abc import Callable, Sequence
from typing import IO, Any

from reviews.exports.by_rows import Encoding, write_lines, write_rows
from reviews.exports.cells import joined
from reviews.exports.columns import Kind, Row
from reviews.exports.table import Table

# A cell that starts with one of these runs as a formula when the file is opened.
# Source: OWASP, CSV Injection.
FORMULA_STARTS = ("=", "+", "-", "@", "\t", "\r", "\n", "＝", "＋", "－", "＠")
# With the marks that stand before: a text may start with a mark and a formula by itself.
MARKED_FORMULA = re.compile(f"'*[{re.escape(''.join(FORMULA_STARTS))}]")
MARK = "'"
SUSPECT = frozenset((*FORMULA_STARTS, MARK))
QUOTE, TWO_QUOTES, END = '"', '""', "\r\n"


def neutral(cell: str) -> str:
    """Return `cell` with an apostrophe before it if a spreadsheet would run it."""
    return MARK + cell if MARKED_FORMULA.match(cell) else cell


def without_mark(cell: str) -> str:
    """Return the text that `neutral` was given."""
    marked = cell.startswith(MARK) and MARKED_FORMULA.match(cell)
    return cell.removeprefix(MARK) if marked else cell


def write_csv(table: Table, file: IO[bytes]) -> int:
    """Write a header of column names and a row per row; return how many there are."""
    encoding = csv_encoding(table)
    if table.csv_lines is None:
        return write_rows(table, encoding, file)
    return write_lines(table, encoding.head, table.csv_lines(), file)


def csv_encoding(table: Table) -> Encoding:
    """Return how the table is CSV: texts and what is empty in quotes, all else without.

    Not by the csv module, which looks at each character whether its cell needs quotes: that takes
    twice as long as all else.
    """
    mark = codecs.BOM_UTF8 if table.spec.byte_order_mark else b""
    head = ",".join(column.name for column in table.columns) + END
    writers = [_WRITTEN[column.kind] for column in table.columns]

    def lines(batch: list[Row]) -> bytes:
        columns = zip(*batch, strict=True)
        written = [write(cells) for write, cells in zip(writers, columns, strict=True)]
        return (END.join(map(",".join, zip(*written, strict=True))) + END).encode()

    return Encoding(mark + head.encode(), lines)


def _texts(cells: Sequence[str]) -> list[str]:
    safe = [neutral(cell) if cell[:1] in SUSPECT else cell for cell in cells]
    # Looked for first: of a long text in Chinese to replace nothing takes three times as long.
    doubled = [cell.replace(QUOTE, TWO_QUOTES) if QUOTE in cell else cell for cell in safe]
    return [f'"{cell}"' for cell in doubled]


def _lists(cells: Sequence[tuple[str, ...]]) -> list[str]:
    return _texts([joined(cell) for cell in cells])


def _numbers(cells: Sequence[int | None]) -> list[str]:
    return [TWO_QUOTES if cell is None else str(cell) for cell in cells]


def _days(cells: Sequence[datetime.date | None]) -> list[str]:
    return [TWO_QUOTES if cell is None else cell.isoformat() for cell in cells]


# Column by column: a call for each cell would take longer than what it does.
_WRITTEN: dict[Kind, Callable[[Sequence[Any]], list[str]]] = {
    Kind.TEXT: _texts,
    Kind.URL: _texts,
    Kind.LIST: _lists,
    Kind.NUMBER: _numbers,
    Kind.DATE: _days,
    Kind.TIME: _days,
}

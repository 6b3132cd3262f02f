"""Tables as CSV: RFC 4180 in UTF-8, with cells that no spreadsheet runs."""

from __future__ import annotations

import codecs
import csv
import io
import re
from collections.abc import Callable, Iterable
from typing import IO, Any

from reviews.exports.by_rows import Encoding, write_rows
from reviews.exports.cells import cell_text
from reviews.exports.columns import Column, Kind, Row
from reviews.exports.table import Table

# A cell that starts with one of these runs as a formula when the file is opened.
# Source: OWASP, CSV Injection.
FORMULA_STARTS = ("=", "+", "-", "@", "\t", "\r", "\n", "＝", "＋", "－", "＠")
# With the marks that stand before: a text may start with a mark and a formula by itself.
MARKED_FORMULA = re.compile(f"'*[{re.escape(''.join(FORMULA_STARTS))}]")
MARK = "'"
SUSPECT = frozenset((*FORMULA_STARTS, MARK))
TEXTS = frozenset({Kind.TEXT, Kind.URL, Kind.LIST})


def neutral(cell: str) -> str:
    """Return `cell` with an apostrophe before it if a spreadsheet would run it."""
    return MARK + cell if MARKED_FORMULA.match(cell) else cell


def without_mark(cell: str) -> str:
    """Return the text that `neutral` was given."""
    marked = cell.startswith(MARK) and MARKED_FORMULA.match(cell)
    return cell.removeprefix(MARK) if marked else cell


def write_csv(table: Table, file: IO[bytes]) -> int:
    """Write a header of column names and a row per row; return how many there are."""
    return write_rows(table, csv_encoding(table), file)


def csv_encoding(table: Table) -> Encoding:
    """Return how the table is CSV."""
    mark = codecs.BOM_UTF8 if table.spec.byte_order_mark else b""
    head = _lines([[column.name for column in table.columns]])
    shown = _shown(table.columns)
    return Encoding(mark + head, lambda batch: _lines(map(shown, batch)))


def _lines(rows: Iterable[Iterable[Any]]) -> bytes:
    text = io.StringIO(newline="")
    csv.writer(text, dialect="excel").writerows(rows)
    return text.getvalue().encode()


def _shown(columns: tuple[Column, ...]) -> Callable[[Row], list[Any]]:
    """Return what makes of a row what the file holds; the csv module writes the numbers itself."""
    kinds = [column.kind for column in columns]
    rendered = [place for place, kind in enumerate(kinds) if kind in {Kind.LIST, Kind.TIME}]
    texts = [place for place, kind in enumerate(kinds) if kind in TEXTS]

    def shown(row: Row) -> list[Any]:
        cells: list[Any] = list(row)
        for place in rendered:
            cells[place] = cell_text(cells[place])
        for place in texts:
            # Asked first: most cells start with nothing of the kind, and there are millions.
            if cells[place][:1] in SUSPECT:
                cells[place] = neutral(cells[place])
        return cells

    return shown

"""The writer of workbooks: row by row, in bounded memory.

Written by hand: the library that does it row by row takes twice as long, keeps a million rows in
gigabytes of temporary files, and writes some texts so that they are read as others.
"""

from __future__ import annotations

import json
from collections.abc import Iterator, Sequence
from typing import IO

from django.utils import translation
from django.utils.translation import gettext as _

from reviews.exports.cells import cell_text
from reviews.exports.column import TEXTS, Column, Kind, Row
from reviews.exports.table import Table
from reviews.exports.xlsx.cells import cell_xml, text_xml
from reviews.exports.xlsx.layout import (
    ABOUT_SHEET,
    COLUMNS_SHEET,
    LONG_SHEET,
    MOST_ROWS,
    fits_cell,
    parts_of,
    sheet_name,
)
from reviews.exports.xlsx.package import Package, letters
from reviews.exports.xlsx.parts import Style

WIDTHS = {
    Kind.TEXT: 24, Kind.NUMBER: 9, Kind.DATE: 12, Kind.TIME: 20, Kind.URL: 40, Kind.LIST: 40,
}  # fmt: skip
WIDE = {"claim": 60, "summary": 60, "explanation": 80}


def write_xlsx(table: Table, file: IO[bytes]) -> int:
    """Write a workbook with a sheet of rows, or several; return how many rows there are."""
    with translation.override(table.language), Package(file) as package:
        rows = _RowSheets(package, table.columns)
        for batch in table.batches():
            rows.add(batch)
        if rows.long_texts:
            _add_sheet(package, LONG_SHEET, [("row", "name", "text"), *rows.long_texts])
        _add_sheet(package, COLUMNS_SHEET, _described(table.columns))
        _add_sheet(package, ABOUT_SHEET, _facts(table, rows.count))
    return rows.count


class _RowSheets:
    """The sheets with the rows: when one is full, the next is begun."""

    def __init__(self, package: Package, columns: tuple[Column, ...]) -> None:
        self.package = package
        self.columns = columns
        self.places = [(letters(place), column.kind) for place, column in enumerate(columns)]
        self.texts = [
            (place, column.name) for place, column in enumerate(columns) if column.kind in TEXTS
        ]
        self.count = 0
        # Whole texts no cell holds, in parts: a handful of a hundred thousand rows has one.
        self.long_texts: list[tuple[str, str, str]] = []
        self._begin_sheet()

    def add(self, rows: list[Row]) -> None:
        """Write rows under the last one."""
        if self.package.is_full:
            self._begin_sheet()
        room = MOST_ROWS + 1 - self.package.rows
        self.package.add_rows(self._elements(rows[:room]))
        if rows[room:]:
            self._begin_sheet()
            self.package.add_rows(self._elements(rows[room:]))

    def _elements(self, rows: list[Row]) -> Iterator[str]:
        for number, row in enumerate(rows, start=self.package.rows + 1):
            self.count += 1
            yield "".join(
                cell_xml(f"{letter}{number}", cell, kind)
                for (letter, kind), cell in zip(self.places, row, strict=True)
            )
            self._keep_long(row)

    def _keep_long(self, row: Row) -> None:
        for place, name in self.texts:
            if not fits_cell(text := cell_text(row[place])):
                where = str(self.count), name
                self.long_texts += [(*where, part) for part in parts_of(text)]

    def _begin_sheet(self) -> None:
        name = sheet_name(len(self.package.names) + 1)
        widths = [WIDE.get(column.name, WIDTHS[column.kind]) for column in self.columns]
        self.package.begin_sheet(name, widths)
        heads = [
            text_xml(f"{letter}1", head_of(column), Style.HEAD)
            for (letter, _kind), column in zip(self.places, self.columns, strict=True)
        ]
        self.package.add_rows(["".join(heads)])


def head_of(column: Column) -> str:
    """Return what stands over a column; times are told to be of UTC, as a cell has no zone."""
    return f"{column.label} (UTC)" if column.kind == Kind.TIME else str(column.label)


def _described(columns: tuple[Column, ...]) -> list[tuple[str, ...]]:
    """Return what each head stands for: whoever reads the rows back goes by this."""
    known = [(head_of(column), column.name, column.kind.value) for column in columns]
    return [("head", "name", "kind"), *known]


def _facts(table: Table, count: int) -> list[tuple[str, ...]]:
    filters = json.dumps(table.spec.to_json(), ensure_ascii=False)
    return [
        (_("report"), table.title),
        (_("verdicts as of"), table.made_at.isoformat(timespec="seconds")),
        (_("rows"), str(count)),
        (_("filters"), filters),
    ]


def _add_sheet(package: Package, name: str, rows: Sequence[Sequence[str]]) -> None:
    """Add a sheet of texts under a head."""
    package.begin_sheet(name, [24] * (len(rows[0]) - 1) + [80])
    package.add_rows(
        "".join(
            text_xml(f"{letters(place)}{number}", text, Style.HEAD if number == 1 else Style.PLAIN)
            for place, text in enumerate(row)
        )
        for number, row in enumerate(rows, start=1)
    )

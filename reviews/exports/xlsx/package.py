"""A workbook as it grows: sheet after sheet, row after row, straight into the file."""

from __future__ import annotations

import zipfile
from collections.abc import Iterable, Sequence
from string import ascii_uppercase
from typing import IO, Self

from reviews.exports.xlsx.layout import MOST_BYTES
from reviews.exports.xlsx.parts import (
    CONTENT_TYPES,
    HEAD,
    MAIN,
    PACKAGE_RELATIONS,
    STYLES,
    sheet_path,
    workbook_relations,
    workbook_xml,
)

# The time of every part: the same rows make the same bytes, and so the same digest.
NO_TIME = (1980, 1, 1, 0, 0, 0)
FROZEN_HEAD = (
    '<sheetViews><sheetView workbookViewId="0"><pane ySplit="1" topLeftCell="A2" '
    'activePane="bottomLeft" state="frozen"/></sheetView></sheetViews>'
)


def letters(place: int) -> str:
    """Return the letters of a column, counted from 0: A to Z, AA, AB."""
    first, last = divmod(place, len(ascii_uppercase))
    return (letters(first - 1) if first else "") + ascii_uppercase[last]


class Package:
    """The ZIP a workbook is, within `with`. One sheet is open at a time.

    It ends with what names the sheets; the file itself stays open.
    """

    def __init__(self, file: IO[bytes]) -> None:
        self.archive = zipfile.ZipFile(file, "w", zipfile.ZIP_DEFLATED)
        self.names: list[str] = []
        self.filtered: list[str] = []
        self.columns = 0
        self.rows = 0
        self.bytes = 0
        self.sheet: IO[bytes] | None = None
        self._write_part("[Content_Types].xml", CONTENT_TYPES)
        self._write_part("_rels/.rels", PACKAGE_RELATIONS)
        self._write_part("xl/styles.xml", STYLES)

    @property
    def is_full(self) -> bool:
        """Return whether the sheet is as large as one should be."""
        return self.bytes >= MOST_BYTES

    def begin_sheet(self, name: str, widths: Sequence[int]) -> None:
        """Begin a sheet with columns of these widths, in characters."""
        self._end_sheet()
        self.names.append(name)
        self.columns, self.rows, self.bytes = len(widths), 0, 0
        self.sheet = self.archive.open(_info(sheet_path(len(self.names))), "w")
        columns = "".join(
            f'<col min="{number}" max="{number}" width="{width}" customWidth="1"/>'
            for number, width in enumerate(widths, start=1)
        )
        self._write(
            f'{HEAD}<worksheet xmlns="{MAIN}">{FROZEN_HEAD}<cols>{columns}</cols><sheetData>'
        )

    def add_rows(self, rows: Iterable[str]) -> None:
        """Write rows, each the elements of its cells."""
        parts = []
        for row in rows:
            self.rows += 1
            parts.append(f'<row r="{self.rows}">{row}</row>')
        self._write("".join(parts))

    def __enter__(self) -> Self:
        return self

    def __exit__(self, kind: type[BaseException] | None, *_error: object) -> None:
        self._end_sheet()
        if kind is None:
            self._write_part("xl/workbook.xml", workbook_xml(self.names, self.filtered))
            self._write_part("xl/_rels/workbook.xml.rels", workbook_relations(len(self.names)))
        # Also of one that was stopped: it would try again when it is collected, the file gone.
        self.archive.close()

    def _end_sheet(self) -> None:
        if self.sheet is not None:
            last = letters(self.columns - 1)
            self._write(f'</sheetData><autoFilter ref="A1:{last}{self.rows}"/></worksheet>')
            self.filtered.append(f"$A$1:${last}${self.rows}")
            self.sheet.close()

    def _write(self, xml: str) -> None:
        data = xml.encode()
        self.bytes += len(data)
        if self.sheet is not None:
            self.sheet.write(data)

    def _write_part(self, path: str, xml: str) -> None:
        self.archive.writestr(_info(path), xml)


def _info(path: str) -> zipfile.ZipInfo:
    info = zipfile.ZipInfo(path, NO_TIME)
    info.compress_type = zipfile.ZIP_DEFLATED
    return info

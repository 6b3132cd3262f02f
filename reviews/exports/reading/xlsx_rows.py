"""Workbooks read back, also those that Excel or LibreOffice saved again, or made of our CSV.

Two things another program or openpyxl changes in a workbook that was saved again: CR LF becomes LF,
and the seven characters "_x000D_" become a carriage return.
"""

from __future__ import annotations

import datetime
import zipfile
from collections import defaultdict
from collections.abc import Iterator
from itertools import count, islice, takewhile
from typing import IO, Any
from xml.etree.ElementTree import ParseError

import openpyxl
from django.utils.translation import gettext as _
from openpyxl import Workbook
from openpyxl.utils.exceptions import InvalidFileException

from factcheck.errors import InvalidInput
from reviews.exports.cells import text_cell
from reviews.exports.column import Cell, Column, Kind, Row
from reviews.exports.reading.bounds import (
    cell_of_text,
    known_columns,
    refused,
    refused_row,
)
from reviews.exports.xlsx.layout import (
    COLUMNS_SHEET,
    LONG_SHEET,
    MOST_ROWS,
    sheet_name,
    unescaped,
)

MOST_BYTES = 32 << 30  # of all parts, unpacked
MOST_BYTES_AT_ONCE = 512 << 20  # of a part that is read into memory
MOST_PACKED = 300  # times: text and XML pack a hundred times at most
READ_AT_ONCE = ("sharedStrings", "styles", "workbook.xml", ".rels", "theme", "docProps")
MOST_COLUMNS = 100
# What the libraries raise at a workbook that is none.
BROKEN = (
    zipfile.BadZipFile, InvalidFileException, KeyError, ValueError, IndexError, TypeError,
    AttributeError, EOFError, NotImplementedError, OSError, ParseError,
)  # fmt: skip


def read_xlsx(file: IO[bytes]) -> tuple[tuple[Column, ...], Iterator[Row]]:
    """Return the columns and the rows of a report as workbook. Raises InvalidInput, also later."""
    try:
        _check_parts(file)
        book = openpyxl.load_workbook(file, read_only=True, data_only=True)
        columns = _columns(book)
    except BROKEN as error:
        raise _no_workbook(error) from error
    return columns, _guarded(_rows(book, columns))


def _guarded(rows: Iterator[Row]) -> Iterator[Row]:
    try:
        yield from rows
    except BROKEN as error:
        raise _no_workbook(error) from error


def _no_workbook(error: Exception) -> InvalidInput:
    return refused(_("This is no workbook that can be read (%s).") % str(error)[:200])


def _check_parts(file: IO[bytes]) -> None:
    """Refuse a file that is small when packed and would fill the disk or the memory."""
    with zipfile.ZipFile(file) as archive:
        parts = archive.infolist()
    unpacked = sum(part.file_size for part in parts)
    packed = sum(part.compress_size for part in parts)
    at_once = sum(
        part.file_size for part in parts if any(name in part.filename for name in READ_AT_ONCE)
    )
    if unpacked > min(MOST_BYTES, packed * MOST_PACKED) or at_once > MOST_BYTES_AT_ONCE:
        raise refused(_("The workbook is far larger than it seems, and is not opened."))


def _cells(book: Workbook, sheet: str, columns: int) -> Iterator[tuple[Any, ...]]:
    """Yield the values of a sheet row by row; nothing when there is no such sheet."""
    if sheet in book.sheetnames:
        yield from book[sheet].iter_rows(max_row=MOST_ROWS + 1, max_col=columns, values_only=True)


def _columns(book: Workbook) -> tuple[Column, ...]:
    """Return the columns by their heads; a head may be the name itself."""
    described = islice(_cells(book, COLUMNS_SHEET, 2), MOST_COLUMNS)
    names = {unescaped(str(head)): str(name) for head, name in described}
    heads = next(_cells(book, _row_sheets(book)[0], MOST_COLUMNS), ())
    shown = [unescaped(str(head)) for head in heads if head is not None]
    return known_columns([names.get(head, head) for head in shown])


def _row_sheets(book: Workbook) -> list[str]:
    """Return the sheets with rows: the only one of a workbook made of CSV has the file's name."""
    names = takewhile(lambda name: name in book.sheetnames, map(sheet_name, count(1)))
    return list(names) or book.sheetnames[:1]


def _rows(book: Workbook, columns: tuple[Column, ...]) -> Iterator[Row]:
    whole = _long_texts(book)
    number = 0
    for sheet in _row_sheets(book):
        for values in islice(_cells(book, sheet, len(columns)), 1, None):
            number += 1
            yield tuple(
                _cell(whole.get((number, column.name), value), column, number)
                for column, value in zip(columns, values, strict=True)
            )


def _long_texts(book: Workbook) -> dict[tuple[int, str], str]:
    """Return the texts that no cell held, by row and column."""
    parts: dict[tuple[int, str], list[str]] = defaultdict(list)
    length = 0
    for row, name, part in islice(_cells(book, LONG_SHEET, 3), 1, None):
        parts[int(row), str(name)].append(str(part))
        length += len(str(part))
        if length > MOST_BYTES_AT_ONCE:
            raise refused(_("The workbook is far larger than it seems, and is not opened."))
    return {place: "".join(each) for place, each in parts.items()}


def _cell(value: Any, column: Column, row: int) -> Cell:
    match value, column.kind:
        case None, kind:
            return text_cell("", kind)
        case str(), _kind:
            return cell_of_text(unescaped(value), column, row)
        case bool(), _kind:
            pass
        case int() | float(), Kind.NUMBER if value == int(value):
            return int(value)
        case int(), Kind.TEXT | Kind.LIST:
            return cell_of_text(str(value), column, row)
        case datetime.datetime(), Kind.DATE:
            return value.date()
        case datetime.datetime(), Kind.TIME:
            return value.replace(microsecond=0, tzinfo=datetime.UTC)
    found = {"column": column.name, "kind": column.kind.value}
    raise refused_row(row, _("What is in “%(column)s” is no %(kind)s.") % found)

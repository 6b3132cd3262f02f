"""CSV read back."""

from __future__ import annotations

import codecs
import csv
from collections.abc import Iterator
from typing import IO

from django.utils.translation import gettext as _

from reviews.exports.column import TEXTS, Column, Row
from reviews.exports.csv_file import without_mark
from reviews.exports.reading.bounds import (
    LONGEST_CELL,
    LONGEST_ROW,
    cell_of_text,
    known_columns,
    refused,
    refused_row,
)


def read_csv(file: IO[bytes]) -> tuple[tuple[Column, ...], Iterator[Row]]:
    """Return the columns and the rows of a report in CSV. Raises InvalidInput, also on the way."""
    csv.field_size_limit(LONGEST_CELL)
    records = _records(_Lines(file))
    columns = known_columns(next(records, []))
    return columns, _rows(records, columns)


class _Lines:
    """Lines of text; refuses when a row goes on for too long."""

    def __init__(self, file: IO[bytes]) -> None:
        self.file = file
        self.left = LONGEST_ROW

    def __iter__(self) -> Iterator[str]:
        mark = codecs.BOM_UTF8
        while line := self.file.readline(self.left + 1):
            self.left -= len(line)
            if self.left < 0:
                raise refused(_("A row is longer than any of a report. Is a quote left open?"))
            yield line.removeprefix(mark).decode()
            mark = b""

    def begin_row(self) -> None:
        """Let the next row be as long as any."""
        self.left = LONGEST_ROW


def _records(lines: _Lines) -> Iterator[list[str]]:
    reader = csv.reader(iter(lines), strict=True)
    try:
        for record in reader:
            yield record
            lines.begin_row()
    except UnicodeDecodeError as error:
        raise refused(_("The file is not in UTF-8. Save it as “CSV UTF-8”.")) from error
    except csv.Error as error:
        place = {"line": reader.line_num, "error": error}
        raise refused(_("Line %(line)d is no CSV: %(error)s.") % place) from error


def _rows(records: Iterator[list[str]], columns: tuple[Column, ...]) -> Iterator[Row]:
    marked = [column.kind in TEXTS for column in columns]
    for number, record in enumerate(records, start=1):
        if len(record) != len(columns):
            message = _("It has %(found)d cells, the head has %(wanted)d.")
            raise refused_row(number, message % {"found": len(record), "wanted": len(columns)})
        yield tuple(
            cell_of_text(without_mark(text) if is_marked else text, column, number)
            for text, column, is_marked in zip(record, columns, marked, strict=True)
        )

"""Which reader reads which format, and a file turned into one of another format."""

from __future__ import annotations

from collections.abc import Callable, Iterator
from typing import IO

from django.utils import timezone

from reviews.domain.report_spec import ReportSpec
from reviews.exports.column import Column, Row
from reviews.exports.reading.csv_rows import read_csv
from reviews.exports.reading.json_rows import read_json_lines
from reviews.exports.reading.xlsx_rows import read_xlsx
from reviews.exports.table import Table
from reviews.models import ReportFormat

READERS: dict[ReportFormat, Callable[[IO[bytes]], tuple[tuple[Column, ...], Iterator[Row]]]] = {
    ReportFormat.CSV: read_csv,
    ReportFormat.JSONL: read_json_lines,
    ReportFormat.XLSX: read_xlsx,
}


def read_table(file: IO[bytes], format: ReportFormat, *, title: str = "") -> Table:
    """Return the table a report was made of; its rows are read as they are asked for.

    Raises InvalidInput for what is no report of ours, also while the rows are read.
    """
    columns, rows = READERS[format](file)
    spec = ReportSpec(columns=tuple(column.name for column in columns))
    return Table(title, columns, rows, spec, timezone.now())

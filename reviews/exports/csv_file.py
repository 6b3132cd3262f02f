"""Verdicts as CSV: RFC 4180, UTF-8 with a byte order mark, so that spreadsheets read Chinese."""

from __future__ import annotations

import codecs
import csv
import io
from collections.abc import Iterable
from typing import IO

from reviews.exports.columns import COLUMNS
from reviews.models import Verdict

# A cell that starts with one of these runs as a formula when the file is opened.
# Source: OWASP, CSV Injection.
FORMULA_STARTS = ("=", "+", "-", "@", "\t", "\r", "\n", "＝", "＋", "－", "＠")


def neutral(cell: str) -> str:
    """Return `cell` with an apostrophe before it if a spreadsheet would run it."""
    return f"'{cell}" if cell.startswith(FORMULA_STARTS) else cell


def write_csv(verdicts: Iterable[Verdict], file: IO[bytes]) -> int:
    """Write a header and a row per verdict; return the number of verdicts."""
    file.write(codecs.BOM_UTF8)
    text = io.TextIOWrapper(file, encoding="utf-8", newline="", write_through=True)
    writer = csv.writer(text, dialect="excel")
    writer.writerow(column.name for column in COLUMNS)
    rows = 0
    for verdict in verdicts:
        writer.writerow(neutral(column.value(verdict)) for column in COLUMNS)
        rows += 1
    text.detach()
    return rows

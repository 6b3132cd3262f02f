"""Which writer serves which format."""

from __future__ import annotations

from collections.abc import Callable, Iterable
from typing import IO

from reviews.exports.claim_review import write_jsonld
from reviews.exports.csv_file import write_csv
from reviews.models import ReportFormat, Verdict

WRITERS: dict[ReportFormat, Callable[[Iterable[Verdict], IO[bytes]], int]] = {
    ReportFormat.CSV: write_csv,
    ReportFormat.JSONLD: write_jsonld,
}
EXTENSIONS = {ReportFormat.CSV: "csv", ReportFormat.JSONLD: "jsonld"}
CONTENT_TYPES = {
    ReportFormat.CSV: "text/csv; charset=utf-8",
    ReportFormat.JSONLD: "application/ld+json",
}


def write_report(verdicts: Iterable[Verdict], format: ReportFormat, file: IO[bytes]) -> int:
    """Write `verdicts` to `file` in `format`; return the number of rows."""
    return WRITERS[format](verdicts, file)

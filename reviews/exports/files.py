"""Which writer serves which format. What has none is offered nowhere."""

from __future__ import annotations

from reviews.exports.bundle.writing import write_bundle
from reviews.exports.claim_review import write_jsonld
from reviews.exports.csv_file import write_csv
from reviews.exports.documents.html import write_html
from reviews.exports.documents.markdown import write_markdown
from reviews.exports.documents.pdf import write_pdf
from reviews.exports.json_lines import write_json_lines
from reviews.exports.table import Writer
from reviews.exports.xlsx.writing import write_xlsx
from reviews.models import ReportFormat

WRITERS: dict[ReportFormat, Writer] = {
    ReportFormat.CSV: write_csv,
    ReportFormat.XLSX: write_xlsx,
    ReportFormat.JSONL: write_json_lines,
    ReportFormat.JSONLD: write_jsonld,
    ReportFormat.HTML: write_html,
    ReportFormat.PDF: write_pdf,
    ReportFormat.MARKDOWN: write_markdown,
    ReportFormat.BUNDLE: write_bundle,
}
# A file of these that was cut behind a row can be gone on with.
RESUMABLE = frozenset({ReportFormat.CSV, ReportFormat.JSONL})
EXTENSIONS = {
    ReportFormat.CSV: "csv",
    ReportFormat.JSONL: "jsonl",
    ReportFormat.XLSX: "xlsx",
    ReportFormat.JSONLD: "jsonld",
    ReportFormat.HTML: "html",
    ReportFormat.PDF: "pdf",
    ReportFormat.MARKDOWN: "md",
    ReportFormat.BUNDLE: "zip",
}
CONTENT_TYPES = {
    ReportFormat.CSV: "text/csv; charset=utf-8",
    ReportFormat.JSONL: "application/x-ndjson",
    ReportFormat.XLSX: "application/vnd.openxmlformats-officedocument.spreadsheetml.sheet",
    ReportFormat.JSONLD: "application/ld+json",
    ReportFormat.HTML: "text/html; charset=utf-8",
    ReportFormat.PDF: "application/pdf",
    ReportFormat.MARKDOWN: "text/markdown; charset=utf-8",
    ReportFormat.BUNDLE: "application/zip",
}


def format_choices() -> list[tuple[str, str]]:
    """Return value and label of each format that can be made."""
    return [(format.value, str(format.label)) for format in ReportFormat if format in WRITERS]

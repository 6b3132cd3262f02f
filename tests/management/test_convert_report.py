"""`manage.py convert_report` turns a report into another format, or leaves nothing behind."""

from __future__ import annotations

import io
from pathlib import Path

import pytest
from django.core.management import call_command
from django.core.management.base import CommandError

from reviews.exports.column import Cell, Row
from reviews.exports.columns import COLUMNS
from reviews.exports.csv_file import write_csv
from tests.pure.exports.tables import NASTY, NOW, table_of

ROW: dict[str, Cell] = {
    "number": 7, "text": "臺灣", "date": NOW.date(), "time": NOW, "url": "https://desk.example/",
}  # fmt: skip


@pytest.fixture
def report(tmp_path: Path) -> Path:
    """A report in CSV with a nasty text in each of its rows."""
    rows: list[Row] = [tuple(ROW.get(column.kind, (text,)) for column in COLUMNS) for text in NASTY]
    path = tmp_path / "report.csv"
    with path.open("wb") as file:
        write_csv(table_of(COLUMNS, rows), file)
    return path


def test_a_report_goes_through_all_formats_and_comes_back_the_same(report: Path) -> None:
    out = io.StringIO()
    call_command("convert_report", report, to="xlsx", stdout=out)
    call_command("convert_report", report.with_suffix(".xlsx"), to="jsonl", stdout=out)
    again = report.with_name("again.csv")
    call_command("convert_report", report.with_suffix(".jsonl"), to="csv", output=again, stdout=out)
    assert again.read_bytes() == report.read_bytes()
    assert out.getvalue().count(f"{len(NASTY)} rows") == 3


def test_a_file_that_is_refused_half_way_leaves_none(report: Path) -> None:
    with report.open("ab") as file:
        file.write(b"too,few\r\n")
    with pytest.raises(CommandError, match=f"Row {len(NASTY) + 1}: It has 2 cells"):
        call_command("convert_report", report, to="xlsx")
    assert [path.name for path in report.parent.glob("*.*")] == ["report.csv"]


def test_nothing_is_overwritten_and_odd_endings_are_refused(report: Path) -> None:
    with pytest.raises(CommandError, match="there already"):
        call_command("convert_report", report, to="csv")
    with pytest.raises(CommandError, match="ends with"):
        call_command("convert_report", report.with_suffix(".docx"), to="csv")
    with pytest.raises(CommandError, match=r"missing\.csv"):
        call_command("convert_report", report.with_name("missing.csv"), to="xlsx")

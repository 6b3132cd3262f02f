"""What was written to CSV, JSON Lines or a workbook and is read back is what it was."""

from __future__ import annotations

import csv
import io
import json
import zipfile
from dataclasses import replace
from typing import Any

import openpyxl
import pytest
from hypothesis import given, settings

from reviews.exports.cells import joined, parted
from reviews.exports.column import Cell, Column, Kind, Row
from reviews.exports.columns import BY_NAME, COLUMNS
from reviews.exports.csv_file import neutral
from reviews.exports.files import RESUMABLE, WRITERS
from reviews.exports.reading.files import READERS, read_table
from reviews.exports.stopping import Cancelled
from reviews.exports.xlsx import package, writing
from reviews.exports.xlsx.layout import LONGEST_CELL
from reviews.models import ReportFormat
from tests.pure.exports.tables import CELLS, NASTY, table_of, tables

FORMATS = sorted(READERS)
Drawn = tuple[tuple[Column, ...], list[Row]]
TEXT, SPEAKER = BY_NAME["claim"], BY_NAME["speaker"]


def written(
    format: ReportFormat, columns: tuple[Column, ...], rows: list[Row], **spec: Any
) -> bytes:
    file = io.BytesIO()
    assert WRITERS[format](table_of(columns, rows, **spec), file) == len(rows)
    return file.getvalue()


def read(format: ReportFormat, data: bytes) -> Drawn:
    table = read_table(io.BytesIO(data), format)
    return table.columns, list(table.rows)


@pytest.mark.parametrize("format", FORMATS)
@given(drawn=tables())
@settings(max_examples=60)
def test_rows_come_back_as_they_were(format: ReportFormat, drawn: Drawn) -> None:
    columns, rows = drawn
    found = read(format, written(format, columns, rows))
    if rows or format != ReportFormat.JSONL:  # a file without a line names no column
        assert found == (columns, rows)


@pytest.mark.parametrize("format", FORMATS)
def test_every_nasty_text_comes_back(format: ReportFormat) -> None:
    rows: list[Row] = [(text, text) for text in NASTY]
    assert read(format, written(format, (TEXT, SPEAKER), rows)) == ((TEXT, SPEAKER), rows)


@given(CELLS[Kind.LIST])
def test_the_items_of_a_list_come_apart_as_they_were(items: tuple[str, ...]) -> None:
    assert parted(joined(items)) == items


def test_the_standard_reader_finds_every_row_and_cell_of_csv() -> None:
    rows: list[Row] = [(text, text) for text in NASTY]
    data = written(ReportFormat.CSV, (TEXT, SPEAKER), rows)
    head, *found = csv.reader(io.StringIO(data.decode("utf-8-sig"), newline=""), strict=True)
    assert head == ["claim", "speaker"]
    assert found == [[neutral(text), neutral(text)] for text in NASTY]
    assert data.endswith(b"\r\n")
    assert not written(ReportFormat.CSV, (TEXT,), [], byte_order_mark=False).startswith(b"\xef")


def test_a_line_of_json_is_an_object_in_utf_8() -> None:
    data = written(ReportFormat.JSONL, (TEXT, BY_NAME["outlets"]), [("港口 \u2028", ("甲", "乙"))])
    assert data.decode() == '{"claim": "港口 \u2028", "outlets": ["甲", "乙"]}\n'
    assert json.loads(data)["outlets"] == ["甲", "乙"]


def sheet(data: bytes, name: str = "Verdicts", **options: Any) -> Any:
    return openpyxl.load_workbook(io.BytesIO(data), **options)[name]


def test_the_cells_of_a_workbook_have_types_and_none_is_a_formula_but_links() -> None:
    row: Row = tuple(CELL_OF[column.kind] for column in COLUMNS)
    found = sheet(written(ReportFormat.XLSX, COLUMNS, [row]))
    types = {column.kind: cell.data_type for column, cell in zip(COLUMNS, found[2], strict=True)}
    assert types == {
        Kind.TEXT: "s", Kind.LIST: "s", Kind.NUMBER: "n", Kind.DATE: "d", Kind.TIME: "d",
        Kind.URL: "f",
    }  # fmt: skip
    assert found.cell(2, len(COLUMNS)).value == '=HYPERLINK("https://desk.example/verdicts/7/")'
    assert found.freeze_panes == "A2"
    assert found.auto_filter.ref == "A1:W2"
    assert found.column_dimensions["L"].width == 80


CELL_OF: dict[Kind, Cell] = {
    Kind.TEXT: "=1+1",
    Kind.LIST: ("=1", "2"),
    Kind.NUMBER: 7,
    Kind.DATE: table_of((), []).made_at.date(),
    Kind.TIME: table_of((), []).made_at,
    Kind.URL: "https://desk.example/verdicts/7/",
}


def test_what_is_no_address_or_too_long_for_a_link_is_text() -> None:
    addresses = ("javascript:alert(1)", "https://desk.example/" + "a" * 300, "")
    rows: list[Row] = [(address,) for address in addresses]
    found = sheet(written(ReportFormat.XLSX, (BY_NAME["url"],), rows))
    assert [found.cell(number, 1).data_type for number in (2, 3)] == ["s", "s"]


def test_heads_are_not_the_same_for_two_columns() -> None:
    assert len({writing.head_of(column) for column in COLUMNS}) == len(COLUMNS)


def test_a_text_too_long_for_a_cell_is_kept_whole_on_a_sheet_of_its_own() -> None:
    longest, longer = "🧾" * (LONGEST_CELL // 2), "🧾" * (LONGEST_CELL // 2 + 1) + "\r_x000D_"
    rows: list[Row] = [(longest, ""), ("short", longer)]
    data = written(ReportFormat.XLSX, (TEXT, SPEAKER), rows)
    assert read(ReportFormat.XLSX, data) == ((TEXT, SPEAKER), rows)
    shown = sheet(data)["B3"].value
    assert len(shown) < LONGEST_CELL
    assert shown.endswith("(the whole text is on the sheet “Long texts”)")
    assert sheet(data)["A2"].value == longest


def test_rows_beyond_the_last_of_a_sheet_go_to_the_next(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(writing, "MOST_ROWS", 1500)
    rows: list[Row] = [(str(number), "") for number in range(4100)]
    data = written(ReportFormat.XLSX, (TEXT, SPEAKER), rows)
    sheets = ("Verdicts", "Verdicts 2", "Verdicts 3")
    assert [len(list(sheet(data, name).rows)) for name in sheets] == [1501, 1501, 1101]
    assert read(ReportFormat.XLSX, data) == ((TEXT, SPEAKER), rows)


def test_a_sheet_that_grows_too_large_is_followed_by_another(
    monkeypatch: pytest.MonkeyPatch,
) -> None:
    monkeypatch.setattr(package, "MOST_BYTES", 10_000)
    rows: list[Row] = [(str(number), "x" * 20) for number in range(2500)]
    data = written(ReportFormat.XLSX, (TEXT, SPEAKER), rows)
    assert openpyxl.load_workbook(io.BytesIO(data)).sheetnames[:3] == [
        "Verdicts", "Verdicts 2", "Verdicts 3",
    ]  # fmt: skip
    assert read(ReportFormat.XLSX, data)[1] == rows


def test_the_same_rows_make_the_same_bytes() -> None:
    rows: list[Row] = [("a", "b")]
    for format in FORMATS:
        assert written(format, (TEXT, SPEAKER), rows) == written(format, (TEXT, SPEAKER), rows)


def test_a_workbook_needs_no_extension_of_zip() -> None:
    with zipfile.ZipFile(io.BytesIO(written(ReportFormat.XLSX, (TEXT,), [("a",)]))) as archive:
        assert {part.extract_version for part in archive.infolist()} == {20}
        assert archive.namelist()[0] == "[Content_Types].xml"


@pytest.mark.parametrize("format", sorted(RESUMABLE))
def test_a_file_that_was_cut_behind_a_row_is_gone_on_with(format: ReportFormat) -> None:
    rows: list[Row] = [(text, text) for text in NASTY]
    file = io.BytesIO(written(format, (TEXT, SPEAKER), rows[:7]))
    file.seek(0, io.SEEK_END)
    rest = replace(table_of((TEXT, SPEAKER), rows[7:]), done=7)
    assert WRITERS[format](rest, file) == len(rows)
    assert file.getvalue() == written(format, (TEXT, SPEAKER), rows)


@pytest.mark.parametrize("format", FORMATS)
def test_a_writer_tells_how_far_it_is_and_can_be_stopped(format: ReportFormat) -> None:
    told: list[int] = []

    def stop_at_second(rows: int) -> None:
        told.append(rows)
        if len(told) == 2:
            raise Cancelled

    table = table_of((TEXT,), [("a",)] * 5000)
    with pytest.raises(Cancelled):
        WRITERS[format](replace(table, told=stop_at_second), io.BytesIO())
    assert told == [1000, 2000]

"""Files that are no reports of ours, or are made to do harm, are refused with a message."""

from __future__ import annotations

import io
import zipfile
from collections.abc import Callable
from contextlib import suppress

import openpyxl
import pytest
from hypothesis import given
from hypothesis import strategies as st

from factcheck.errors import InvalidInput
from reviews.exports.columns import BY_NAME
from reviews.exports.reading import bounds, csv_rows, json_rows, xlsx_rows
from reviews.exports.reading.files import READERS, read_table
from reviews.exports.xlsx.writing import write_xlsx
from reviews.models import ReportFormat
from tests.pure.exports.tables import table_of

CSV, JSONL, XLSX = ReportFormat.CSV, ReportFormat.JSONL, ReportFormat.XLSX


def refusal(format: ReportFormat, data: bytes) -> str:
    with pytest.raises(InvalidInput) as refused:
        list(read_table(io.BytesIO(data), format).rows)
    assert refused.value.field == "file"
    return refused.value.message


@pytest.mark.parametrize(
    ("data", "words"),
    [
        (b"", "no columns"),
        (b"weather\r\n", "no column “weather”"),
        (b"claim;speaker\r\n", "Commas"),
        (b"claim,claim\r\n", "twice"),
        (b"claim,speaker\r\na\r\n", "Row 1: It has 1 cells, the head has 2."),
        (b"claim\r\na\r\nb,c\r\n", "Row 2"),
        (b'claim\r\n"a"b\r\n', "Line 2"),
        (b'claim\r\n"never closed\r\n', "no CSV"),
        ("claim\r\n漢".encode("utf-16"), "UTF-8"),
        ("claim\r\n漢".encode("big5"), "UTF-8"),
        (b"claim\r\na\x00b\r\n", "no text"),
        (b"claim_id\r\nmany\r\n", "no number"),
        (b"claim_id\r\n" + b"9" * 30 + b"\r\n", "no number"),
        (b"claim_id\r\n1_0\r\n", "no number"),
        ("claim_id\r\n１\r\n".encode(), "no number"),
        (b"true_as_of\r\n9 March\r\n", "no date"),
        (b"published_at\r\n2026-03-09T12:00:00\r\n", "no time"),
    ],
)
def test_a_csv_that_is_no_report_is_refused(data: bytes, words: str) -> None:
    assert words in refusal(CSV, data)


@pytest.mark.parametrize(
    ("lines", "words"),
    [
        ("[]", "no object"),
        ("{", "no JSON"),
        ("[" * 100_000, "no JSON"),
        ('{"weather": 1}', "no column"),
        ('{"claim": "a", "claim": "b"}', "twice"),
        ('{"claim": "a"}\n{"speaker": "b"}', "Row 2: It has other columns"),
        ('{"claim": 1}', "no text"),
        ('{"claim": null}', "no text"),
        ('{"claim": "\\ud800"}', "no JSON"),
        ('{"claim": "a\\u0000"}', "no text"),
        ('{"claim_id": NaN}', "no JSON"),
        ('{"claim_id": true}', "no number"),
        ('{"claim_id": 1.5}', "no number"),
        ('{"claim_id": ' + "9" * 5000 + "}", "no JSON"),
        ('{"outlets": ["a", ""]}', "no list"),
        ('{"outlets": "a"}', "no list"),
        ('{"true_as_of": "9 March"}', "no date"),
    ],
)
def test_lines_that_are_no_report_are_refused(lines: str, words: str) -> None:
    assert words in refusal(JSONL, lines.encode())


def test_what_goes_on_for_too_long_is_refused(monkeypatch: pytest.MonkeyPatch) -> None:
    for module in (csv_rows, json_rows, bounds):
        monkeypatch.setattr(module, "LONGEST_CELL", 1000, raising=False)
        monkeypatch.setattr(module, "LONGEST_ROW", 2000, raising=False)
    assert "field larger" in refusal(CSV, b"claim\r\n" + b"a" * 1500 + b"\r\n")
    assert "longer" in refusal(CSV, b"claim\r\n" + b'"a\n",' * 1500)
    assert "longer" in refusal(JSONL, b'{"claim": "' + b"a" * 9000)


def workbook(change: Callable[[openpyxl.Workbook], None]) -> bytes:
    """Return a report of one row as workbook, changed in a spreadsheet program."""
    file = io.BytesIO()
    columns = tuple(BY_NAME[name] for name in ("claim_id", "claim", "published_at", "url"))
    row = (7, "007", table_of((), []).made_at, "https://desk.example/verdicts/7/")
    write_xlsx(table_of(columns, [row]), file)
    book = openpyxl.load_workbook(file)
    change(book)
    changed = io.BytesIO()
    book.save(changed)
    return changed.getvalue()


def set_cell(place: str, value: str | float) -> Callable[[openpyxl.Workbook], None]:
    def change(book: openpyxl.Workbook) -> None:
        book["Verdicts"][place] = value

    return change


@pytest.mark.parametrize(
    ("change", "words"),
    [
        (set_cell("A1", "weather"), "no column"),
        (set_cell("A1", "published (UTC)"), "twice"),
        (set_cell("A2", "many"), "no number"),
        (set_cell("A2", 1.5), "no number"),
        (set_cell("A2", True), "no number"),
        (set_cell("B2", 1.5), "no text"),
        (set_cell("C2", "noon"), "no time"),
        (lambda book: book.remove(book["Verdicts"]), "no column"),
    ],
)
def test_a_workbook_that_was_spoilt_is_refused(
    change: Callable[[openpyxl.Workbook], None], words: str
) -> None:
    assert words in refusal(XLSX, workbook(change))


def test_a_workbook_saved_by_another_program_is_read() -> None:
    # Texts are in a table of their own then, and the address is what the formula came to.
    table = read_table(io.BytesIO(workbook(set_cell("D2", "https://desk.example/"))), XLSX)
    assert list(table.rows) == [(7, "007", table_of((), []).made_at, "https://desk.example/")]


def test_a_sheet_made_of_csv_has_names_over_its_columns() -> None:
    book = openpyxl.Workbook()
    for row in (["claim_id", "claim"], [7, "007"]):
        book.worksheets[0].append(row)
    file = io.BytesIO()
    book.save(file)
    assert list(read_table(file, XLSX).rows) == [(7, "007")]


def test_a_workbook_that_is_a_bomb_is_refused(monkeypatch: pytest.MonkeyPatch) -> None:
    file = io.BytesIO()
    with zipfile.ZipFile(file, "w", zipfile.ZIP_DEFLATED) as archive:
        archive.writestr("xl/worksheets/sheet1.xml", b"<row>" * 2_000_000)
    assert "far larger" in refusal(XLSX, file.getvalue())
    good = workbook(lambda book: None)
    monkeypatch.setattr(xlsx_rows, "MOST_BYTES_AT_ONCE", 10)
    assert "far larger" in refusal(XLSX, good)


def test_entities_of_a_workbook_do_not_multiply() -> None:
    good, bad = io.BytesIO(workbook(lambda book: None)), io.BytesIO()
    levels = "".join(f'<!ENTITY e{n + 1} "{f"&e{n};" * 30}">' for n in range(8))
    doctype = f'<!DOCTYPE w [<!ENTITY e0 "ha">{levels}]>'.encode()
    with zipfile.ZipFile(good) as old, zipfile.ZipFile(bad, "w", zipfile.ZIP_DEFLATED) as new:
        for part in old.namelist():
            data = old.read(part)
            if part.endswith("sheet1.xml"):
                data = doctype + data.replace(b"<v>7</v>", b"<v>&e8;</v>")
            new.writestr(part, data)
    assert "no workbook" in refusal(XLSX, bad.getvalue())


@pytest.mark.parametrize("format", sorted(READERS))
@given(data=st.binary(max_size=200))
def test_any_bytes_are_read_or_refused(format: ReportFormat, data: bytes) -> None:
    with suppress(InvalidInput):
        list(read_table(io.BytesIO(data), format).rows)

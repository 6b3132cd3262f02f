"""Cells of a CSV report are read, never run."""

from __future__ import annotations

import csv
import datetime
import io

import pytest
from hypothesis import given
from hypothesis import strategies as st

from reviews.domain.report_spec import ReportSpec
from reviews.exports.columns import COLUMNS
from reviews.exports.csv_file import FORMULA_STARTS, neutral, write_csv
from reviews.exports.table import Table

NOW = datetime.datetime(2026, 3, 9, tzinfo=datetime.UTC)

CELLS = st.text(st.characters(exclude_categories=["Cs"], exclude_characters="\x00"))


@pytest.mark.parametrize("start", FORMULA_STARTS)
def test_a_cell_a_spreadsheet_would_run_is_kept_as_text(start: str) -> None:
    assert neutral(f"{start}HYPERLINK(1)") == f"'{start}HYPERLINK(1)"


@given(CELLS)
def test_no_cell_starts_a_formula(cell: str) -> None:
    assert not neutral(cell).startswith(FORMULA_STARTS)


@given(CELLS)
def test_nothing_of_a_cell_is_lost(cell: str) -> None:
    assert neutral(cell) in (cell, f"'{cell}")


@given(st.sampled_from(["2,4 juta", "约560万美元", "5.5 million", "'already", ""]))
def test_an_ordinary_cell_stays_as_it_is(cell: str) -> None:
    assert neutral(cell) == cell


def test_a_report_without_verdicts_has_its_header() -> None:
    file = io.BytesIO()
    assert write_csv(Table("", COLUMNS, [], ReportSpec(), NOW), file) == 0
    (header,) = csv.reader(io.StringIO(file.getvalue().decode("utf-8-sig")))
    assert header[:3] == ["claim_id", "version", "status"]
    assert len(header) == len(set(header))

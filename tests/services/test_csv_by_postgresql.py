"""PostgreSQL writes the CSV of a report byte for byte as the writer of tables does."""

from __future__ import annotations

import datetime
import io
from typing import Any

import pytest
from django.db import connection
from hypothesis import given, settings

from claims.models import Claim
from factcheck.accounts.models import User
from reviews.domain.report_spec import ReportSpec
from reviews.exports.column import Cell, Column, Kind, Row
from reviews.exports.columns import BY_NAME, COLUMNS
from reviews.exports.csv_file import csv_encoding, write_csv
from reviews.exports.csv_sql import csv_copied
from reviews.exports.table import Table
from reviews.models import Verdict
from reviews.selectors import report_rows as selector
from reviews.selectors.report_rows import ReportRows
from tests.factories import make_appearance, make_article
from tests.pure.exports.tables import NASTY, table_of, tables
from tests.walks import published_verdict

TYPES = {
    Kind.TEXT: "text", Kind.URL: "text", Kind.LIST: "text[]", Kind.NUMBER: "bigint",
    Kind.DATE: "date", Kind.TIME: "timestamptz",
}  # fmt: skip


def by_postgresql(columns: tuple[Column, ...], rows: list[Row]) -> bytes:
    """Return the lines of rows that are sent to PostgreSQL as they are."""
    names = ", ".join(f'"{column.name}"' for column in columns)
    places = ", ".join(["%s", *(f"%s::{TYPES[column.kind]}" for column in columns)])
    values = [value for place, row in enumerate(rows) for value in (place, *map(sent, row))]
    every_row = ", ".join([f"({places})"] * len(rows))
    query = f"SELECT * FROM (VALUES {every_row}) AS sent (place, {names})"  # noqa: S608
    with connection.cursor() as cursor:
        return b"".join(csv_copied(cursor, columns, cursor.cursor.mogrify(query, values)))


def sent(cell: Cell) -> Any:
    return list(cell) if isinstance(cell, tuple) else cell


@pytest.mark.django_db
@given(drawn=tables())
@settings(max_examples=150, deadline=None)
def test_cells_of_all_kinds_are_written_alike(drawn: tuple[tuple[Column, ...], list[Row]]) -> None:
    columns, rows = drawn
    if rows:
        assert by_postgresql(columns, rows) == csv_encoding(table_of(columns, [])).rows(rows)


@pytest.mark.django_db
def test_every_nasty_text_is_written_alike_alone_and_among_others() -> None:
    columns = (BY_NAME["claim"], BY_NAME["outlets"], BY_NAME["topics"])
    rows: list[Row] = [
        (text, (text,) if text else (), tuple(filter(bool, (other, text, other))))
        for text in NASTY
        for other in (NASTY[0], ";", "'")
    ]
    assert by_postgresql(columns, rows) == csv_encoding(table_of(columns, [])).rows(rows)


def test_a_report_is_the_same_whoever_writes_it(
    fact_checker: User, editor: User, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(selector, "FIRST_ROWS", 2)
    texts = [text for text in NASTY if "\x00" not in text and text][:24]
    for number in range(3):
        verdict = published_verdict(fact_checker, editor)
        Verdict.objects.filter(pk=verdict.pk).update(
            summary=texts[number], explanation=texts[number + 9], correction_note=texts[-number],
            evidence=[{"url": text} for text in texts[number::5]],
            true_as_of=datetime.date(999 + number, 1, 2),
        )  # fmt: skip
        Claim.objects.filter(pk=verdict.claim_id).update(speaker=texts[number + 12])
        for text in texts[number::7]:
            make_appearance(verdict.claim, article=make_article(text, outlet=text))
    for group_by in ("", "speaker"):
        spec = ReportSpec(group_by=group_by)
        read = ReportRows(spec)
        assert written(spec, read.csv_lines) == written(spec, None)


def written(spec: ReportSpec, lines: Any) -> bytes:
    file = io.BytesIO()
    rows = ReportRows(spec)
    table = Table("", COLUMNS, rows, spec, rows.reading.as_of, csv_lines=lines)
    assert write_csv(table, file) == 3
    return file.getvalue()

"""Tables with texts as nasty as they come, for the files that are to hold them."""

from __future__ import annotations

import datetime
from typing import Any

from hypothesis import strategies as st

from reviews.domain.report_spec import ReportSpec
from reviews.exports.column import Column, Kind, Row
from reviews.exports.columns import COLUMNS
from reviews.exports.table import Table

NOW = datetime.datetime(2026, 3, 9, 12, tzinfo=datetime.UTC)
NASTY = (
    "=cmd|' /C calc'!A0", "+1", "-1", "@SUM(A1)", "\t=1", "\r=1", "\n=1", "＝1", "＋1", "－1",
    "＠1", "'=1", "''=1", "'", "''", "' =1", '"', '""', '","', ",", ";", "; ", "a; b", "a;", "\\",
    "\\;", "\\; ", " ", "  lead and trail  ", "\r", "\n", "\r\n", "a\rb", "line\nline", "\u2028",
    "\x0b", "\x01", "\x1f", "\x7f", "\x85", "\ufffe", "\uffff", "\ufeff", "\ufeffclaim_id",
    "_x000D_", "_x0041\r_", "_x005F_x000D_", "_x0041_x0042_", "&lt;", "<b>", "]]>", "&#13;",
    "007", "1e5", "1E400", "0x1F", "1_000", "１２", "2026-03-09", "TRUE", "NaN", "null", "-",
    "#REF!", "臺灣總統", "约560万美元", "𠮷野家", "🧾👩‍👩‍👧", "e\u0301", "\u202eabc", "\u200f", "ﬃ",
    "https://a.example/?q=\"x\"&b=1;c=2", "http://" + "a" * 300,
)  # fmt: skip
TEXTS = st.sampled_from(NASTY) | st.text(
    st.characters(exclude_categories=["Cs"], exclude_characters="\x00"), max_size=30
)
FIRST = int(datetime.datetime(1600, 1, 1, tzinfo=datetime.UTC).timestamp())
CENTURIES = 600 * 365 * 24 * 3600  # seconds
CELLS: dict[Kind, st.SearchStrategy[Any]] = {
    Kind.TEXT: TEXTS,
    Kind.URL: TEXTS,
    Kind.NUMBER: st.none() | st.integers(-(2**63) + 1, 2**63 - 1),
    Kind.DATE: st.none() | st.dates(datetime.date(1600, 1, 1), datetime.date(2200, 12, 31)),
    Kind.TIME: st.none()
    | st.integers(FIRST, FIRST + CENTURIES).map(
        lambda seconds: datetime.datetime.fromtimestamp(seconds, datetime.UTC)
    ),
    Kind.LIST: st.lists(TEXTS.filter(bool), max_size=3).map(tuple),
}  # fmt: skip


def table_of(columns: tuple[Column, ...], rows: list[Row], **options: Any) -> Table:
    """Return a table with these rows."""
    return Table("Ports, 2026", columns, rows, ReportSpec(**options), NOW)


@st.composite
def tables(draw: st.DrawFn) -> tuple[tuple[Column, ...], list[Row]]:
    """Return some of the columns of reports, and rows of what their cells may hold."""
    columns = draw(st.lists(st.sampled_from(COLUMNS), min_size=1, unique_by=lambda each: each.name))
    row = st.tuples(*(CELLS[column.kind] for column in columns))
    return tuple(columns), draw(st.lists(row, max_size=4))

"""The verdicts of a report, as rows of cells or whole, in bounded memory and a stable order.

They are read in batches that each go on behind the last id: a cursor would hold a transaction open
for as long as the report takes, in which nobody sees how far it is, or have the database write all
rows to a file of its own before the first one comes.
"""

from __future__ import annotations

import datetime
from array import array
from collections.abc import Iterator, Sequence
from itertools import islice
from typing import Any

from django.db.models import QuerySet
from django.utils import timezone

from reviews.domain.report_spec import ReportSpec
from reviews.exports.column import Batch, Row
from reviews.exports.columns import columns_of
from reviews.models import Verdict
from reviews.selectors.report_filter import Reading, group_of, status_as_of, verdicts_covered
from reviews.selectors.report_gathering import IsAmong, fetched
from reviews.selectors.verdicts import CHUNK, verdicts_with_context

FIRST_ROWS, ROWS_AT_ONCE = 100, 2000
Values = QuerySet[Verdict, tuple[Any, ...]]


def report_rows(
    spec: ReportSpec,
    after: int | None = None,
    *,
    language: str = "en",
    as_of: datetime.datetime | None = None,
) -> Iterator[Row]:
    """Yield a row per verdict with a cell per column of `spec`, those behind the verdict `after`.

    Labels are in `language`. The rows are those of the moment `as_of` (left out: now): what is
    published later is not there, and a status is the one it was then. Raises InvalidInput for an
    unknown column.
    """
    reading = Reading(language, as_of or timezone.now())
    for _ids, rows in _batches(spec, reading, after):
        yield from rows


def report_rows_with_ids(
    spec: ReportSpec, after: int | None, *, language: str, as_of: datetime.datetime
) -> Iterator[tuple[int, Row]]:
    """Yield the rows of `report_rows`, each with the id of its verdict."""
    for ids, rows in _batches(spec, Reading(language, as_of), after):
        yield from zip(ids, rows, strict=True)


def report_first_rows(
    spec: ReportSpec, most: int, *, language: str, as_of: datetime.datetime
) -> list[Row]:
    """Return the first rows of `report_rows`, at most `most`; only theirs are read."""
    batches = _batches(spec, Reading(language, as_of), None, most)
    return list(islice((row for _ids, rows in batches for row in rows), most))


def report_count(spec: ReportSpec, *, as_of: datetime.datetime | None = None) -> int:
    """Return how many rows the report has."""
    return verdicts_covered(spec, _now_or(as_of)).count()


def report_page_end(
    spec: ReportSpec, after: int | None, rows: int, *, as_of: datetime.datetime
) -> int | None:
    """Return the id in the last of the next `rows` rows, by id; None if no more rows follow."""
    covered = verdicts_covered(spec, _now_or(as_of)).filter(pk__gt=after or 0).order_by("pk")
    ids = list(covered.values_list("pk", flat=True)[rows - 1 : rows + 1])
    return ids[0] if len(ids) == 2 else None


def report_verdicts(
    spec: ReportSpec, after: int | None = None, *, as_of: datetime.datetime | None = None
) -> Iterator[Verdict]:
    """Yield the verdicts of the report by id, with all that is shown of them, in bounded batches.

    Their `status` is the one of the moment `as_of`, as in the rows.
    """
    reading = _now_or(as_of)
    verdicts = verdicts_covered(spec, reading, verdicts_with_context())
    last = after or 0
    while read := _first_as_then(verdicts.filter(pk__gt=last), reading):
        last = read[-1].pk
        yield from read


def verdicts_as_of(ids: Sequence[int], as_of: datetime.datetime) -> Iterator[Verdict]:
    """Yield these verdicts as `report_verdicts` would, in bounded batches; `ids` are sorted."""
    verdicts = verdicts_with_context()
    for start in range(0, len(ids), CHUNK):
        among = verdicts.filter(IsAmong("pk", ids[start : start + CHUNK]))
        yield from _first_as_then(among, _now_or(as_of))


def _first_as_then(verdicts: QuerySet[Verdict], reading: Reading) -> Sequence[Verdict]:
    """Return the first CHUNK of `verdicts` by id, with the status they had then."""
    read = list(verdicts.annotate(status_then=status_as_of(reading)).order_by("pk")[:CHUNK])
    for verdict in read:
        verdict.status = verdict.status_then
    return read


def _batches(
    spec: ReportSpec, reading: Reading, after: int | None, most: int | None = None
) -> Iterator[tuple[tuple[int, ...], Iterator[Row]]]:
    """Yield ids of verdicts and their rows; of a report in groups those of the first `most`."""
    columns = columns_of(spec)
    verdicts = verdicts_covered(spec, reading)
    reads = list(dict.fromkeys(column.read for column in columns))
    values = verdicts.values_list("pk", *(read(reading) for read in reads))
    in_order = _by_id(values, after)
    if spec.group_by:
        ids = verdicts.order_by(group_of(spec, reading), "pk").values_list("pk", flat=True)
        in_order = _by_group(values, array("q", ids[:most].iterator()), after)
    for read in in_order:
        pks, *found = zip(*read, strict=True)
        values_of = dict(zip(reads, found, strict=True))
        batch = Batch(reading)
        cells = [column.cells(values_of[column.read], batch) for column in columns]
        yield pks, zip(*cells, strict=True)


def _by_id(values: Values, after: int | None) -> Iterator[list[tuple[Any, ...]]]:
    """Yield the rows by id. The first few come at once: a preview asks for no more."""
    last, size = after or 0, FIRST_ROWS
    while read := fetched(values.filter(pk__gt=last).order_by("pk")[:size]):
        last, size = read[-1][0], ROWS_AT_ONCE
        yield read


def _by_group(
    values: Values, ids: array[int], after: int | None
) -> Iterator[list[tuple[Any, ...]]]:
    """Yield the rows in the order of `ids`: eight bytes each is what it takes to know it."""
    first = ids.index(after) + 1 if after else 0
    for start in range(first, len(ids), ROWS_AT_ONCE):
        batch = ids[start : start + ROWS_AT_ONCE]
        rows = {row[0]: row for row in fetched(values.filter(IsAmong("pk", batch)))}
        if rows:
            yield [rows[pk] for pk in batch if pk in rows]


def _now_or(as_of: datetime.datetime | None) -> Reading:
    return Reading("en", as_of or timezone.now())

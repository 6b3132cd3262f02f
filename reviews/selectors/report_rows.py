"""The verdicts of a report, as rows of cells or whole, in bounded memory and a stable order.

They are read in batches that each go on behind the last id: a cursor would hold a transaction open
for as long as the report takes, in which nobody sees how far it is, or have the database write all
rows to a file of its own before the first one comes.
"""

from __future__ import annotations

import datetime
from array import array
from collections.abc import Iterator, Sequence
from functools import partial
from itertools import islice

from django.db.models import QuerySet
from django.utils import timezone

from reviews.domain.report_spec import ReportSpec
from reviews.exports.column import Row
from reviews.exports.columns import columns_of
from reviews.models import Verdict
from reviews.selectors.among import IsAmong
from reviews.selectors.reading_ahead import read_ahead
from reviews.selectors.report_filter import Reading, group_of, status_as_of, verdicts_covered
from reviews.selectors.report_statement import Keys, csv_lines_read, keys_of, rows_read
from reviews.selectors.verdicts import CHUNK, verdicts_with_context

FIRST_ROWS, ROWS_AT_ONCE = 100, 2000


class ReportRows:
    """A row per verdict with a cell per column of `spec`, those behind the verdict `after`.

    Labels are in `language`. The rows are those of the moment `as_of` (left out: now): what is
    published later is not there, and a status is the one it was then. `last` is the verdict of the
    last row that was given. Raises InvalidInput for an unknown column.
    """

    def __init__(
        self,
        spec: ReportSpec,
        after: int | None = None,
        *,
        language: str = "en",
        as_of: datetime.datetime | None = None,
    ) -> None:
        self.spec = spec
        self.reading = Reading(language, as_of or timezone.now())
        self.columns = columns_of(spec)
        self.last = after or 0

    def __iter__(self) -> Iterator[Row]:
        for _verdict, row in self.with_ids():
            yield row

    def with_ids(self) -> Iterator[tuple[int, Row]]:
        """Yield the rows, each with the id of its verdict."""
        for keys in self._batches():
            for verdict, row in rows_read(self.columns, keys, self.reading):
                self.last = verdict
                yield verdict, row

    def first(self, most: int) -> list[Row]:
        """Return the first rows, at most `most`; only theirs are read."""
        batches = self._batches(most)
        rows = (row for keys in batches for row in rows_read(self.columns, keys, self.reading))
        return [row for _verdict, row in islice(rows, most)]

    def csv_lines(self) -> Iterator[list[bytes]]:
        """Yield the rows as lines of CSV, as `csv_encoding` writes them, many at once."""
        read = partial(csv_lines_read, self.columns, reading=self.reading)
        for keys, lines in read_ahead(read, self._batches()):
            self.last = keys[-1].verdict
            yield lines

    def _batches(self, most: int | None = None) -> Iterator[Sequence[Keys]]:
        """Yield whose rows come, in the report's order; in groups those of the first `most`."""
        verdicts = verdicts_covered(self.spec, self.reading)
        if not self.spec.group_by:
            return _by_id(verdicts, self.last)
        ids = verdicts.order_by(group_of(self.spec, self.reading), "pk").values_list(
            "pk", flat=True
        )
        return _by_group(array("q", ids[:most].iterator()), self.last)


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


def _by_id(verdicts: QuerySet[Verdict], after: int) -> Iterator[list[Keys]]:
    """Yield verdicts by their ids. The first few come at once: a preview asks for no more."""
    last, size = after, FIRST_ROWS
    while batch := keys_of(verdicts.filter(pk__gt=last).order_by("pk")[:size]):
        last, size = batch[-1].verdict, ROWS_AT_ONCE
        yield batch


def _by_group(ids: array[int], after: int) -> Iterator[list[Keys]]:
    """Yield verdicts in the order of `ids`: eight bytes each is what it takes to know it."""
    first = ids.index(after) + 1 if after else 0
    for start in range(first, len(ids), ROWS_AT_ONCE):
        part = ids[start : start + ROWS_AT_ONCE]
        found = {
            keys.verdict: keys for keys in keys_of(Verdict.objects.filter(IsAmong("pk", part)))
        }
        if found:
            yield [found[verdict] for verdict in part if verdict in found]


def _now_or(as_of: datetime.datetime | None) -> Reading:
    return Reading("en", as_of or timezone.now())

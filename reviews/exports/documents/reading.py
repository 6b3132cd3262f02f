"""Reading the entries of a report, in its language and its time zone."""

from __future__ import annotations

import zoneinfo
from collections.abc import Iterator
from contextlib import contextmanager

from django.utils import timezone, translation

from reviews.exports.documents.entries import entry_of
from reviews.exports.documents.entry import Entry
from reviews.exports.table import Table
from reviews.selectors.report_rows import report_verdicts

TOLD_EVERY = 25  # entries: each takes as long as some dozens of rows


@contextmanager
def in_its_language(table: Table) -> Iterator[None]:
    """Say labels in the language of `table`, and days in its time zone, while this lasts."""
    zone = zoneinfo.ZoneInfo(table.spec.time_zone)
    with translation.override(table.language), timezone.override(zone):
        yield


def entries_of(table: Table) -> Iterator[Entry]:
    """Yield the verdicts of `table` as entries, by id; tell of how many now and then."""
    verdicts = report_verdicts(table.spec, as_of=table.made_at)
    for count, verdict in enumerate(verdicts, start=1):
        yield entry_of(verdict, group_by=table.spec.group_by)
        if count % TOLD_EVERY == 0:
            table.told(count)

"""The verdicts of a report, as rows of cells or whole, in bounded memory and a stable order."""

from __future__ import annotations

import datetime
import zoneinfo
from collections.abc import Iterator
from typing import Any

from django.db.models import Exists, OuterRef, Q, QuerySet
from django.utils import timezone

from claims.models import Appearance
from reviews.domain.report_spec import STATUSES, ReportSpec
from reviews.exports.columns import Kind, Reading, Row, columns_of, status_as_of
from reviews.models import ItemTag, Review, ReviewStatus, Verdict
from reviews.selectors.verdicts import CHUNK, verdicts_with_context

ROWS_AT_ONCE = 2000
ONE_DAY = datetime.timedelta(days=1)


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
    columns = columns_of(spec)
    lists = [place for place, column in enumerate(columns) if column.kind == Kind.LIST]
    rows = _covered(spec, after, reading).values_list(*(each.read(reading) for each in columns))
    for row in rows.iterator(chunk_size=ROWS_AT_ONCE):
        yield _with_tuples(row, lists)


def report_count(spec: ReportSpec, *, as_of: datetime.datetime | None = None) -> int:
    """Return how many rows the report has."""
    return _covered(spec, None, Reading("en", as_of or timezone.now())).count()


def report_place(spec: ReportSpec, rows: int, *, as_of: datetime.datetime | None = None) -> int:
    """Return the id of the verdict in the row number `rows`, which exists, counted from 1."""
    covered = _covered(spec, None, Reading("en", as_of or timezone.now()))
    return covered.values_list("pk", flat=True)[rows - 1]


def report_verdicts(
    spec: ReportSpec, after: int | None = None, *, as_of: datetime.datetime | None = None
) -> Iterator[Verdict]:
    """Yield the verdicts of the report in bounded batches, with all that is shown of them.

    `status` and `retraction_note` are those of the moment `as_of` in these, as in the rows.
    """
    reading = Reading("en", as_of or timezone.now())
    covered = _covered(spec, after, reading)
    verdicts = verdicts_with_context().filter(pk__in=covered.values("pk")).order_by("pk")
    for verdict in verdicts.annotate(status_then=status_as_of(reading)).iterator(CHUNK):
        verdict.status = verdict.status_then
        yield verdict


def _covered(spec: ReportSpec, after: int | None, reading: Reading) -> QuerySet[Verdict]:
    """Return the verdicts the report holds, by id: that order does not change while it is read."""
    verdicts = Verdict.objects.filter(*_chosen(spec), published_at__lte=reading.as_of)
    if set(spec.statuses) != set(STATUSES):
        verdicts = verdicts.alias(then=status_as_of(reading)).filter(then__in=spec.statuses)
    if after is not None:
        verdicts = verdicts.filter(pk__gt=after)
    return verdicts.order_by("pk")


def _chosen(spec: ReportSpec) -> Iterator[Q]:
    """Yield a condition for each filter that is not left open."""
    zone = zoneinfo.ZoneInfo(spec.time_zone)
    if spec.published_from:
        yield Q(published_at__gte=_midnight(spec.published_from, zone))
    if spec.published_to:
        yield Q(published_at__lt=_midnight(spec.published_to + ONE_DAY, zone))
    for path, wanted in (
        ("rating__slug__in", spec.ratings),
        ("claim__language__in", spec.languages),
        ("claim__speaker__in", spec.speakers),
    ):
        if wanted:
            yield Q(**{path: wanted})
    yield from _chosen_by_rows(spec)


def _chosen_by_rows(spec: ReportSpec) -> Iterator[Q]:
    """Yield the conditions on rows of which a verdict has many."""
    if spec.outlets:
        made = Appearance.objects.filter(article__source__in=spec.outlets)
        yield Q(Exists(made.filter(claim=OuterRef("claim"))))
    if spec.topics:
        tags = ItemTag.objects.filter(tag__name__in=spec.topics)
        yield Q(Exists(tags.filter(item=OuterRef("item"))))
    if spec.reviewers:
        reviews = Review.objects.filter(status=ReviewStatus.SUBMITTED, reviewer__in=spec.reviewers)
        yield Q(Exists(reviews.filter(item=OuterRef("item"))))


def _midnight(day: datetime.date, zone: zoneinfo.ZoneInfo) -> datetime.datetime:
    return datetime.datetime.combine(day, datetime.time(), zone)


def _with_tuples(row: tuple[Any, ...], lists: list[int]) -> Row:
    cells = list(row)
    for place in lists:
        cells[place] = tuple(cells[place])
    return tuple(cells)

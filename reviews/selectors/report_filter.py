"""Which verdicts a report holds, as they were at a moment."""

from __future__ import annotations

import datetime
import zoneinfo
from collections.abc import Iterator
from dataclasses import dataclass

from django.db.models import (
    Case,
    Exists,
    F,
    OuterRef,
    Q,
    QuerySet,
    Subquery,
    TextField,
    Value,
    When,
)
from django.db.models.expressions import Combinable
from django.db.models.functions import TruncMonth

from claims.models import Appearance
from reviews.domain.report_spec import STATUSES, ReportSpec
from reviews.models import ItemTag, Review, ReviewStatus, Verdict, VerdictStatus

ONE_DAY = datetime.timedelta(days=1)


@dataclass(frozen=True, slots=True)
class Reading:
    """How the rows are read: labels in which language (BCP 47), and as of which moment."""

    language: str
    as_of: datetime.datetime


def verdicts_covered(
    spec: ReportSpec, reading: Reading, among: QuerySet[Verdict] | None = None
) -> QuerySet[Verdict]:
    """Return the verdicts the report holds, of `among` if given, by id."""
    verdicts = Verdict.objects.all() if among is None else among
    verdicts = verdicts.filter(*_chosen(spec), published_at__lte=reading.as_of)
    if set(spec.statuses) != set(STATUSES):
        verdicts = verdicts.alias(then=status_as_of(reading)).filter(then__in=spec.statuses)
    return verdicts.order_by("pk")


def is_settled(spec: ReportSpec) -> bool:
    """Return whether the moment of a reading settles which verdicts are covered.

    Tags come and go, outlets take a claim up, its speaker or language is put right and a review is
    done after that moment, too.
    """
    filters = (spec.languages, spec.outlets, spec.topics, spec.speakers, spec.reviewers)
    return not any(filters)


def status_as_of(reading: Reading) -> Combinable:
    """Read what the verdict was at that moment. What is published has been so since it was."""
    versions = Verdict.objects.filter(claim=OuterRef("claim"), published_at__lte=reading.as_of)
    # The newest, which an index has at its end. Looked for by "is there a later one", a claim with
    # twenty thousand versions had each of them read for each of them.
    newest = Subquery(versions.order_by("-version").values("version")[:1])
    return Case(
        When(status=VerdictStatus.PUBLISHED, then=Value(VerdictStatus.PUBLISHED.value)),
        When(retracted_at__lte=reading.as_of, then=Value(VerdictStatus.RETRACTED.value)),
        When(version__lt=newest, then=Value(VerdictStatus.SUPERSEDED.value)),
        default=Value(VerdictStatus.PUBLISHED.value),
    )


def retraction_note_as_of(reading: Reading) -> Combinable:
    """Read why the verdict was retracted, if it was by that moment."""
    retracted = When(retracted_at__lte=reading.as_of, then="retraction_note")
    return Case(retracted, default=Value(""), output_field=TextField())


def group_of(spec: ReportSpec, reading: Reading) -> Combinable:
    """Read what a verdict is grouped by; that is the order of the groups."""
    zone = zoneinfo.ZoneInfo(spec.time_zone)
    first = Appearance.objects.filter(claim=OuterRef("claim")).order_by("article_id")
    groups: dict[str, Combinable] = {
        "rating": F("rating__number"),
        "language": F("claim__language"),
        "status": status_as_of(reading),
        "month": TruncMonth("published_at", tzinfo=zone),
        "speaker": F("claim__speaker"),
        "outlet": Subquery(first.values("article__source__name")[:1]),
    }
    return groups[spec.group_by]


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

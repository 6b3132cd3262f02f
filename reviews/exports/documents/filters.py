"""The filters of a report in words, for whoever reads it without having asked for it."""

from __future__ import annotations

import datetime
from collections.abc import Iterable, Mapping
from dataclasses import dataclass

from django.utils.formats import date_format
from django.utils.translation import gettext as _

from claims.language_names import language_name
from claims.models import Source
from factcheck.accounts.models import User
from reviews.domain.report_spec import ReportSpec
from reviews.exports.documents.entry import Fact
from reviews.models import Rating, VerdictStatus


@dataclass(frozen=True, slots=True)
class Names:
    """What the ids of filters are called: ratings by slug, outlets and people by id."""

    ratings: Mapping[str, str]
    outlets: Mapping[int, str]
    people: Mapping[int, str]


def names_in(specs: Iterable[ReportSpec]) -> Names:
    """Return the names of all that `specs` filter by, at three queries for a page of reports."""
    every = list(specs)
    slugs = {slug for spec in every for slug in spec.ratings}
    outlets = {pk for spec in every for pk in spec.outlets}
    people = {pk for spec in every for pk in spec.reviewers}
    return Names(
        ratings={each.slug: each.label for each in Rating.objects.filter(slug__in=slugs)},
        outlets=dict(Source.objects.filter(pk__in=outlets).values_list("pk", "name")),
        people={each.pk: each.shown_name for each in User.objects.filter(pk__in=people)},
    )


def period_in_words(spec: ReportSpec) -> str:
    """Return the period of `spec` in the active language, with the zone its days are of."""
    first, last = spec.published_from, spec.published_to
    if first and last:
        days = {"first": _day(first), "last": _day(last)}
        text = _("%(first)s to %(last)s, both included") % days
    elif first:
        text = _("from %(first)s on") % {"first": _day(first)}
    elif last:
        text = _("up to %(last)s, included") % {"last": _day(last)}
    else:
        return _("any day")
    return f"{text} ({spec.time_zone})"


def filters_in_words(spec: ReportSpec, names: Names) -> list[Fact]:
    """Return the period and every filter that leaves something out; empty ones are not told."""
    ratings, outlets, people = names.ratings, names.outlets, names.people
    told = [
        (_("Published"), [period_in_words(spec)]),
        (_("Status"), (str(VerdictStatus(each).label) for each in spec.statuses)),
        (_("Ratings"), (ratings.get(slug, slug) for slug in spec.ratings)),
        (_("Languages"), map(language_name, spec.languages)),
        (_("Outlets"), (outlets.get(each, f"#{each}") for each in spec.outlets)),
        (_("Topics"), spec.topics),
        (_("Speakers"), spec.speakers),
        (_("Reviewers"), (people.get(each, f"#{each}") for each in spec.reviewers)),
    ]
    facts = (Fact(label, ", ".join(values)) for label, values in told)
    return [fact for fact in facts if fact.value]


def _day(day: datetime.date) -> str:
    return date_format(day)

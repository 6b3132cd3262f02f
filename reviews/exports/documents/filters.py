"""The filters of a report in words, for whoever reads it without having asked for it."""

from __future__ import annotations

import datetime
from collections.abc import Iterable, Iterator

from django.utils.formats import date_format
from django.utils.translation import gettext as _

from claims.language_names import language_name
from claims.models import Source
from factcheck.accounts.models import User
from reviews.domain.report_spec import ReportSpec
from reviews.exports.documents.entry import Fact
from reviews.models import Rating, VerdictStatus


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


def filters_in_words(spec: ReportSpec) -> list[Fact]:
    """Return the period and every filter that leaves something out; empty ones are not told."""
    told = [
        (_("Published"), [period_in_words(spec)]),
        (_("Status"), (str(VerdictStatus(each).label) for each in spec.statuses)),
        (_("Ratings"), _ratings(spec.ratings)),
        (_("Languages"), map(language_name, spec.languages)),
        (_("Outlets"), _outlets(spec.outlets)),
        (_("Topics"), spec.topics),
        (_("Speakers"), spec.speakers),
        (_("Reviewers"), _people(spec.reviewers)),
    ]
    facts = (Fact(label, ", ".join(values)) for label, values in told)
    return [fact for fact in facts if fact.value]


def _ratings(slugs: Iterable[str]) -> Iterator[str]:
    labels = {each.slug: each.label for each in Rating.objects.filter(slug__in=slugs)}
    return (labels.get(slug, slug) for slug in slugs)


def _outlets(ids: Iterable[int]) -> Iterator[str]:
    names = dict(Source.objects.filter(pk__in=ids).values_list("pk", "name"))
    return (names.get(each, f"#{each}") for each in ids)


def _people(ids: Iterable[int]) -> Iterator[str]:
    names = {each.pk: each.shown_name for each in User.objects.filter(pk__in=ids)}
    return (names.get(each, f"#{each}") for each in ids)


def _day(day: datetime.date) -> str:
    return date_format(day)

"""What there is to choose from for a report."""

from __future__ import annotations

from dataclasses import dataclass

from claims.models import Source
from factcheck.accounts.models import User
from reviews.models import Rating, Review, ReviewStatus, Scale, Tag
from reviews.selectors.queue_choices import MOST_SOURCES, claim_languages

MOST_TOPICS = 500


@dataclass(frozen=True, slots=True)
class ReportChoices:
    """The ratings of all scales, languages, outlets, topics and people of verdicts."""

    ratings: list[Rating]
    languages: list[str]
    outlets: list[Source]
    topics: list[str]
    reviewers: list[User]


def report_choices() -> ReportChoices:
    """Return what the form of a report offers."""
    submitted = Review.objects.filter(status=ReviewStatus.SUBMITTED)
    return ReportChoices(
        ratings=_ratings(),
        languages=claim_languages(),
        outlets=list(Source.objects.order_by("name")[:MOST_SOURCES]),
        topics=list(Tag.objects.order_by("name").values_list("name", flat=True)[:MOST_TOPICS]),
        reviewers=list(
            User.objects.filter(pk__in=submitted.values("reviewer")).order_by("username")
        ),
    )


def report_languages() -> list[str]:
    """Return the languages the newest scale has labels in, lower-case BCP 47 tags."""
    labels = Rating.objects.filter(scale__version=_newest()).values_list("labels", flat=True)
    return sorted({language for each in labels for language in each})


def _newest() -> int:
    return Scale.objects.order_by("-version").values_list("version", flat=True)[0]


def _ratings() -> list[Rating]:
    """Return the ratings, one of each name: that of the newest scale."""
    rows = Rating.objects.select_related("scale").order_by("scale__version", "number")
    return sorted({row.slug: row for row in rows}.values(), key=lambda row: row.number)

"""What readers find: published verdicts by words, rating and language, and the scale in use."""

from __future__ import annotations

from dataclasses import dataclass

from django.db.models import Q, QuerySet, Subquery

from reviews.models import Rating, Scale, Verdict, VerdictStatus
from reviews.selectors.verdicts import verdicts_published

PAGE = 20


@dataclass(frozen=True, slots=True)
class VerdictSearch:
    """What to list. "" leaves a thing open; `before` continues after a verdict's id."""

    words: str = ""
    rating: str = ""
    language: str = ""
    before: int | None = None


@dataclass(frozen=True, slots=True)
class VerdictPage:
    """One page of verdicts, newest first; `next_before` is the `before` of the next, if any."""

    verdicts: list[Verdict]
    next_before: int | None


def verdicts_page(search: VerdictSearch) -> VerdictPage:
    """Return a page of current verdicts. All words have to occur in the claim or the summary."""
    verdicts = verdicts_published()
    for word in search.words.split():
        verdicts = verdicts.filter(
            Q(claim__text__icontains=word)
            | Q(clarified__icontains=word)
            | Q(claim__speaker__icontains=word)
            | Q(summary__icontains=word)
        )
    if search.rating:
        verdicts = verdicts.filter(rating__slug=search.rating)
    if search.language:
        verdicts = verdicts.filter(claim__language=search.language)
    rows = list(_after(verdicts, search.before)[: PAGE + 1])
    return VerdictPage(rows[:PAGE], rows[PAGE - 1].pk if len(rows) > PAGE else None)


def published_languages() -> list[str]:
    """Return the languages of the claims that have a published verdict."""
    published = Verdict.objects.filter(status=VerdictStatus.PUBLISHED).order_by("claim__language")
    return list(published.values_list("claim__language", flat=True).distinct())


def scale_ratings() -> list[Rating]:
    """Return the ratings of the newest scale, lowest number first."""
    scale = Scale.objects.order_by("-version")[:1]
    return list(Rating.objects.filter(scale__in=scale).select_related("scale").order_by("number"))


def _after(verdicts: QuerySet[Verdict], before: int | None) -> QuerySet[Verdict]:
    if before is None:
        return verdicts
    at = Verdict.objects.filter(pk=before).values("published_at")
    return verdicts.filter(
        Q(published_at__lt=Subquery(at)) | Q(published_at=Subquery(at), pk__lt=before)
    )

"""How far the desk's blind reviews agree: in all, by language, by rating and by pair of people."""

from __future__ import annotations

import datetime
from collections.abc import Sequence
from dataclasses import dataclass

from django.contrib.postgres.aggregates import ArrayAgg
from django.db.models import Count, Exists, OuterRef, Q
from django.utils import timezone

from factcheck.accounts.models import User
from reviews.domain.agreement_tables import (
    GroupFigures,
    PairFigures,
    RatingScale,
    Unit,
    by_language,
    group_figures,
    pair_figures,
    rating_figures,
)
from reviews.domain.estimates import Estimate
from reviews.domain.states import Event, State
from reviews.models import QueueMove, Rating, Review, ReviewStatus
from reviews.selectors.published import scale_ratings

ONE_DAY = datetime.timedelta(days=1)
ONE_YEAR = datetime.timedelta(days=365)


@dataclass(frozen=True, slots=True)
class Period:
    """Days of submission, both included; None leaves an end open."""

    since: datetime.date | None = None
    until: datetime.date | None = None


@dataclass(frozen=True, slots=True)
class GroupAgreement:
    """The figures of a period that name nobody."""

    claims: int
    overall: GroupFigures
    languages: Sequence[tuple[str, GroupFigures]]


@dataclass(frozen=True, slots=True)
class PairAgreement:
    """Two people and their figures."""

    first: User
    second: User
    figures: PairFigures


@dataclass(frozen=True, slots=True)
class Agreement:
    """All figures of a period. Pairs stand in the order of names: it is no table of ranks."""

    claims: int
    overall: GroupFigures
    languages: Sequence[tuple[str, GroupFigures]]
    ratings: Sequence[tuple[Rating, Estimate]]
    pairs: Sequence[PairAgreement]


def a_year_ago() -> datetime.date:
    """Return the day that figures begin with unless another is asked for.

    Without one they took all reviews there ever were, and longer each month.
    """
    return timezone.localdate() - ONE_YEAR


def agreement_of(period: Period) -> Agreement:
    """Return how far blind reviews on the newest scale agreed in `period`."""
    ratings = scale_ratings()
    scale = _numbers(ratings)
    units = _units(period, ratings)
    of_rating = rating_figures(units, scale)
    return Agreement(
        claims=len(units),
        overall=group_figures(units, scale),
        languages=[(tag, group_figures(some, scale)) for tag, some in by_language(units).items()],
        ratings=[(rating, of_rating[rating.number]) for rating in ratings],
        pairs=_named(pair_figures(units, scale)),
    )


def group_agreement(period: Period) -> GroupAgreement:
    """Return the part of `agreement_of` that names nobody, in a third of the time."""
    ratings = scale_ratings()
    scale, units = _numbers(ratings), _units(period, ratings)
    return GroupAgreement(
        claims=len(units),
        overall=group_figures(units, scale),
        languages=[(tag, group_figures(some, scale)) for tag, some in by_language(units).items()],
    )


def _numbers(ratings: Sequence[Rating]) -> RatingScale:
    numbers = [float(rating.number) for rating in ratings]
    steps = [
        float(rating.number)
        for rating in ratings
        if rating.scale.worst <= rating.number <= rating.scale.best
    ]
    return RatingScale(numbers, steps)


def _units(period: Period, ratings: Sequence[Rating]) -> list[Unit]:
    """Return the claims that two or more people rated without sight of each other's reviews.

    An adjudicator has read the reviews, so that what they rate is no independent rating. Nor is
    what comes after an editor asked for one more at sign-off, when the first were there to read.
    Nor is a claim counted that waits for a third review: who gives it could read, from a figure
    that changed, whether the first two agreed.
    """
    read_before = QueueMove.objects.filter(
        item=OuterRef("item"), event=Event.ASK_REVIEW, from_state=State.SIGN_OFF
    )
    reviews = Review.objects.filter(
        _submitted_in(period),
        ~Exists(read_before),
        ~Q(item__state=State.SECOND_REVIEW),
        status=ReviewStatus.SUBMITTED,
        is_adjudication=False,
        rating__in=ratings,
    )
    # Most claims have one review, and those are no units: the database leaves them out.
    given = (
        reviews.order_by()
        .values("item", "item__language")
        .annotate(
            people=ArrayAgg("reviewer", order_by="id"),
            numbers=ArrayAgg("rating__number", order_by="id"),
        )
    )
    several = given.annotate(count=Count("id")).filter(count__gt=1).order_by("item")
    return [
        Unit(language, dict(zip(people, map(float, numbers), strict=True)))
        for language, people, numbers in several.values_list("item__language", "people", "numbers")
    ]


def _submitted_in(period: Period) -> Q:
    """Return the condition as moments: of a day of `submitted_at` there is no index."""
    condition = Q()
    if period.since:
        condition &= Q(submitted_at__gte=_midnight(period.since))
    if period.until:
        condition &= Q(submitted_at__lt=_midnight(period.until + ONE_DAY))
    return condition


def _midnight(day: datetime.date) -> datetime.datetime:
    return timezone.make_aware(datetime.datetime.combine(day, datetime.time()))


def _named(pairs: Sequence[PairFigures]) -> list[PairAgreement]:
    ids = {rater for pair in pairs for rater in (pair.first, pair.second)}
    people = User.objects.in_bulk(ids)
    named = [PairAgreement(people[pair.first], people[pair.second], pair) for pair in pairs]
    return sorted(named, key=lambda pair: (pair.first.shown_name, pair.second.shown_name))

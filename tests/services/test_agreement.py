"""Which reviews the figures of agreement are made of."""

from __future__ import annotations

import datetime
from dataclasses import replace
from itertools import cycle, islice

import pytest
from django.utils import timezone

from factcheck.accounts.models import User
from reviews.domain.estimates import ENOUGH, Undefined
from reviews.models import QueueItem, Rating, Review, ReviewStatus
from reviews.selectors.agreement import Agreement, Period, agreement_of
from tests.factories import make_claim, make_item
from tests.walks import REVIEW, review

EVER = Period()
# Of late: the page and the API begin a year ago.
SUBMITTED = timezone.now().replace(hour=12) - datetime.timedelta(days=30)


def rated(item: QueueItem, person: User, slug: str, *, at: datetime.datetime = SUBMITTED) -> Review:
    """Write a submitted review as the service would leave it."""
    return Review.objects.create(
        item=item,
        reviewer=person,
        status=ReviewStatus.SUBMITTED,
        rating=Rating.objects.get(slug=slug),
        summary="Less.",
        rationale="The table says so.",
        submitted_at=at,
    )


def both_rated(one: User, other: User, *ratings: tuple[str, str], language: str = "en") -> None:
    for first, second in ratings:
        item = make_item(make_claim(language=language), reviews_wanted=2)
        rated(item, one, first)
        rated(item, other, second)


def repeated(*ratings: tuple[str, str], times: int = ENOUGH) -> list[tuple[str, str]]:
    return list(islice(cycle(ratings), times))


@pytest.fixture
def agreed(fact_checker: User, second_checker: User) -> Agreement:
    """Return the figures of two people who agree on three claims of four."""
    pattern = [("true", "true"), ("false", "false"), ("unproven", "unproven"), ("true", "false")]
    both_rated(fact_checker, second_checker, *repeated(*pattern))
    return agreement_of(EVER)


def test_it_tells_how_many_of_the_ratings_are_the_same(agreed: Agreement) -> None:
    assert agreed.claims == ENOUGH
    assert agreed.overall.share.value == pytest.approx(0.75)
    assert agreed.overall.nominal.value == pytest.approx(0.63, abs=0.01)


def test_ratings_beside_the_scale_are_left_out_where_order_counts(agreed: Agreement) -> None:
    assert agreed.overall.ordinal.units == ENOUGH * 3 // 4
    assert agreed.overall.nominal.units == ENOUGH


def test_each_rating_has_a_figure_of_its_own(agreed: Agreement) -> None:
    figures = {rating.slug: figure for rating, figure in agreed.ratings}
    assert figures["unproven"].value == pytest.approx(1)
    assert (figures["true"].value or 0) < 1
    assert figures["half-true"].undefined == Undefined.ONE_CATEGORY


def test_a_pair_is_named_in_the_order_of_names(
    agreed: Agreement, fact_checker: User, second_checker: User
) -> None:
    (pair,) = agreed.pairs
    assert (pair.first, pair.second) == (fact_checker, second_checker)
    assert pair.figures.share.value == pytest.approx(0.75)


def test_each_language_stands_for_itself(fact_checker: User, second_checker: User) -> None:
    same, other = ("true", "true"), ("false", "true")
    both_rated(fact_checker, second_checker, *repeated(same), language="id")
    both_rated(fact_checker, second_checker, *repeated(other), language="zh-Hans")
    shares = {tag: figures.share.value for tag, figures in agreement_of(EVER).languages}
    assert shares == {"id": 1.0, "zh-Hans": 0.0}


def test_a_claim_with_one_review_says_nothing_of_agreement(fact_checker: User) -> None:
    review(make_item(), fact_checker)
    assert agreement_of(EVER).claims == 0


def test_adjudications_and_drafts_do_not_count(
    fact_checker: User, second_checker: User, editor: User
) -> None:
    item = make_item(reviews_wanted=2)
    review(item, fact_checker)
    review(item, second_checker, replace(REVIEW, rating="true"))
    review(item, editor)
    Review.objects.create(item=item, reviewer=User.objects.create(username="drafts"))
    found = agreement_of(EVER)
    assert found.claims == 1
    assert [(pair.first, pair.second) for pair in found.pairs] == [(fact_checker, second_checker)]


def test_a_claim_that_waits_for_a_third_review_does_not_count_yet(
    fact_checker: User, second_checker: User, editor: User
) -> None:
    item = make_item(reviews_wanted=3)
    for person, claims in ((fact_checker, 0), (second_checker, 0), (editor, 1)):
        review(item, person)
        assert agreement_of(EVER).claims == claims


def test_only_what_was_submitted_in_the_period_counts(
    fact_checker: User, second_checker: User
) -> None:
    both_rated(fact_checker, second_checker, ("true", "true"))
    day = SUBMITTED.date()
    one = datetime.timedelta(days=1)
    periods = [Period(day, day), Period(since=day + one), Period(until=day - one), EVER]
    assert [agreement_of(period).claims for period in periods] == [1, 0, 0, 1]

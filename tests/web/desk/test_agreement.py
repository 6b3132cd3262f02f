"""The page of agreement, as an editor reads it."""

from __future__ import annotations

import datetime

import pytest
from django.urls import reverse

from factcheck.accounts.models import User
from reviews.domain.estimates import ENOUGH
from reviews.models import Review
from reviews.selectors.agreement import a_year_ago
from tests.services.test_agreement import SUBMITTED, both_rated, repeated
from tests.web.desk.conftest import LogIn

pytestmark = pytest.mark.django_db


def page(log_in: LogIn, editor: User, query: str = "") -> str:
    answer = log_in(editor).get(reverse("agreement") + query)
    assert answer.status_code == 200
    return " ".join(answer.content.decode().split())


def test_it_says_so_when_there_is_nothing_to_compare(log_in: LogIn, editor: User) -> None:
    assert "has two blind reviews" in page(log_in, editor)


def test_figures_stand_with_their_range_and_number(
    log_in: LogIn, editor: User, fact_checker: User, second_checker: User
) -> None:
    pattern = [("true", "true"), ("false", "false"), ("true", "false"), ("false", "false")]
    both_rated(fact_checker, second_checker, *repeated(*pattern))
    text = page(log_in, editor)
    assert "75%" in text
    assert f"n = {ENOUGH}" in text
    assert "checker, second-checker" in text
    assert f"none: one rating throughout, {ENOUGH} claims" in text


def test_too_few_claims_show_their_number_and_no_figure(
    log_in: LogIn, editor: User, fact_checker: User, second_checker: User
) -> None:
    both_rated(fact_checker, second_checker, ("true", "false"), ("true", "true"))
    text = page(log_in, editor)
    assert "too few: 2" in text
    assert "50%" not in text


def test_the_page_begins_a_year_ago_and_says_so(
    log_in: LogIn, editor: User, fact_checker: User, second_checker: User
) -> None:
    both_rated(fact_checker, second_checker, ("true", "true"))
    Review.objects.update(submitted_at=SUBMITTED - datetime.timedelta(days=400))
    text = page(log_in, editor)
    assert f'value="{a_year_ago()}"' in text
    assert "has two blind reviews" in text
    assert "too few: 1" in page(log_in, editor, "?since=")


def test_a_period_that_makes_no_sense_is_left_open(
    log_in: LogIn, editor: User, fact_checker: User, second_checker: User
) -> None:
    both_rated(fact_checker, second_checker, ("true", "true"))
    assert "too few: 1" in page(log_in, editor, "?since=yesterday&until=%00")
    assert "has two blind reviews" in page(log_in, editor, "?until=2020-01-01")

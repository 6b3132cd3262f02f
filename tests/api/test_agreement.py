"""Figures of agreement over the API."""

from __future__ import annotations

import datetime

import pytest
from rest_framework.test import APIClient

from factcheck.accounts.models import User
from reviews.models import Review
from tests.services.test_agreement import SUBMITTED, both_rated, repeated


def test_figures_come_with_intervals(
    as_editor: APIClient, fact_checker: User, second_checker: User
) -> None:
    both_rated(fact_checker, second_checker, *repeated(("true", "true"), ("false", "true")))
    answer = as_editor.get("/api/v1/agreement").json()
    share = answer["overall"]["share"]
    assert share["value"] == pytest.approx(0.5)
    assert share["low"] < 0.5 < share["high"]
    assert [row["language"] for row in answer["languages"]] == ["en"]
    assert answer["pairs"][0]["first"] == "checker"


def test_a_figure_that_does_not_exist_says_why(
    as_editor: APIClient, fact_checker: User, second_checker: User
) -> None:
    both_rated(fact_checker, second_checker, ("true", "true"))
    nominal = as_editor.get("/api/v1/agreement").json()["overall"]["nominal"]
    assert nominal == {
        "units": 1, "value": None, "low": None, "high": None, "undefined": "too_few",
    }  # fmt: skip


def test_reviews_of_more_than_a_year_ago_count_only_when_asked_for(
    as_editor: APIClient, fact_checker: User, second_checker: User
) -> None:
    both_rated(fact_checker, second_checker, ("true", "true"))
    past = SUBMITTED - datetime.timedelta(days=400)
    Review.objects.update(submitted_at=past)
    assert as_editor.get("/api/v1/agreement").json()["claims"] == 0
    asked = f"/api/v1/agreement?since={past.date()}"
    assert as_editor.get(asked).json()["claims"] == 1


def test_a_day_that_is_none_is_refused(as_editor: APIClient) -> None:
    assert as_editor.get("/api/v1/agreement?since=soon").status_code == 400

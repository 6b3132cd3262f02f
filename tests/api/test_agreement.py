"""Figures of agreement over the API."""

from __future__ import annotations

import pytest
from rest_framework.test import APIClient

from factcheck.accounts.models import User
from tests.services.test_agreement import both_rated, repeated


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


def test_a_day_that_is_none_is_refused(as_editor: APIClient) -> None:
    assert as_editor.get("/api/v1/agreement?since=soon").status_code == 400

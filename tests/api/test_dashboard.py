"""The figures of the dashboard over the API."""

from __future__ import annotations

from rest_framework.test import APIClient

from factcheck.accounts.models import User
from reviews.domain.happenings import Happening
from tests.factories import make_item
from tests.walks import published_verdict

PATH = "/api/v1/dashboard"


def test_it_answers_with_the_numbers_of_the_page(
    as_checker: APIClient, fact_checker: User, editor: User
) -> None:
    published_verdict(fact_checker, editor)
    make_item()
    found = as_checker.get(PATH).data
    once = {Happening.REVIEWED: 1, Happening.SIGNED_OFF: 1, Happening.PUBLISHED: 1}
    both = {Happening.ARRIVED: 2, Happening.ENTERED: 2}
    assert found["flow"]["totals"] == {each.value: 0 for each in Happening} | once | both
    assert len(found["flow"]["steps"]) == 30
    assert found["flow"]["steps"][-1]["published"] == 1
    assert {part["name"]: part["count"] for part in found["depth"]["states"]}["queued"] == 1
    assert found["times"]["total"]["count"] == 1
    assert [stage["stage"] for stage in found["times"]["stages"]] == [
        "triage", "first_review", "second_review", "sign_off",
    ]  # fmt: skip
    assert found["scorecard"] == {"marks": 0, "precision": None, "recall": None}
    assert [row["person"] for row in found["people"]["rows"]] == ["checker"]


def test_it_takes_days_and_refuses_those_that_are_none(as_editor: APIClient) -> None:
    found = as_editor.get(PATH, {"since": "2026-02-03", "until": "2026-02-04"}).data
    assert found["window"] == {"first": "2026-02-03", "last": "2026-02-04"}
    assert found["before"] == {"first": "2026-02-01", "last": "2026-02-02"}
    assert as_editor.get(PATH, {"period": "12"}).status_code == 400
    assert as_editor.get(PATH, {"since": "2026-02-30"}).status_code == 400

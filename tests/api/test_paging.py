"""Long lists: every row once, in order, also where many share a priority."""

from __future__ import annotations

import base64
import json

import pytest
from django.db import connection
from django.test.utils import CaptureQueriesContext
from rest_framework.test import APIClient

from claims.api import paging
from factcheck.accounts.models import User
from tests.factories import make_appearance, make_item
from tests.walks import published_verdict


def test_the_queue_pages_through_equal_priorities(
    as_checker: APIClient, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(paging, "PAGE_SIZE", 2)
    made = [make_item(priority=priority) for priority in (10, 30, 30, 30, 20, 30, 30)]
    seen, url = [], "/api/v1/queue"
    while url:
        page = as_checker.get(url).data
        seen += [row["id"] for row in page["results"]]
        url = page["next"]
    assert seen == [item.pk for item in sorted(made, key=lambda item: (-item.priority, item.pk))]


@pytest.mark.parametrize("name", ["articles", "claims", "queue", "verdicts"])
def test_a_longer_list_asks_the_database_no_more_often(
    as_checker: APIClient, second_checker: User, second_editor: User, name: str
) -> None:
    asked = []
    for _round in range(2):
        for _row in range(2):
            make_appearance(make_item().claim)
            published_verdict(second_checker, second_editor)
        with CaptureQueriesContext(connection) as queries:
            as_checker.get(f"/api/v1/{name}")
        asked.append(len(queries))
    assert asked[0] == asked[1]


def test_a_list_filters_by_state(as_checker: APIClient) -> None:
    item = make_item()
    as_checker.post(f"/api/v1/queue/{item.pk}/dismiss", {"note": "an opinion"})
    waiting = as_checker.get("/api/v1/queue").data["results"]
    dismissed = as_checker.get("/api/v1/queue?state=dismissed").data["results"]
    assert (waiting, [row["id"] for row in dismissed]) == ([], [item.pk])


@pytest.mark.parametrize(
    "values", ["x", [], ["1"], ["1", "2", "3"], [1, 2], ["a", "b"], {"a": 1}, ["9" * 5000, "1"]]
)
def test_a_cursor_of_no_list_is_refused(as_checker: APIClient, values: object) -> None:
    cursor = base64.urlsafe_b64encode(json.dumps(values).encode()).decode()
    refused = as_checker.get("/api/v1/queue", {"cursor": cursor})
    assert (refused.status_code, refused.data["field"]) == (400, "cursor")


@pytest.mark.parametrize("cursor", ["%", "abc", "é", "W" * 9000])
def test_a_cursor_that_is_no_cursor_is_refused(as_checker: APIClient, cursor: str) -> None:
    assert as_checker.get("/api/v1/queue", {"cursor": cursor}).status_code == 400


def test_the_log_of_a_webhook_there_is_not_is_none(as_editor: APIClient) -> None:
    assert as_editor.get("/api/v1/webhooks/987654/deliveries").status_code == 404

"""Verdicts in bulk: pages that stand still, and streams, with the filters of reports."""

from __future__ import annotations

import csv
import io
import json
from typing import Any

import pytest
from rest_framework.test import APIClient

from claims.models import Claim
from factcheck.accounts.models import User
from factcheck.audit.models import AuditEvent
from reviews.api import exports
from reviews.exports.columns import COLUMNS
from reviews.models import Verdict
from reviews.services.corrections import verdict_retract
from tests.api.conftest import Signed
from tests.walks import published_verdict

EXPORT = "/api/v1/verdicts/export"


@pytest.fixture
def published(fact_checker: User, editor: User) -> list[Verdict]:
    """Three published verdicts; the claim of the second is in Indonesian."""
    verdicts = [published_verdict(fact_checker, editor) for _ in range(3)]
    Claim.objects.filter(pk=verdicts[1].claim_id).update(language="id")
    return verdicts


def body(response: Any) -> str:
    return b"".join(response.streaming_content).decode()


def test_pages_show_what_was_published_when_the_first_was_asked_for(
    as_editor: APIClient, published: list[Verdict], fact_checker: User, editor: User
) -> None:
    page = as_editor.get(EXPORT, {"limit": "2", "columns": ["claim_id", "status"]}).data
    as_of = page["as_of"]
    published_verdict(fact_checker, editor)
    verdict_retract(verdict=published[2], actor=editor, note="The table was misread.")
    rows = page["results"]
    while page["next"]:
        page = as_editor.get(page["next"]).data
        assert page["as_of"] == as_of
        rows += page["results"]
    assert rows == [{"claim_id": each.claim_id, "status": "published"} for each in published]
    assert len(as_editor.get(EXPORT).data["results"]) == 4


def test_the_same_rows_come_as_a_page_a_table_and_lines(
    as_editor: APIClient, published: list[Verdict]
) -> None:
    page = as_editor.get(EXPORT).data["results"]
    assert list(page[0]) == [column.name for column in COLUMNS]
    lines = as_editor.get(EXPORT, HTTP_ACCEPT="application/x-ndjson")
    assert lines["Content-Type"] == "application/x-ndjson; charset=utf-8"
    assert [json.loads(line) for line in body(lines).splitlines()] == json.loads(json.dumps(page))
    table = as_editor.get(EXPORT, {"format": "csv", "byte_order_mark": "false"})
    assert table["Content-Type"] == "text/csv; charset=utf-8"
    rows = list(csv.DictReader(io.StringIO(body(table), newline="")))
    assert [row["claim_id"] for row in rows] == [str(row["claim_id"]) for row in page]


def test_a_stream_says_where_the_rest_is(
    as_editor: APIClient, published: list[Verdict], monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(exports, "MOST_STREAMED", 2)
    first = as_editor.get(EXPORT, {"format": "jsonl"})
    following = first["Link"].removeprefix("<").removesuffix('>; rel="next"')
    last = as_editor.get(following)
    assert "Link" not in last
    lines = (body(first) + body(last)).splitlines()
    assert [json.loads(line)["claim_id"] for line in lines] == [v.claim_id for v in published]


def test_filters_are_those_of_reports(as_editor: APIClient, published: list[Verdict]) -> None:
    table: list[tuple[dict[str, Any], list[int]]] = [
        ({"languages": "id"}, [1]),
        ({"languages": ["id", "en"]}, [0, 1, 2]),
        ({"speakers": "Nobody"}, []),
        ({"published_to": "2020-01-01"}, []),
        ({"ratings": "mostly-false", "languages": "en"}, [0, 2]),
    ]
    for query, expected in table:
        found = as_editor.get(EXPORT, query | {"columns": "claim_id"}).data["results"]
        assert found == [{"claim_id": published[number].claim_id} for number in expected]


@pytest.mark.parametrize(
    ("field", "value"),
    [
        ("weather", "fine"),
        ("group_by", "rating"),
        ("columns", "weather"),
        ("format", "docx"),
        ("limit", "0"),
        ("limit", "many"),
        ("outlets", "-1"),
        ("statuses", "draft"),
        ("published_from", "9 March"),
        ("time_zone", "Mars/Olympus"),
        ("cursor", "odd"),
        ("cursor", "\x00é"),
        ("cursor", "WzEsIjIwMjYtMDEtMDEiXQ:1xV6fN:nH8vM_koAYUeyUXFj6pqyJM9O_t_W8yfg"),
    ],
)
def test_what_makes_no_sense_is_refused_by_its_name(
    as_editor: APIClient, field: str, value: str
) -> None:
    answer = as_editor.get(EXPORT, {field: value})
    assert (answer.status_code, answer.data["field"]) == (400, field)


def test_a_cursor_goes_on_with_the_walk_that_was_noted_and_with_no_other(
    as_editor: APIClient, signed: Signed, administrator: User, published: list[Verdict]
) -> None:
    following = as_editor.get(EXPORT, {"limit": "1", "languages": "en"}).data["next"]
    others = [
        as_editor.get(following.replace("languages=en", "languages=id")),
        as_editor.get(f"{following}&statuses=superseded"),
        signed(administrator).get(following),
    ]
    assert [(answer.status_code, answer.data["field"]) for answer in others] == [
        (400, "cursor")
    ] * 3
    assert AuditEvent.objects.filter(action="verdict.export").count() == 1
    assert as_editor.get(f"{following}&format=jsonl").status_code == 200


def test_who_took_what_is_in_the_log_once_per_export(
    as_editor: APIClient, editor: User, published: list[Verdict]
) -> None:
    page = as_editor.get(EXPORT, {"limit": "1", "languages": "en"}).data
    as_editor.get(page["next"])
    event = AuditEvent.objects.get(action="verdict.export")
    assert event.actor_id == editor.pk
    assert event.after["spec"]["languages"] == ["en"]
    assert event.after["as_of"] == page["as_of"]

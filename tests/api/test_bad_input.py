"""No input is a failure of the server, and every refusal has one shape."""

from __future__ import annotations

import json
from itertools import product
from typing import Any

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st
from rest_framework.test import APIClient

from factcheck.accounts.models import User
from tests.api.clients import JsonClient
from tests.api.conftest import Signed
from tests.api.permission_rows import Rows
from tests.api.test_permissions import TABLE, Endpoint
from tests.factories import make_claim

LETTERS = st.characters(codec=None)  # lone surrogates and NUL too
SCALARS = (
    st.none()
    | st.booleans()
    | st.integers()
    | st.integers(min_value=-(10**40), max_value=10**40)
    | st.floats()
    | st.text(LETTERS, max_size=30)
    | st.sampled_from(["0001-01-01", "9999-12-31T23:59:59+14:00", "\x00", "\ud800", "a" * 3000])
)
VALUES = st.recursive(
    SCALARS,
    lambda inner: st.lists(inner, max_size=3) | st.dictionaries(st.text(), inner, max_size=3),
    max_leaves=6,
)
FILTERS = [
    *product(
        ("articles", "claims", "queue", "verdicts"),
        ("language", "stage", "state", "cursor", "format", "lang"),
    ),
    # It has no rows to filter, and takes .3 s to make.
    *product(("schema",), ("format", "lang")),
]
WRITES = [row for row in TABLE if row.body]
RARELY_PLAIN = [HealthCheck.function_scoped_fixture, HealthCheck.too_slow]


def bodies(row: Endpoint) -> st.SearchStrategy[Any]:
    """Return the row's own body with some fields replaced, and anything else."""
    others = {"title", "published_at", "quote", "evidence"} - row.body.keys()
    replaced = st.fixed_dictionaries(
        {name: VALUES | st.just(value) for name, value in row.body.items()},
        optional=dict.fromkeys(sorted(others), VALUES),
    )
    return replaced | VALUES


@pytest.mark.parametrize("row", WRITES, ids=lambda row: f"{row.method} {row.path}")
def test_no_body_breaks_an_endpoint(signed: Signed, editor: User, row: Endpoint) -> None:
    client, rows = signed(editor), Rows(editor)
    path = f"/api/v1/{row.path.format_map(rows)}"

    @settings(max_examples=12, suppress_health_check=RARELY_PLAIN)
    @given(body=bodies(row))
    def send(body: Any) -> None:
        raw = json.dumps(body).replace('"{token}"', f'"{rows["token"]}"').encode()
        answer = getattr(client, row.method)(path, raw, content_type="application/json")
        assert answer.status_code < 500
        if answer.status_code >= 400:
            assert {"code", "message"} <= answer.data.keys()

    send()


@pytest.mark.parametrize(
    ("raw", "kind", "status"),
    [
        (b"{", "application/json", 400),
        (b"\xff\xfe\x00", "application/json", 400),
        (b"[" * 100_000, "application/json", 400),
        (b"1" * 5000, "application/json", 400),
        (b'{"text": "Ferries sank."}', "application/json; charset=hex", 201),
        (b"<a/>", "text/xml", 415),
        (b"--", "multipart/form-data; boundary=x", 400),
        (b"", "multipart/form-data", 400),
        (b"x", "application/octet-stream", 415),
    ],
)
def test_a_body_that_is_none_is_refused(
    as_checker: APIClient, raw: bytes, kind: str, status: int
) -> None:
    answer = as_checker.post("/api/v1/articles", raw, content_type=kind)
    assert answer.status_code == status, answer.data
    assert status == 201 or {"code", "message"} <= answer.data.keys()


def test_a_body_too_large_to_read_is_not_read(as_checker: APIClient) -> None:
    answer = as_checker.post("/api/v1/articles", {"text": "a" * (8 * 1024 * 1024 + 1)})
    assert (answer.status_code, answer.data["code"]) == (413, "too_large")


def test_a_text_longer_than_an_article_is_refused_at_its_field(as_checker: APIClient) -> None:
    answer = as_checker.post("/api/v1/articles", {"text": "word " * 900_000})
    assert answer.status_code == 400
    assert (answer.data["code"], answer.data["field"]) == ("file_too_large", "text")


def test_fields_that_do_not_fit_are_named_one_by_one(as_checker: APIClient) -> None:
    answer = as_checker.put(
        "/api/v1/queue/1/review", {"based_on": "x", "evidence": [1, "two"], "summary": "\x00"}
    )
    assert (answer.status_code, answer.data["code"]) == (400, "invalid")
    named = {(error["field"], error["code"]) for error in answer.data["errors"]}
    assert named == {
        ("token", "required"),
        ("based_on", "invalid"),
        ("evidence.1", "invalid"),
        ("summary", "null_characters_not_allowed"),
    }


@pytest.mark.parametrize(
    "path",
    [
        "claims/999999999", "claims/" + "9" * 30, "claims/" + "9" * 5000, "claims/x", "claims/1/",
        "nothing", "leases/x/heartbeat", "articles/0/sentences", "reports/download",
    ],
)  # fmt: skip
def test_what_is_not_there_is_not_found_as_json(as_checker: APIClient, path: str) -> None:
    answer = as_checker.get(f"/api/v1/{path}")
    assert (answer.status_code, answer.data["code"]) == (404, "not_found")


@pytest.mark.parametrize("header", ["Token", "Token a b", "Token \xff", "Basic YQ"])
def test_a_token_that_is_none_is_refused(db: None, header: str) -> None:
    answer = JsonClient().get("/api/v1/claims", headers={"Authorization": header})
    assert (answer.status_code, set(answer.data)) == (401, {"code", "message"})


@pytest.mark.parametrize(("path", "name"), FILTERS)
@pytest.mark.parametrize("value", ["%00", "%ED%A0%80", "9" * 400, "'", "%FF", "*/*"])
def test_no_filter_breaks_a_list(as_checker: APIClient, path: str, name: str, value: str) -> None:
    assert as_checker.get(f"/api/v1/{path}?{name}={value}").status_code < 500


@pytest.mark.parametrize("day", ["0001-01-01", "1599-12-31", "2202-01-01", "9999-12-31"])
def test_a_day_out_of_all_bounds_is_refused_before_it_is_stored(
    as_checker: APIClient, as_editor: APIClient, day: str
) -> None:
    article = {"text": "Ferries sank.", "published_at": f"{day}T00:00:00+07:00"}
    report = {"format": "csv", "spec": {"published_from": day, "published_to": day}}
    answers = [
        as_checker.post("/api/v1/articles", article),
        as_editor.post("/api/v1/reports", report),
    ]
    assert [answer.status_code for answer in answers] == [400, 400]
    fields = [answer.data["errors"][0]["field"] for answer in answers]
    assert fields == ["published_at", "spec.published_from"]


def test_half_a_character_is_refused_at_its_field(as_checker: APIClient) -> None:
    body = '{"url": "https://a.example", "publisher": "A", "stance": "\\ud800", "kind": "primary"}'
    answer = as_checker.post(
        f"/api/v1/claims/{make_claim().pk}/evidence", body, content_type="application/json"
    )
    assert (answer.status_code, answer.data["errors"][0]["field"]) == (400, "stance")


@pytest.mark.parametrize(
    ("spec", "field"),
    [
        ({"topics": ["\ud800"]}, "spec.topics"),
        ({"columns": ["\udfff"]}, "spec.columns"),
        ({"\ud800": 1}, "spec.?"),
    ],
)
def test_half_a_character_in_a_filter_is_refused_at_its_name(
    as_editor: APIClient, spec: dict[str, Any], field: str
) -> None:
    body = json.dumps({"name": "Ports", "format": "csv", "spec": spec})
    for path in ("reports", "saved-reports"):
        answer = as_editor.post(f"/api/v1/{path}", body, content_type="application/json")
        assert (answer.status_code, answer.data["errors"][0]["field"]) == (400, field)
        assert answer.content

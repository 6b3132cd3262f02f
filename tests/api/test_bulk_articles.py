"""Many articles in one request: a line each, and each line by itself."""

from __future__ import annotations

import json
from typing import Any

import pytest
from hypothesis import given
from hypothesis import strategies as st
from rest_framework.test import APIClient

from claims.api.body_lines import BodyLines
from claims.api.bulk import JSON_LINES
from claims.models import Article, PageWish
from factcheck.accounts.models import User
from tests.api.conftest import Signed
from tests.audit import events_of

pytestmark = pytest.mark.django_db
PATH = "/api/v1/articles/bulk"


def send(client: APIClient, body: bytes, kind: str = JSON_LINES) -> list[dict[str, Any]]:
    """Return the lines of the answer."""
    answer: Any = client.post(PATH, body, content_type=kind)
    assert (answer.status_code, answer.headers["Content-Type"]) == (200, JSON_LINES)
    return [json.loads(line) for line in answer.getvalue().splitlines()]


def lines(*rows: object) -> bytes:
    return b"\n".join(json.dumps(row, ensure_ascii=False).encode() for row in rows)


def test_each_line_is_answered_in_order_and_a_bad_one_stops_no_other(as_checker: APIClient) -> None:
    body = (
        lines(
            {"text": "渡輪載了四萬人。", "title": "渡輪", "outlet": "Harbour Gazette"},
            {"html": "<html><body><p>Produksi naik 4,5 persen.</p></body></html>"},
            {"text": "渡輪載了四萬人。"},
            {"text": "", "html": ""},
            {"text": "a", "url": "javascript:alert(1)", "published_at": "yesterday"},
            ["text"],
            {"url": "https://gazette.example/ships"},
            {"url": "https://gazette.example/ships", "outlet": "Gazette"},
        )
        + b'\n\n{"text": \n'
        + b"[" * 100_000
        + b'\nnull\n1\n"text"\n{}'
        + b'\n{"text": "\\ud800"}\n{"text": "Last, 5 per cent."}'
    )
    *rows, end = send(as_checker, body)
    assert [row["row"] for row in rows] == [*range(1, 9), *range(10, 18)]
    statuses = ["created", "created", "known", *["refused"] * 11, "created"]
    statuses.insert(6, "wanted")
    assert [row["status"] for row in rows] == statuses
    assert rows[2]["id"] == rows[0]["id"] == Article.objects.get(title="渡輪").pk
    assert {"url", "published_at"} >= set(rows[4]["errors"]) > set()
    page = PageWish.objects.get()
    assert rows[6] == {"row": 7, "status": "wanted", "page": page.pk}
    assert (page.url, page.due_at is not None) == ("https://gazette.example/ships", True)
    assert "Of a page that is fetched" in rows[7]["errors"]["outlet"]
    codes = [row["code"] for row in (rows[5], *rows[7:14])]
    assert codes == ["no_json", "invalid", *["no_json"] * 5, "invalid"]
    counts = {"created": 3, "known": 1, "wanted": 1, "refused": 11}
    assert end == {"end": True, **counts, "continue_from": None}


def test_an_article_of_a_line_is_one_like_any_other(
    as_checker: APIClient, fact_checker: User
) -> None:
    fact_checker.time_zone = "Asia/Jakarta"
    fact_checker.save()
    send(as_checker, lines({"text": "Naik 5 persen.", "published_at": "2026-03-02T08:00"}))
    article = Article.objects.get()
    assert (article.received_by, events_of(article)) == (fact_checker, ["article.receive"])
    assert article.due_at is not None
    assert article.published_at is not None
    assert article.published_at.isoformat() == "2026-03-02T01:00:00+00:00"


def test_the_same_request_again_makes_nothing_new(as_checker: APIClient) -> None:
    body = lines(*({"text": f"Ferry {n} carried {n} thousand people."} for n in range(5)))
    first, again = send(as_checker, body), send(as_checker, body)
    assert [row["id"] for row in first[:-1]] == [row["id"] for row in again[:-1]]
    assert again[-1] == {"end": True, "created": 0, "known": 5, "wanted": 0} | {
        "refused": 0,
        "continue_from": None,
    }


def test_a_request_that_is_too_long_says_where_to_go_on(
    as_checker: APIClient, settings: Any
) -> None:
    body = lines(*({"text": f"Ferry {n} carried {n} thousand people."} for n in range(7)))
    settings.BULK_ROWS = 3
    *rows, end = send(as_checker, body)
    assert (len(rows), end["continue_from"]) == (3, 4)
    settings.BULK_SECONDS = -1.0
    assert send(as_checker, body)[-1]["continue_from"] == 1


def test_a_line_that_is_too_long_is_refused_and_the_next_is_read(
    as_checker: APIClient, settings: Any
) -> None:
    settings.ARTICLE_MAX_BYTES = 1000
    body = lines({"text": "x" * 300_000}, {"text": "y" * 1_500}, {"text": "Naik 5 persen."})
    *rows, _end = send(as_checker, body)
    assert [row.get("code") for row in rows] == ["too_long", "file_too_large", None]


def test_a_body_over_the_limit_is_refused_before_it_is_read(as_checker: APIClient) -> None:
    answer = as_checker.post(PATH, b"{}", content_type=JSON_LINES, CONTENT_LENGTH=str(2**40))
    assert answer.status_code == 413


@pytest.mark.parametrize("kind", ["application/json", "text/plain", "multipart/form-data; a=b"])
def test_a_body_of_another_kind_is_not_taken(as_checker: APIClient, kind: str) -> None:
    assert as_checker.post(PATH, b"{}", content_type=kind).status_code == 415


def test_only_people_of_the_desk_hand_articles_in(signed: Signed, outsider: User) -> None:
    body = lines({"text": "Naik 5 persen."})
    assert APIClient().post(PATH, body, content_type=JSON_LINES).status_code == 401
    assert signed(outsider).post(PATH, body, content_type=JSON_LINES).status_code == 403
    assert not Article.objects.exists()


class Bytes:
    """A stream of bytes that are there, as a server's."""

    def __init__(self, data: bytes) -> None:
        self.data = data

    def readline(self, size: int, /) -> bytes:
        end = self.data.find(b"\n", 0, size) + 1 or size
        line, self.data = self.data[:end], self.data[end:]
        return line


@given(st.lists(st.binary(max_size=40).filter(lambda line: b"\n" not in line)))
def test_any_body_is_read_as_its_lines(body: list[bytes]) -> None:
    found = dict(BodyLines(Bytes(b"\n".join(body)), longest=20, most_bytes=10**6))
    for number, line in enumerate(body, 1):
        if len(line) > 20:
            assert found[number] is None
        elif line.strip():
            read = found[number]
            assert read is None or read.rstrip(b"\n") == line
        else:
            assert number not in found

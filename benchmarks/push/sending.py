"""Articles sent to the desk by the line, as a program would that has many."""

from __future__ import annotations

import http.client
import itertools
import json
from collections import Counter
from collections.abc import Iterable, Iterator
from typing import Any

from factcheck.local.product import HOST

LINES = 500  # of a request
PATIENCE = 120.0


def send(port: int, token: str, articles: Iterable[dict[str, str]]) -> Iterator[Counter[str]]:
    """Send the articles; yield after each request how many were created, known and refused."""
    rows = iter(articles)
    while some := list(itertools.islice(rows, LINES)):
        yield _request(port, token, some)


def _request(port: int, token: str, rows: list[dict[str, str]]) -> Counter[str]:
    counts: Counter[str] = Counter()
    while rows:
        *answers, end = _answers(port, token, rows)
        counts.update(answer["status"] for answer in answers)
        stopped = end["continue_from"]
        rows = rows[stopped - 1 :] if stopped else []
    return counts


def _answers(port: int, token: str, rows: list[dict[str, str]]) -> list[dict[str, Any]]:
    connection = http.client.HTTPConnection(HOST, port, timeout=PATIENCE)
    try:
        body = "\n".join(json.dumps(row, ensure_ascii=False) for row in rows)
        head = {"Authorization": f"Token {token}", "Content-Type": "application/x-ndjson"}
        connection.request("POST", "/api/v1/articles/bulk", body.encode(), head)
        answer = connection.getresponse()
        assert answer.status == 200, answer.read()[:1000]
        return [json.loads(line) for line in answer.read().splitlines()]
    finally:
        connection.close()

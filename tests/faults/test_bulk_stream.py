"""Articles by the line through a real web server: streamed in and out, whatever becomes of it."""

from __future__ import annotations

import json
import socket
from collections.abc import Iterator
from contextlib import closing
from typing import Any

import pytest
from rest_framework.authtoken.models import Token

from claims.models import Article
from factcheck.accounts.models import User
from tests.web_servers import WebServer

pytestmark = [pytest.mark.faults, pytest.mark.django_db(transaction=True)]


@pytest.fixture
def server() -> Iterator[WebServer]:
    """Return a running web server."""
    running = WebServer()
    try:
        running.start()
        yield running
    finally:
        running.stop()


class Sender:
    """A client that reads answers while it has not sent all."""

    def __init__(self, server: WebServer, user: User) -> None:
        token = Token.objects.get_or_create(user=user)[0].key
        self.connection = socket.create_connection(("127.0.0.1", server.port), timeout=30)
        self.answers = self.connection.makefile("rb")
        head = (
            "POST /api/v1/articles/bulk HTTP/1.1\r\nHost: 127.0.0.1\r\n"
            f"Authorization: Token {token}\r\nContent-Type: application/x-ndjson\r\n"
            "Transfer-Encoding: chunked\r\n\r\n"
        )
        self.connection.sendall(head.encode())

    def send(self, data: bytes) -> None:
        """Send a chunk; an empty one ends the request."""
        self.connection.sendall(b"%x\r\n%s\r\n" % (len(data), data))

    def close(self) -> None:
        """Hang up."""
        self.answers.close()
        self.connection.close()

    def answer(self) -> dict[str, Any]:
        """Return the next line of the answer."""
        while not (line := self.answers.readline()).startswith(b"{"):
            assert line, "the server hung up"
        found: dict[str, Any] = json.loads(line)
        return found


def test_lines_are_answered_as_they_come_and_kept_if_the_server_dies(
    server: WebServer, fact_checker: User
) -> None:
    with closing(Sender(server, fact_checker)) as sender:
        sender.send(b'{"text": "Naik 5 per')  # chunks end where they like
        sender.send(b'sen."}\n{"text": "Turun 3 persen."}')
        sender.send(b"")
        assert [sender.answer().get("status") for _line in range(2)] == ["created", "created"]
        tally = {"created": 2, "known": 0, "refused": 0, "wanted": 0}
        assert sender.answer() == {"end": True, **tally, "continue_from": None}
    with closing(Sender(server, fact_checker)) as sender:
        for number in range(1, 4):
            text = f"Ferry {number} carried 9 people. {'All went well. ' * 200}"
            sender.send(json.dumps({"text": text}).encode() + b"\n")
            if number > 1:  # the server below reads a kilobyte ahead
                assert sender.answer()["row"] == number - 1
        assert Article.objects.count() in {4, 5}
        server.kill_worker()
    assert Article.objects.filter(text__startswith="Ferry 2 ").exists()

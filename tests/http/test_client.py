"""Fetching and sending over a real connection, to servers that misbehave."""

from __future__ import annotations

import socket
from collections.abc import Iterator
from typing import Any

import pytest

from factcheck.http.client import Bounds, fetch, post
from factcheck.http.failure import NoAnswer, Why
from tests.chat.behaviours import flooding, responding
from tests.chat.server import ChatServer, running_server

HEAD = b"HTTP/1.1 200 OK\r\n"
HERE = frozenset({"127.0.0.1"})
BOUNDS = Bounds(max_bytes=10_000)


@pytest.fixture(scope="module")
def server() -> Iterator[ChatServer]:
    """One server for all tests of this file."""
    with running_server() as running:
        yield running


def redirect(location: str, status: str = "302 Found") -> bytes:
    return f"HTTP/1.1 {status}\r\nLocation: {location}\r\nContent-Length: 0\r\n\r\n".encode()


def failure(server: ChatServer) -> Why:
    with pytest.raises(NoAnswer) as caught:
        fetch(server.url, bounds=BOUNDS, allow_hosts=HERE)
    return caught.value.why


def test_a_page_is_fetched_and_the_server_hears_its_own_name(server: ChatServer) -> None:
    server.behave(responding(b"<p>hello</p>", headers="Content-Type: text/html\r\n"))
    found = fetch(f"{server.url}/a?b=c", allow_hosts=HERE)
    assert (found.answer.status, found.answer.body) == (200, b"<p>hello</p>")
    assert found.answer.headers["content-type"] == "text/html"
    (request,) = server.requests
    assert request.line == "GET /v1/a?b=c HTTP/1.1"
    assert request.headers["Host"] == f"127.0.0.1:{server.server_address[1]}"


def test_a_redirect_is_followed_to_where_one_may_go(server: ChatServer) -> None:
    server.behave(
        responding(b"", status="301 Moved", headers="Location: ../new\r\n"), responding(b"x")
    )
    found = fetch(f"{server.url}/old", allow_hosts=HERE)
    assert found.url == server.url.replace("/v1", "/new")
    assert found.answer.body == b"x"


@pytest.mark.parametrize(
    ("location", "why"),
    [
        ("http://127.0.0.2/", Why.NOT_PUBLIC),
        ("http://169.254.169.254/latest/meta-data/", Why.NOT_PUBLIC),
        ("http://[::ffff:10.0.0.1]/", Why.NOT_PUBLIC),
        ("http://localhost/", Why.NOT_PUBLIC),
        ("file:///etc/passwd", Why.BAD_ADDRESS),
        ("gopher://127.0.0.1:6379/_FLUSHALL", Why.BAD_ADDRESS),
        ("http://x@127.0.0.1:{port}/", Why.BAD_ADDRESS),
    ],
)
def test_a_redirect_into_the_network_of_the_desk_is_not_followed(
    server: ChatServer, location: str, why: Why
) -> None:
    target = location.format(port=server.server_address[1])
    server.behave(lambda exchange: exchange.send(redirect(target)))
    assert failure(server) == why
    assert len(server.requests) == 1


def test_what_is_sent_comes_whole_and_no_redirect_takes_it_elsewhere(server: ChatServer) -> None:
    server.behave(lambda exchange: exchange.send(redirect(server.url, "307 Temporary Redirect")))
    answer = post(
        server.url, body=b'{"a":1}', headers={"X-A": "b"}, bounds=BOUNDS, allow_hosts=HERE
    )
    assert answer.status == 307
    (request,) = server.requests
    assert (request.body, request.headers["X-A"]) == (b'{"a":1}', "b")


def test_a_huge_answer_to_what_was_sent_is_cut(server: ChatServer) -> None:
    server.behave(flooding(HEAD + b"\r\n"))
    answer = post(server.url, body=b"", headers={}, bounds=BOUNDS, allow_hosts=HERE)
    assert (answer.status, answer.is_whole, len(answer.body)) == (200, False, BOUNDS.max_bytes)


def test_a_host_is_resolved_once_and_connected_to_as_it_was_checked(
    server: ChatServer, monkeypatch: pytest.MonkeyPatch
) -> None:
    # A name whose second answer is another: it must never be asked for.
    answers = ["127.0.0.1", "127.0.0.99"]
    real = socket.getaddrinfo

    def rebinding(host: str, *args: Any, **kwargs: Any) -> Any:
        if host == "rebinding.example":
            host = answers.pop(0)
        return real(host, *args, **kwargs)

    monkeypatch.setattr(socket, "getaddrinfo", rebinding)
    server.behave(responding(b"here"))
    url = f"http://rebinding.example:{server.server_address[1]}/"
    found = fetch(url, bounds=BOUNDS, allow_hosts={"rebinding.example"})
    assert found.answer.body == b"here"
    assert answers == ["127.0.0.99"]

"""Whatever the endpoint does, the built-in engine's result stands, and in time."""

from __future__ import annotations

import json
import socket
import time

import pytest

from claims.chat.endpoint import Endpoint
from claims.chat.engine import SecondOpinion, consult
from tests.chat.behaviours import (
    claim,
    claiming,
    dripping,
    enveloped,
    flooding,
    hanging,
    raw,
    responding,
    saying,
)
from tests.chat.server import KEY, Behaviour, ChatServer, running_server
from tests.chat.stories import FIGURE, STORY, found_in

HEAD = b"HTTP/1.1 200 OK\r\n"
CHUNKED = HEAD + b"Transfer-Encoding: chunked\r\n\r\n"
GOOD = claim(FIGURE)
BEYOND_FLOATS = json.dumps({"claims": [GOOD]}).replace("1.0", "1e999")


def consulted(endpoint: Endpoint) -> SecondOpinion:
    return consult(endpoint, STORY, found_in(STORY))


def assert_stands(opinion: SecondOpinion, failure: str) -> None:
    """Assert that nothing of the built-in result changed, and that the reason is told."""
    assert opinion.extraction == found_in(STORY)
    assert failure in opinion.failure
    assert len(opinion.failure) < 100
    assert KEY not in opinion.failure


NONSENSE: dict[str, tuple[Behaviour, str]] = {
    "no response": (raw(b""), "could not be reached"),
    "no HTTP": (raw(b"SSH-2.0-OpenSSH_9.6\r\n"), "could not be reached"),
    "a header without end": (raw(HEAD + b"X: " + b"x" * 70_000), "could not be reached"),
    "half a body": (raw(HEAD + b'Content-Length: 900\r\n\r\n{"choices"'), "not JSON"),
    "a chunk without size": (raw(CHUNKED + b"zz\r\n{}\r\n"), "not JSON"),
    "a length below zero": (raw(HEAD + b"Content-Length: -5\r\n\r\nx"), "could not be reached"),
    "no content": (responding(b"", status="204 No Content"), "status 204"),
    "unknown key": (responding(b"{}", status="401 Unauthorized"), "status 401"),
    "unknown model": (responding(b"{}", status="404 Not Found"), "status 404"),
    "a bad request, twice": (responding(b"{}", status="400 Bad Request"), "status 400"),
    "too many requests, twice": (responding(b"", status="429 Too Many"), "status 429"),
    "overloaded, twice": (responding(b"", status="503 Unavailable"), "status 503"),
    "status beyond all": (responding(b"{}", status="999 Odd"), "status 999"),
    "a page": (responding(b"<!doctype html><title>Welcome</title>"), "not JSON"),
    "bytes": (responding(b"\x1f\x8b\x08\x00\xff\xfe"), "not JSON"),
    "brackets": (responding(b"[" * 200_000), "not JSON"),
    "a number of a million digits": (responding(b"1" * 1_000_000), "not JSON"),
    "an array": (responding(b"[]"), "another shape"),
    "no choice": (responding(b'{"choices": []}'), "another shape"),
    "a choice of another kind": (responding(b'{"choices": [7]}'), "another shape"),
    "an error with status 200": (responding(b'{"error": {"message": "no"}}'), "another shape"),
    "a message that is text": (enveloped("text"), "another shape"),
    "no text": (enveloped({"content": None, "tool_calls": []}), "another shape"),
    "a refusal": (enveloped({"content": None, "refusal": "I cannot."}), "refused"),
    "an apology": (saying("I'm sorry, but I can't help with that."), "not JSON"),
    "an empty text": (saying(""), "not JSON"),
    "prose around JSON": (saying(f"Sure! {json.dumps({'claims': [GOOD]})}"), "not JSON"),
    "an answer cut short": (saying(json.dumps({"claims": [GOOD]})[:-9]), "not JSON"),
    "claims alone": (saying(json.dumps([GOOD])), "another shape"),
    "claims under another name": (saying(json.dumps({"results": [GOOD]})), "another shape"),
    "more than claims": (saying(json.dumps({"claims": [GOOD], "sql": "x"})), "another shape"),
    "claims as an object": (saying(json.dumps({"claims": {"0": GOOD}})), "another shape"),
    "a claim that is text": (claiming(FIGURE), "another shape"),
    "a claim that lacks a field": (claiming({"quote": FIGURE}), "another shape"),
    "a claim with a field more": (claiming({**GOOD, "selected": True}), "another shape"),
    "a good claim and a bad one": (claiming(GOOD, None), "another shape"),
    "a quotation that is a list": (claiming({**GOOD, "quote": [FIGURE]}), "another shape"),
    "a speaker that is an object": (claiming(claim(FIGURE, speaker={})), "another shape"),
    "a reason of its own": (claiming(claim(FIGURE, reason="<script>")), "on the list"),
    "a reason that is a list": (claiming(claim(FIGURE, reason=["figure"])), "on the list"),
    "a score in words": (claiming({**GOOD, "score": "0.9"}), "no number"),
    "a score that is true": (claiming(claim(FIGURE, score=True)), "no number"),
    "a score of NaN": (claiming(claim(FIGURE, score=float("nan"))), "not JSON"),
    "a score without end": (claiming(claim(FIGURE, score=float("inf"))), "not JSON"),
    "a score too large for a float": (saying(BEYOND_FLOATS), "beyond"),
    "a score of 400 digits": (claiming({**GOOD, "score": 10**400}), "beyond"),
    "a score of ninety": (claiming(claim(FIGURE, score=90)), "beyond"),
    "a score below zero": (claiming(claim(FIGURE, score=-0.01)), "beyond"),
    "a thousand claims": (claiming(*[GOOD] * 1000), "more than"),
}  # fmt: skip
ENDLESS: dict[str, Behaviour] = {
    "silence": hanging,
    "a body byte by byte": dripping(HEAD + b"Content-Length: 5000\r\n\r\n", b" "),
    "a body without length, byte by byte": dripping(HEAD + b"\r\n", b" "),
    "chunk by chunk": dripping(CHUNKED, b"1\r\n \r\n"),
    "headers byte by byte": dripping(HEAD, b"x"),
    "header by header": dripping(HEAD, b"x: y\r\n"),
    "a status byte by byte": dripping(b"", b"H"),
    "100 Continue for ever": dripping(b"", b"HTTP/1.1 100 Continue\r\n\r\n"),
}


@pytest.mark.parametrize("name", NONSENSE)
def test_an_answer_that_is_none_changes_nothing(server: ChatServer, name: str) -> None:
    behaviour, failure = NONSENSE[name]
    server.behave(behaviour)
    assert_stands(consulted(server.endpoint()), failure)
    assert len(server.requests) <= 2


@pytest.mark.parametrize("name", ENDLESS)
def test_an_answer_that_never_ends_is_cut_off_in_time(server: ChatServer, name: str) -> None:
    server.behave(ENDLESS[name])
    begun = time.monotonic()
    assert_stands(consulted(server.endpoint(timeout=1.0)), "timed out")
    assert time.monotonic() - begun < 5
    assert len(server.requests) == 1


@pytest.mark.parametrize("head", [HEAD + b"\r\n", HEAD + b"Content-Length: 99999999999\r\n\r\n"])
def test_a_body_of_gigabytes_is_left_at_the_first(server: ChatServer, head: bytes) -> None:
    server.behave(flooding(head))
    assert_stands(consulted(server.endpoint()), "more than 1048576 bytes")


def test_a_port_nobody_listens_on_changes_nothing() -> None:
    with socket.create_server(("127.0.0.1", 0)) as free:
        url = f"http://127.0.0.1:{free.getsockname()[1]}/v1"
    assert_stands(consulted(Endpoint(url, "m", KEY)), "could not be reached (ConnectionRefused")


@pytest.mark.parametrize("url", ["http://127.0.0.1:99999/v1", "http://no-such-host.invalid/v1"])
def test_an_address_that_leads_nowhere_changes_nothing(url: str) -> None:
    assert_stands(consulted(Endpoint(url, "m", KEY)), "could not be reached")


def test_a_server_without_tls_is_not_spoken_to_in_the_clear(server: ChatServer) -> None:
    server.behave(claiming(GOOD))
    url = server.url.replace("http:", "https:")
    assert_stands(consulted(Endpoint(url, "m", KEY)), "could not be reached")
    assert server.requests == []


def test_a_handshake_that_never_ends_is_cut_off_in_time() -> None:
    with socket.create_server(("127.0.0.1", 0)) as silent:
        url = f"https://127.0.0.1:{silent.getsockname()[1]}/v1"
        assert_stands(consulted(Endpoint(url, "m", KEY, timeout=0.25)), "timed out")


@pytest.mark.parametrize("status", [301, 302, 303, 307, 308])
def test_a_redirect_is_not_followed(server: ChatServer, status: int) -> None:
    with running_server() as elsewhere:
        elsewhere.behave(claiming(GOOD))
        target = f"Location: {elsewhere.url}/chat/completions\r\n"
        server.behave(responding(b"", status=f"{status} Moved", headers=target))
        assert_stands(consulted(server.endpoint()), f"redirect ({status})")
        assert elsewhere.requests == []


def test_a_proxy_of_the_environment_gets_neither_article_nor_key(
    server: ChatServer, monkeypatch: pytest.MonkeyPatch
) -> None:
    server.behave(claiming(GOOD))
    with running_server() as proxy:
        proxy.behave(claiming(GOOD))
        monkeypatch.setenv("http_proxy", proxy.url)
        assert consulted(server.endpoint()).failure == ""
        assert proxy.requests == []


def test_a_retry_that_would_come_too_late_is_not_made(server: ChatServer) -> None:
    server.behave(responding(b"", status="503 Unavailable"))
    endpoint = Endpoint(server.url, "m", KEY, timeout=5, pause=6)
    assert_stands(consulted(endpoint), "busy")
    assert len(server.requests) == 1


def test_neither_endpoint_nor_opinion_shows_the_key(server: ChatServer) -> None:
    server.behave(hanging)
    endpoint = server.endpoint(timeout=0.1)
    assert KEY not in repr(endpoint) + repr(consulted(endpoint))

"""A real web server for tests that answers each path as a test wants, well or badly."""

from __future__ import annotations

import json
import socket
import threading
from collections.abc import Callable, Iterator
from contextlib import contextmanager, suppress
from dataclasses import dataclass
from email.message import Message
from http import HTTPStatus
from http.client import parse_headers
from socketserver import StreamRequestHandler, ThreadingTCPServer
from typing import Any, TypeVar


@dataclass(frozen=True)
class Request:
    """What the client sent."""

    line: str
    headers: Message
    body: bytes

    @property
    def path(self) -> str:
        """The path with its query, as it was sent."""
        return self.line.split(" ")[1]

    @property
    def question(self) -> dict[str, Any]:
        """The JSON of the body."""
        question: dict[str, Any] = json.loads(self.body)
        return question


@dataclass(frozen=True)
class Exchange:
    """One request being answered. `over` is set when the test is, and nobody waits any more."""

    request: Request
    connection: socket.socket
    over: threading.Event

    def send(self, data: bytes) -> None:
        """Send all of `data`."""
        self.connection.sendall(data)


Behaviour = Callable[[Exchange], None]


class AnsweringServer(ThreadingTCPServer):
    """Takes one request a connection, and answers it by `behaviour_for`."""

    allow_reuse_address = True
    daemon_threads = False

    def __init__(self) -> None:
        super().__init__(("127.0.0.1", 0), _Handler)
        self.over = threading.Event()
        self.requests: list[Request] = []

    @property
    def port(self) -> int:
        """The port it listens on, another in each run."""
        return int(self.server_address[1])

    def behaviour_for(self, request: Request) -> Behaviour:
        """Return how to answer `request`, which is the last of `requests`."""
        raise NotImplementedError


class PageServer(AnsweringServer):
    """Answers each path by its behaviours: the first request by the first, the last one stays.

    What nobody placed is not found, /robots.txt too.
    """

    def __init__(self) -> None:
        super().__init__()
        self.behaviours: dict[str, tuple[Behaviour, ...]] = {}

    def url(self, path: str = "/") -> str:
        """Return the address of `path`."""
        return f"http://127.0.0.1:{self.port}{path}"

    def behave(self, path: str, *behaviours: Behaviour) -> str:
        """Answer `path` by these from now on, forget what was asked of it; return its address."""
        self.requests[:] = [request for request in self.requests if request.path != path]
        self.behaviours[path] = behaviours
        return self.url(path)

    def place(self, path: str, body: bytes | str, *, status: int = 200, **headers: str) -> str:
        """Answer `path` with `body` from now on; return its address.

        Headers are written with underscores: `content_type="text/plain"`, `etag='"a"'`.
        """
        return self.behave(path, answering(body, status=status, **headers))

    def asked_for(self, path: str) -> list[Request]:
        """Return the requests for `path` so far."""
        return [request for request in self.requests if request.path == path]

    def forget(self) -> None:
        """Forget all pages and requests."""
        self.requests.clear()
        self.behaviours.clear()

    def behaviour_for(self, request: Request) -> Behaviour:
        """Return the behaviour of the path."""
        placed = self.behaviours.get(request.path)
        if not placed:
            return answering(b"not found", status=404)
        return placed[min(len(self.asked_for(request.path)), len(placed)) - 1]


def answering(body: bytes | str, *, status: int = 200, **headers: str) -> Behaviour:
    """Return a behaviour: one complete answer; headers as for `PageServer.place`."""
    data = body.encode() if isinstance(body, str) else body
    lines = {"content_type": "text/html; charset=utf-8", "content_length": str(len(data))} | headers
    head = "".join(f"{name.replace('_', '-').title()}: {lines[name]}\r\n" for name in lines)
    return raw(f"HTTP/1.1 {status} {HTTPStatus(status).phrase}\r\n{head}\r\n".encode() + data)


def redirecting(location: str, *, status: int = 302) -> Behaviour:
    """Return a behaviour: a redirect."""
    return answering(b"", status=status, location=location)


def revalidating(body: bytes | str, *, etag: str) -> Behaviour:
    """Return a behaviour: `body` once, and 304 to whoever has it already by its `etag`."""
    whole = answering(body, etag=etag)
    unchanged = raw(f"HTTP/1.1 304 Not Modified\r\nETag: {etag}\r\n\r\n".encode())

    def behave(exchange: Exchange) -> None:
        has_it = exchange.request.headers["If-None-Match"] == etag
        (unchanged if has_it else whole)(exchange)

    return behave


def raw(data: bytes) -> Behaviour:
    """Return a behaviour: these bytes, then the end of the connection."""

    def behave(exchange: Exchange) -> None:
        exchange.send(data)

    return behave


class _Handler(StreamRequestHandler):
    server: AnsweringServer

    def handle(self) -> None:
        with suppress(OSError):  # the client went away, as it should from most of these
            line = self.rfile.readline().decode("latin-1")
            if not line.endswith("HTTP/1.1\r\n"):
                return
            headers = parse_headers(self.rfile)
            body = self.rfile.read(int(headers["Content-Length"] or 0))
            request = Request(line.strip(), headers, body)
            self.server.requests.append(request)
            behave = self.server.behaviour_for(request)
            behave(Exchange(request, self.request, self.server.over))


Server = TypeVar("Server", bound=AnsweringServer)


@contextmanager
def serving(server: Server) -> Iterator[Server]:
    """Run a server; at the end wait for all it was still answering."""
    thread = threading.Thread(target=server.serve_forever, kwargs={"poll_interval": 0.01})
    thread.start()
    try:
        yield server
    finally:
        server.over.set()
        server.shutdown()
        thread.join()
        server.server_close()

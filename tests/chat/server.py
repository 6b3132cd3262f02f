"""A real server that speaks as much HTTP as a test wants, and misbehaves as a test wants."""

from __future__ import annotations

import json
import threading
from collections.abc import Callable, Iterator
from contextlib import contextmanager, suppress
from dataclasses import dataclass
from email.message import Message
from http.client import parse_headers
from socketserver import StreamRequestHandler, ThreadingTCPServer
from typing import Any

from claims.chat.endpoint import Endpoint

KEY = "key-4711-secret"


@dataclass(frozen=True)
class Request:
    """What the client sent."""

    line: str
    headers: Message
    body: bytes

    @property
    def question(self) -> dict[str, Any]:
        """The JSON of the body."""
        question: dict[str, Any] = json.loads(self.body)
        return question


@dataclass(frozen=True)
class Exchange:
    """One request being answered. `over` is set when the test is, and nobody waits any more."""

    request: Request
    send: Callable[[bytes], None]
    over: threading.Event


Behaviour = Callable[[Exchange], None]


class ChatServer(ThreadingTCPServer):
    """Answers the first request by the first behaviour, and so on; the last one stays."""

    allow_reuse_address = True

    def __init__(self) -> None:
        super().__init__(("127.0.0.1", 0), _Handler)
        self.over = threading.Event()
        self.requests: list[Request] = []
        self.behaviours: tuple[Behaviour, ...] = ()

    def behave(self, *behaviours: Behaviour) -> None:
        """Answer by these from now on, and forget what was asked before."""
        self.requests.clear()
        self.behaviours = behaviours

    @property
    def url(self) -> str:
        """The base of the API."""
        return f"http://127.0.0.1:{self.server_address[1]}/v1"

    def endpoint(self, *, timeout: float = 20.0) -> Endpoint:
        """Return the endpoint that this server is; the retry follows at once."""
        return Endpoint(self.url, "test-model", KEY, timeout=timeout, pause=0.0)


class _Handler(StreamRequestHandler):
    server: ChatServer

    def handle(self) -> None:
        with suppress(OSError):  # the client went away, as it should from most of these
            line = self.rfile.readline().decode("latin-1")
            if not line.endswith("HTTP/1.1\r\n"):
                return
            headers = parse_headers(self.rfile)
            body = self.rfile.read(int(headers["Content-Length"] or 0))
            request = Request(line.strip(), headers, body)
            self.server.requests.append(request)
            behaviours = self.server.behaviours
            behave = behaviours[min(len(self.server.requests), len(behaviours)) - 1]
            behave(Exchange(request, self.request.sendall, self.server.over))


@contextmanager
def running_server() -> Iterator[ChatServer]:
    """Run a server; at the end wait for all it was still answering."""
    server = ChatServer()
    thread = threading.Thread(target=server.serve_forever, kwargs={"poll_interval": 0.01})
    thread.start()
    try:
        yield server
    finally:
        server.over.set()
        server.shutdown()
        thread.join()
        server.server_close()

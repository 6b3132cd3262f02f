"""A real server that speaks as much HTTP as a test wants, and misbehaves as a test wants."""

from __future__ import annotations

from collections.abc import Iterator
from contextlib import contextmanager

from claims.chat.endpoint import Endpoint
from tests.web_server import AnsweringServer, Behaviour, Exchange, Request, serving

__all__ = ["KEY", "Behaviour", "ChatServer", "Exchange", "Request", "running_server"]

KEY = "key-4711-secret"


class ChatServer(AnsweringServer):
    """Answers the first request by the first behaviour, and so on; the last one stays."""

    def __init__(self) -> None:
        super().__init__()
        self.behaviours: tuple[Behaviour, ...] = ()

    def behave(self, *behaviours: Behaviour) -> None:
        """Answer by these from now on, and forget what was asked before."""
        self.requests.clear()
        self.behaviours = behaviours

    def behaviour_for(self, request: Request) -> Behaviour:
        """Return the next one."""
        return self.behaviours[min(len(self.requests), len(self.behaviours)) - 1]

    @property
    def url(self) -> str:
        """The base of the API."""
        return f"http://127.0.0.1:{self.port}/v1"

    def endpoint(self, *, timeout: float = 20.0) -> Endpoint:
        """Return the endpoint that this server is; the retry follows at once."""
        return Endpoint(self.url, "test-model", KEY, timeout=timeout, pause=0.0)


@contextmanager
def running_server() -> Iterator[ChatServer]:
    """Run a server; at the end wait for all it was still answering."""
    with serving(ChatServer()) as server:
        yield server

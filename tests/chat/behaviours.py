"""How a chat endpoint can behave: well, and in each of the ways it should not."""

from __future__ import annotations

import itertools
import json
from collections.abc import Iterator
from typing import Any

from tests.chat.server import Behaviour, Exchange

TICK = 0.01  # seconds between the drops of a drip


def responding(body: bytes, *, status: str = "200 OK", headers: str = "") -> Behaviour:
    """Return a behaviour: one complete response."""
    head = f"HTTP/1.1 {status}\r\nContent-Length: {len(body)}\r\n{headers}\r\n".encode()
    return raw(head + body)


def raw(data: bytes) -> Behaviour:
    """Return a behaviour: these bytes, then the end of the connection."""

    def behave(exchange: Exchange) -> None:
        exchange.send(data)

    return behave


def enveloped(message: Any) -> Behaviour:
    """Return a behaviour: `message` as the first choice."""
    return responding(json.dumps({"choices": [{"message": message}]}).encode())


def saying(content: str) -> Behaviour:
    """Return a behaviour: the model says `content`."""
    return enveloped({"role": "assistant", "content": content})


def claiming(*claims: Any) -> Behaviour:
    """Return a behaviour: the model answers with these claims."""
    return saying(json.dumps({"claims": claims}))


def claim(quote: str, score: float = 1.0, **changes: Any) -> dict[str, Any]:
    """Return a claim as the schema wants it."""
    return {"quote": quote, "score": score, "speaker": None, "reason": "figure", **changes}


def hanging(exchange: Exchange) -> None:
    """Take the question and say nothing, ever."""
    exchange.over.wait()


def dripping(head: bytes, drop: bytes) -> Behaviour:
    """Return a behaviour: `head`, then `drop` again and again, never the end."""

    def behave(exchange: Exchange) -> None:
        exchange.send(head)
        while not exchange.over.wait(TICK):
            exchange.send(drop)

    return behave


def flooding(head: bytes) -> Behaviour:
    """Return a behaviour: `head`, then megabytes as fast as they are taken."""
    block = b"x" * 65536

    def behave(exchange: Exchange) -> None:
        exchange.send(head)
        for _block in itertools.takewhile(lambda _: not exchange.over.is_set(), _forever()):
            exchange.send(block)

    return behave


def _forever() -> Iterator[int]:
    return itertools.count()

"""How a chat endpoint can behave: well, and in each of the ways it should not."""

from __future__ import annotations

import json
from typing import Any

from tests.web_server import Behaviour, raw
from tests.web_server_hostile import dripping, flooding, hanging

__all__ = [
    "claim", "claiming", "dripping", "enveloped", "flooding", "hanging", "raw", "responding",
    "saying",
]  # fmt: skip


def responding(body: bytes, *, status: str = "200 OK", headers: str = "") -> Behaviour:
    """Return a behaviour: one complete response."""
    head = f"HTTP/1.1 {status}\r\nContent-Length: {len(body)}\r\n{headers}\r\n".encode()
    return raw(head + body)


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

"""Where the chat model answers, and how long it may take."""

from __future__ import annotations

from dataclasses import dataclass, field


@dataclass(frozen=True, slots=True)
class Endpoint:
    """An OpenAI-compatible API.

    `url` is its base, to which "/chat/completions" is added: "https://api.example.org/v1". It is
    the operator's own choice, so that addresses of this machine and of private networks are
    allowed, unlike those that articles bring along.

    `key` is sent as a bearer token, "" for none, and is never shown. `timeout` is for everything
    asked about one article, in seconds. `pause` is waited before the one retry, in seconds.
    """

    url: str
    model: str
    key: str = field(default="", repr=False)
    timeout: float = 30.0
    pause: float = 0.5

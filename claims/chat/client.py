"""The conversation with the endpoint: one question, one answer, at most one retry."""

from __future__ import annotations

import json
import time
from collections.abc import Sequence
from typing import Any

from claims.chat.answer import read_json
from claims.chat.endpoint import Endpoint
from claims.chat.failure import ChatFailed
from claims.chat.post import post
from claims.chat.prompt import RESPONSE_FORMAT, Message
from factcheck.http.deadline import Deadline

BUSY = frozenset({429, 500, 502, 503, 504})
"""What may pass if one waits."""

UNKNOWN = frozenset({400, 422, 501})
"""How servers refuse a `response_format` or a `temperature` they do not know."""


def ask(endpoint: Endpoint, messages: Sequence[Message], deadline: Deadline) -> str:
    """Return the text of the model's answer; raises ChatFailed without one."""
    strict = {"temperature": 0, "response_format": RESPONSE_FORMAT}
    status, body = _post(endpoint, messages, strict, deadline)
    if status in BUSY:
        _wait(endpoint.pause, deadline)
        status, body = _post(endpoint, messages, strict, deadline)
    elif status in UNKNOWN:
        # The prompt says the same in words, and the answer is read as strictly.
        status, body = _post(endpoint, messages, {}, deadline)
    if 300 <= status < 400:
        raise ChatFailed(f"answered with a redirect ({status}), which is not followed")
    if status != 200:
        raise ChatFailed(f"answered with status {status}")
    return _content(read_json(body))


def _post(
    endpoint: Endpoint, messages: Sequence[Message], options: dict[str, Any], deadline: Deadline
) -> tuple[int, bytes]:
    question = {"model": endpoint.model, "messages": list(messages), **options}
    headers = {"Content-Type": "application/json", "Accept": "application/json"}
    if endpoint.key:
        headers["Authorization"] = f"Bearer {endpoint.key}"
    return post(
        f"{endpoint.url.rstrip('/')}/chat/completions",
        body=json.dumps(question).encode(),
        headers=headers,
        deadline=deadline,
    )


def _wait(pause: float, deadline: Deadline) -> None:
    if deadline.left() <= pause:
        raise ChatFailed("was busy until the time was over")
    time.sleep(pause)


def _content(answer: object) -> str:
    """Return the text of the first choice; raises ChatFailed if the envelope holds none."""
    match answer:
        case {"choices": [{"message": {"refusal": str(refusal)}}, *_]} if refusal:
            raise ChatFailed("refused to answer")
        case {"choices": [{"message": {"content": str(content)}}, *_]}:
            return content
    raise ChatFailed("answered in another shape")

"""One POST to the endpoint that the operator chose, so that private addresses are allowed."""

from __future__ import annotations

import socket
from collections.abc import Mapping

from claims.chat.failure import ChatFailed
from factcheck.http.deadline import Deadline
from factcheck.http.exchange import exchange
from factcheck.http.failure import NoAnswer, Why
from factcheck.http.messages import Question
from factcheck.http.target import Target, target_of

MAX_BODY = 1024 * 1024  # bytes; a full answer is some tens of thousands


def post(
    url: str, *, body: bytes, headers: Mapping[str, str], deadline: Deadline
) -> tuple[int, bytes]:
    """Return the status and the body of the answer; raises ChatFailed without one.

    A redirect is an answer like any other: it is not followed, so that neither article nor key
    goes to an address nobody set.
    """
    question = Question("POST", headers, body, MAX_BODY)
    try:
        target = target_of(url)
        answer = exchange(target, _addresses(target), question, deadline)
    except NoAnswer as error:
        unusable = error.why == Why.BAD_ADDRESS  # a port over 65535
        reason = "could not be reached (no address)" if unusable else str(error)
        raise ChatFailed(reason) from error
    except OSError as error:
        raise ChatFailed(f"could not be reached ({type(error).__name__})") from error
    if answer.cut == Why.TOO_LARGE:
        raise ChatFailed(f"answered more than {MAX_BODY} bytes")
    return answer.status, answer.body


def _addresses(target: Target) -> list[str]:
    rows = socket.getaddrinfo(target.host, target.port, type=socket.SOCK_STREAM)
    return [str(address[0]) for *_kind, address in rows]

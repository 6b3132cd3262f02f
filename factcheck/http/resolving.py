"""Names of hosts into addresses, in limited time."""

from __future__ import annotations

import socket
from queue import Empty, SimpleQueue
from threading import Thread

from factcheck.http.deadline import Deadline
from factcheck.http.failure import NoAnswer, Why


def resolved(host: str, port: int, deadline: Deadline) -> list[str]:
    """Return the IP addresses of `host`, in the order of the resolver.

    The system's resolver takes no time limit, and the owner of a name decides how slowly his name
    server answers: half a minute a redirect. So a thread asks, and is left behind when it is late;
    the resolver's own limits end it. Raises NoAnswer (unknown_host, timed_out).
    """
    answers: SimpleQueue[list[str] | Exception] = SimpleQueue()
    Thread(target=_ask, args=(host, port, answers), daemon=True).start()
    try:
        answer = answers.get(timeout=deadline.left())
    except Empty:
        raise NoAnswer(Why.TIMED_OUT, "timed out while the host was looked up") from None
    if isinstance(answer, Exception):
        raise NoAnswer(Why.UNKNOWN_HOST, "the host is unknown") from answer
    return answer


def _ask(host: str, port: int, answers: SimpleQueue[list[str] | Exception]) -> None:
    try:
        rows = socket.getaddrinfo(host, port, type=socket.SOCK_STREAM)
    except (OSError, UnicodeError) as error:
        answers.put(error)
    else:
        answers.put(list(dict.fromkeys(str(address[0]) for *_kind, address in rows)))

"""One HTTP exchange with given addresses, over by its deadline whatever the other side does."""

from __future__ import annotations

import socket
import ssl
from collections.abc import Iterable, Iterator, Mapping
from contextlib import closing, contextmanager, suppress
from dataclasses import dataclass
from http.client import HTTPConnection, HTTPException
from threading import Timer

from factcheck.http.deadline import Deadline
from factcheck.http.failure import NoAnswer, Why
from factcheck.http.target import Target


@dataclass(frozen=True, slots=True)
class Question:
    """What is sent. `max_bytes` is how much of the answer's body is read."""

    method: str
    headers: Mapping[str, str]
    body: bytes | None = None
    max_bytes: int = 1024 * 1024


@dataclass(frozen=True, slots=True)
class Answer:
    """What came. Names of headers are lower case; `is_whole` says that the body was not cut."""

    status: int
    headers: Mapping[str, str]
    body: bytes
    is_whole: bool


def exchange(
    target: Target, addresses: Iterable[str], question: Question, deadline: Deadline
) -> Answer:
    """Ask the first address that takes a connection. Raises NoAnswer (unreachable, timed_out).

    The name of `target` is only sent, never resolved again. No proxy of the environment is used: it
    would resolve the name for itself.
    """
    try:
        with (
            closing(_connect(target, addresses, deadline)) as sock,
            _cut_off_at(deadline, sock),
        ):
            answer = _ask(sock, target, question)
    except (OSError, HTTPException, ValueError) as error:
        # ValueError: a header or a length that is no number.
        if deadline.is_past() or isinstance(error, TimeoutError):
            raise NoAnswer(Why.TIMED_OUT, "timed out") from error
        reason = f"could not be reached ({type(error).__name__})"
        raise NoAnswer(Why.UNREACHABLE, reason) from error
    if deadline.is_past():
        # An answer without a length ends where it was cut off: it only looks complete.
        raise NoAnswer(Why.TIMED_OUT, "timed out")
    return answer


def _ask(sock: socket.socket, target: Target, question: Question) -> Answer:
    connection = HTTPConnection(target.authority)
    connection.sock = sock
    headers = {"Host": target.authority, "Accept-Encoding": "identity", **question.headers}
    connection.request(question.method, target.path, body=question.body, headers=headers)
    with connection.getresponse() as response:
        body = response.read(question.max_bytes + 1)
        return Answer(
            status=response.status,
            headers={name.lower(): value for name, value in response.getheaders()},
            body=body[: question.max_bytes],
            is_whole=len(body) <= question.max_bytes,
        )


def _connect(target: Target, addresses: Iterable[str], deadline: Deadline) -> socket.socket:
    """Return a connection to the first address that takes one, encrypted for https."""
    failure = OSError("no address")
    for address in addresses:
        try:
            # One address at a time: given the name, each of them would get the whole time.
            sock = socket.create_connection((address, target.port), timeout=deadline.left())
        except OSError as error:
            failure = error
        else:
            return _encrypted(sock, target.host, deadline) if target.scheme == "https" else sock
    raise failure


def _encrypted(sock: socket.socket, host: str, deadline: Deadline) -> socket.socket:
    sock.settimeout(deadline.left())  # of the whole handshake, unlike that of reading
    try:
        return ssl.create_default_context().wrap_socket(sock, server_hostname=host)
    except OSError:
        sock.close()
        raise


@contextmanager
def _cut_off_at(deadline: Deadline, sock: socket.socket) -> Iterator[None]:
    """Shut the connection down at the deadline, which wakes whoever reads from it.

    A socket's own time-out starts anew with each byte: a server that sends one a second would
    keep a worker for as long as it likes.
    """
    timer = Timer(deadline.left(), _shut_down, [sock])
    timer.daemon = True
    timer.start()
    try:
        yield
    finally:
        timer.cancel()


def _shut_down(sock: socket.socket) -> None:
    with suppress(OSError):
        # The plain one: ssl's also forgets the encryption that the reader is in the middle of.
        socket.socket.shutdown(sock, socket.SHUT_RDWR)

"""One HTTP POST that ends by its deadline, whatever the other side does."""

from __future__ import annotations

import socket
import ssl
from collections.abc import Iterator, Mapping
from contextlib import closing, contextmanager, suppress
from http.client import HTTPConnection, HTTPException
from threading import Timer
from urllib.parse import SplitResult, urlsplit

from claims.chat.deadline import Deadline
from claims.chat.failure import ChatFailed

MAX_BODY = 1024 * 1024  # bytes; a full answer is some tens of thousands
PORTS = {"http": 80, "https": 443}


def post(
    url: str, *, body: bytes, headers: Mapping[str, str], deadline: Deadline
) -> tuple[int, bytes]:
    """Return the status and the body of the answer; raises ChatFailed without one.

    A redirect is an answer like any other: it is not followed, so that neither article nor key
    goes to an address nobody set. No proxy of the environment is used, for the same reason.
    """
    try:
        parts = urlsplit(url)
        with closing(_connect(parts, deadline)) as sock, _cut_off_at(deadline, sock):
            status, answer = _exchange(sock, parts, body, headers)
    except (OSError, HTTPException, ValueError) as error:
        # ValueError: a port over 65535, a header or a length that is no number.
        late = deadline.is_past() or isinstance(error, TimeoutError)
        reason = "timed out" if late else f"could not be reached ({type(error).__name__})"
        raise ChatFailed(reason) from error
    if deadline.is_past():
        # An answer without a length ends where it was cut off: it only looks complete.
        raise ChatFailed("timed out")
    if len(answer) > MAX_BODY:
        raise ChatFailed(f"answered more than {MAX_BODY} bytes")
    return status, answer


def _exchange(
    sock: socket.socket, url: SplitResult, body: bytes, headers: Mapping[str, str]
) -> tuple[int, bytes]:
    connection = HTTPConnection(url.netloc)
    connection.sock = sock
    connection.request("POST", url.path, body=body, headers=dict(headers))
    with connection.getresponse() as response:
        return response.status, response.read(MAX_BODY + 1)


def _connect(url: SplitResult, deadline: Deadline) -> socket.socket:
    """Return a connection to the first address that takes one, encrypted for https."""
    host, port = url.hostname or "", url.port or PORTS[url.scheme]
    failure = OSError("no address")
    for *_kind, address in socket.getaddrinfo(host, port, type=socket.SOCK_STREAM):
        try:
            # One address at a time: given the name, each of them would get the whole time.
            sock = socket.create_connection((str(address[0]), port), timeout=deadline.left())
        except OSError as error:
            failure = error
        else:
            return _encrypted(sock, host, deadline) if url.scheme == "https" else sock
    raise failure


def _encrypted(sock: socket.socket, host: str, deadline: Deadline) -> socket.socket:
    sock.settimeout(deadline.left())  # of the whole handshake, unlike that of reading
    return ssl.create_default_context().wrap_socket(sock, server_hostname=host)


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

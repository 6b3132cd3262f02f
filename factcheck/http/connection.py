"""Connections to addresses that were checked, over by their deadline whatever the server does."""

from __future__ import annotations

import socket
import ssl
from collections.abc import Iterable
from contextlib import suppress
from functools import cache
from typing import Any

import httpcore

from factcheck.http.deadline import Deadline
from factcheck.http.failure import NoAnswer, Why

CONNECT_SECONDS = 5.0  # for one address: of several, a dead one must not take all the time
HANDSHAKE_SECONDS = 10.0
# Of what comes before the body. One that is sent "100 Continue" without end never sees a body.
HEAD_BYTES = 256 * 1024


class PinnedNetwork(httpcore.NetworkBackend):
    """Connects to given addresses; the name is not looked up again, whatever it says by now."""

    def __init__(self, addresses: Iterable[str], deadline: Deadline) -> None:
        self._addresses = addresses
        self._deadline = deadline
        self.stream: DeadlineStream | None = None

    def connect_tcp(
        self,
        host: str,
        port: int,
        timeout: float | None = None,
        local_address: str | None = None,
        socket_options: Iterable[httpcore.SOCKET_OPTION] | None = None,
    ) -> httpcore.NetworkStream:
        """Return a connection to the first address that takes one. Raises OSError, NoAnswer."""
        failure = OSError("no address")
        for address in self._addresses:
            try:
                sock = socket.create_connection(
                    (address, port), timeout=self._deadline.step(CONNECT_SECONDS)
                )
            except OSError as error:
                failure = error
            else:
                self.stream = DeadlineStream(sock, self._deadline)
                return self.stream
        raise failure


class DeadlineStream(httpcore.NetworkStream):
    """One connection. Each step gets only the time left of the whole, not a time-out anew.

    A socket's own time-out starts again with each byte: a server that sends one a second would keep
    a worker for as long as it likes. `allowance` is how many bytes may still come.
    """

    def __init__(self, sock: socket.socket, deadline: Deadline) -> None:
        self._sock = sock
        self._deadline = deadline
        self.allowance = HEAD_BYTES

    def read(self, max_bytes: int, timeout: float | None = None) -> bytes:
        """Return what has come, b"" at the end. Raises OSError, NoAnswer (timed_out, too_large)."""
        self._sock.settimeout(self._deadline.step())
        data = self._sock.recv(max_bytes)
        self.allowance -= len(data)
        if self.allowance < 0:
            raise NoAnswer(Why.TOO_LARGE, "sent more than an answer may have")
        return data

    def write(self, buffer: bytes, timeout: float | None = None) -> None:
        """Send all of `buffer`. Raises NoAnswer (timed_out)."""
        rest = memoryview(buffer)
        while rest:
            self._sock.settimeout(self._deadline.step())
            try:
                rest = rest[self._sock.send(rest) :]
            except TimeoutError as error:
                raise NoAnswer(Why.TIMED_OUT, "timed out") from error
            except OSError as error:
                # The one failure httpcore waits for: there may be an answer all the same.
                raise httpcore.WriteError(str(error)) from error

    def start_tls(
        self,
        ssl_context: ssl.SSLContext,
        server_hostname: str | None = None,
        timeout: float | None = None,
    ) -> httpcore.NetworkStream:
        """Encrypt it, with a certificate of `server_hostname`. Raises OSError."""
        # Of the whole handshake, unlike that of reading.
        self._sock.settimeout(self._deadline.step(HANDSHAKE_SECONDS))
        self._sock = ssl_context.wrap_socket(self._sock, server_hostname=server_hostname)
        return self

    def close(self) -> None:
        """Close it."""
        with suppress(OSError):
            self._sock.close()

    def get_extra_info(self, info: str) -> Any:
        """Return nothing: neither HTTP/2 nor a pool of connections is wanted."""
        return None


@cache
def tls_context() -> ssl.SSLContext:
    """Return how certificates are checked: against those the machine trusts."""
    return ssl.create_default_context()

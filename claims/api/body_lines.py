"""The lines of a request as they arrive: nobody holds a body of any length in memory."""

from __future__ import annotations

import time
from collections.abc import Iterator
from typing import Protocol

from rest_framework.request import Request

PIECE = 2**16


class Stream(Protocol):
    """What lines are read from."""

    def readline(self, size: int, /) -> bytes: ...


def body_of(request: Request) -> Stream:
    """Return the body of a request. Django knows none without a length; the server below does."""
    environ = request.META
    if environ.get("wsgi.input_terminated") and not environ.get("CONTENT_LENGTH"):
        stream: Stream = environ["wsgi.input"]
        return stream
    return request._request


class BodyLines:
    """The lines of a body, numbered from 1; blank ones are counted and left out.

    Iterating gives (number, line), with None for a line over `longest` bytes, and ends after
    `most_bytes`: `is_over` says so.
    """

    def __init__(self, stream: Stream, *, longest: int, most_bytes: int) -> None:
        self.stream, self.longest, self.left = stream, longest, most_bytes
        self.number = 0

    @property
    def is_over(self) -> bool:
        """Say whether the body may hold more than was allowed to be read."""
        return self.left <= 0

    def __iter__(self) -> Iterator[tuple[int, bytes | None]]:
        while not self.is_over and (line := self._read(self.longest + 1)):
            self.number += 1
            is_cut = len(line) > self.longest
            rest = line
            while is_cut and rest and not rest.endswith(b"\n"):
                rest = self._read(PIECE)
            if is_cut or line.strip():
                yield self.number, None if is_cut else line

    def drain(self, *, until: float) -> None:
        """Read on, to no purpose: a server that hangs up on what it did not read loses its answer.

        `until` is a time of the monotonic clock.
        """
        while self._read(PIECE) and not self.is_over and time.monotonic() < until:
            pass

    def _read(self, size: int) -> bytes:
        line = self.stream.readline(size)
        self.left -= len(line)
        return line

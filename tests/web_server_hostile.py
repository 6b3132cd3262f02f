"""How a web server can be out to harm whoever fetches from it."""

from __future__ import annotations

import gzip
import itertools
import socket
import struct
import zlib

from tests.web_server import Behaviour, Exchange, answering, raw, redirecting

TICK = 0.01  # seconds between the drops of a drip
HEAD = b"HTTP/1.1 200 OK\r\nContent-Type: text/html\r\n"
CHUNKED = HEAD + b"Transfer-Encoding: chunked\r\n\r\n"


def hanging(exchange: Exchange) -> None:
    """Take the request and say nothing, ever."""
    exchange.over.wait()


def dripping(head: bytes, drop: bytes) -> Behaviour:
    """Return a behaviour: `head`, then `drop` again and again, never the end."""

    def behave(exchange: Exchange) -> None:
        exchange.send(head)
        while not exchange.over.wait(TICK):
            exchange.send(drop)

    return behave


def flooding(head: bytes, block: bytes = b"x" * 65536) -> Behaviour:
    """Return a behaviour: `head`, then `block` again and again, as fast as it is taken."""

    def behave(exchange: Exchange) -> None:
        exchange.send(head)
        while not exchange.over.is_set():
            exchange.send(block)

    return behave


def resetting(data: bytes) -> Behaviour:
    """Return a behaviour: `data`, then a reset instead of an end."""

    def behave(exchange: Exchange) -> None:
        exchange.send(data)
        # Lingering for no time: the kernel drops what is left and sends RST.
        exchange.connection.setsockopt(socket.SOL_SOCKET, socket.SO_LINGER, struct.pack("ii", 1, 0))
        exchange.connection.close()

    return behave


def half_closing(data: bytes) -> Behaviour:
    """Return a behaviour: `data`, then no more of it, while it goes on listening."""

    def behave(exchange: Exchange) -> None:
        exchange.send(data)
        exchange.connection.shutdown(socket.SHUT_WR)
        exchange.over.wait(5)

    return behave


def leading_on() -> Behaviour:
    """Return a behaviour: a redirect to another address each time, without end."""
    numbers = itertools.count()

    def behave(exchange: Exchange) -> None:
        redirecting(f"/?{next(numbers)}")(exchange)

    return behave


def bomb(megabytes: int, encoding: str = "gzip") -> Behaviour:
    """Return a behaviour: zeros, a thousandth of their size while they are packed."""
    packer = zlib.compressobj(9, zlib.DEFLATED, 31 if encoding == "gzip" else 15)
    block = bytes(1024 * 1024)
    packed = b"".join(packer.compress(block) for _ in range(megabytes)) + packer.flush()
    return answering(packed, content_encoding=encoding)


def bomb_of_pieces(count: int) -> Behaviour:
    """Return a behaviour: a gzip file of so many pieces, each of them empty."""
    return answering(gzip.compress(b"") * count, content_encoding="gzip")


def chunks(*parts: bytes) -> bytes:
    """Return an answer sent in these chunks."""
    return CHUNKED + b"".join(b"%x\r\n%b\r\n" % (len(part), part) for part in (*parts, b""))


def cut_short(body: bytes, announced: int) -> Behaviour:
    """Return a behaviour: `body`, with another length announced."""
    return raw(HEAD + b"Content-Length: %d\r\n\r\n" % announced + body)

"""Compressed bodies, unpacked up to a bound."""

from __future__ import annotations

import zlib

from factcheck.http.failure import NoAnswer, Why

GZIP, ZLIB, BARE = zlib.MAX_WBITS | 16, zlib.MAX_WBITS, -zlib.MAX_WBITS
ASKED_FOR = "gzip"
MOST_MEMBERS = 1000  # of a gzip file; an empty one takes twenty bytes and yields nothing


def decoded(body: bytes, encoding: str, *, max_bytes: int) -> bytes:
    """Return `body` without its Content-Encoding.

    Raises NoAnswer: too_large as soon as more than `max_bytes` come out, however little went in;
    broken; encoding for any other than gzip and deflate, or for several, one in another: no server
    has a reason for that, and each would multiply what comes out.
    """
    name = encoding.strip().lower()
    if not body or name in {"", "identity"}:
        return body
    if name in {"gzip", "x-gzip"}:
        return _gunzipped(body, max_bytes)
    if name == "deflate":
        return _inflated(body, max_bytes)
    raise NoAnswer(Why.ENCODING, "is compressed in a way that was not asked for")


def _gunzipped(body: bytes, max_bytes: int) -> bytes:
    found, rest = b"", body
    for _member in range(MOST_MEMBERS):
        part, rest = _unpacked(rest, GZIP, max_bytes - len(found))
        found += part
        if not rest.startswith(b"\x1f\x8b"):
            return found  # at the end, or what browsers ignore too: padding
    raise NoAnswer(Why.ENCODING, "is compressed in too many pieces")


def _inflated(body: bytes, max_bytes: int) -> bytes:
    """Return it by the standard, or, as many servers do, without the frame the standard wants."""
    try:
        return _unpacked(body, ZLIB, max_bytes)[0]
    except NoAnswer as failure:
        if failure.why != Why.BROKEN:
            raise
    return _unpacked(body, BARE, max_bytes)[0]


def _unpacked(body: bytes, window: int, max_bytes: int) -> tuple[bytes, bytes]:
    """Return what comes out of the first stream in `body`, and what follows it."""
    unpacker = zlib.decompressobj(window)
    try:
        found = unpacker.decompress(body, max_bytes + 1)
    except zlib.error as error:
        raise NoAnswer(Why.BROKEN, "cannot be unpacked") from error
    if len(found) > max_bytes:
        raise NoAnswer(Why.TOO_LARGE, f"unpacks to more than {max_bytes} bytes")
    if not unpacker.eof:
        raise NoAnswer(Why.BROKEN, "ends in the middle of what is packed")
    return found, unpacker.unused_data

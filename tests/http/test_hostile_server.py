"""Everything a server does to whoever fetches from it, and what comes of it: a page, or a reason.

Each stands in a table with its outcome. None may take longer than the bounds say, read more than
they say, or end in anything but an answer or NoAnswer.
"""

from __future__ import annotations

import gzip
import time
import zlib
from collections.abc import Iterator
from contextlib import suppress

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from factcheck.http.client import Bounds, fetch, post
from factcheck.http.failure import NoAnswer, Why
from tests.web_server import Behaviour, PageServer, answering, raw, redirecting, serving
from tests.web_server_hostile import (
    CHUNKED,
    HEAD,
    bomb,
    bomb_of_pieces,
    chunks,
    cut_short,
    dripping,
    flooding,
    half_closing,
    hanging,
    leading_on,
    resetting,
)

PAGE = b"<p>Harga cabai naik 12,5 persen</p>"
HERE = frozenset({"127.0.0.1"})
BOUNDS = Bounds(seconds=0.3, max_bytes=100_000)
ROOM = Bounds(seconds=10, max_bytes=100_000)  # where time is not what ends it

HARMLESS: dict[str, Behaviour] = {
    "a length": answering(PAGE),
    "chunks": raw(chunks(PAGE[:7], PAGE[7:])),
    "chunks of a byte": raw(chunks(*[PAGE[at : at + 1] for at in range(len(PAGE))])),
    "neither length nor chunks": raw(HEAD + b"\r\n" + PAGE),
    "gzip": answering(gzip.compress(PAGE), content_encoding="gzip"),
    "gzip of old": answering(gzip.compress(PAGE), content_encoding="X-GZip"),
    "gzip in two pieces": answering(
        gzip.compress(PAGE[:9]) + gzip.compress(PAGE[9:]), content_encoding="gzip"
    ),
    "gzip and padding": answering(gzip.compress(PAGE) + bytes(9), content_encoding="gzip"),
    "deflate": answering(zlib.compress(PAGE), content_encoding="deflate"),
    "deflate without its frame": answering(
        zlib.compress(PAGE, wbits=-15), content_encoding="deflate"
    ),
    "more than the length says": cut_short(PAGE + b"<script>", len(PAGE)),
    "100 Continue first": raw(b"HTTP/1.1 100 Continue\r\n\r\n" * 9 + HEAD + b"\r\n" + PAGE),
    "early hints first": raw(
        b"HTTP/1.1 103 Early Hints\r\nLink: </a.css>\r\n\r\n" + HEAD + b"\r\n" + PAGE
    ),
    "half closed": half_closing(HEAD + b"\r\n" + PAGE),
    "the same header twice": raw(HEAD + b"Vary: a\r\nVary: b\r\n\r\n" + PAGE),
}
HOSTILE: dict[str, tuple[Behaviour, Why]] = {
    "nothing, and the end": (raw(b""), Why.BROKEN),
    "another protocol": (raw(b"220 mail.example ESMTP\r\n"), Why.BROKEN),
    "HTTP of 1991": (raw(PAGE), Why.BROKEN),
    "a head that ends": (raw(HEAD), Why.BROKEN),
    "a huge header": (flooding(HEAD + b"X: "), Why.BROKEN),
    "headers without end": (flooding(HEAD, b"X-Drop: 1\r\n" * 5000), Why.BROKEN),
    "a reset at once": (resetting(b""), Why.UNREACHABLE),
    "a reset in the head": (resetting(HEAD), Why.UNREACHABLE),
    "a reset in the body": (resetting(HEAD + b"Content-Length: 99\r\n\r\n" + PAGE), Why.BROKEN),
    "less than the length says": (cut_short(PAGE, len(PAGE) + 1), Why.BROKEN),
    "two lengths": (
        raw(HEAD + b"Content-Length: 5\r\nContent-Length: 9\r\n\r\n" + PAGE), Why.BROKEN,
    ),
    "a length below zero": (cut_short(PAGE, -1), Why.BROKEN),
    "a length of a hundred digits": (
        raw(HEAD + b"Content-Length: " + b"9" * 100 + b"\r\n\r\n" + PAGE), Why.BROKEN,
    ),
    "a chunk without size": (raw(CHUNKED + b"zz\r\n" + PAGE), Why.BROKEN),
    "chunks that do not end": (raw(chunks(PAGE)[:-5]), Why.BROKEN),
    "half closed, half sent": (
        half_closing(HEAD + b"Content-Length: 99\r\n\r\n" + PAGE), Why.BROKEN,
    ),
    "a body without end": (flooding(HEAD + b"\r\n"), Why.TOO_LARGE),
    "terabytes announced": (flooding(HEAD + b"Content-Length: %d\r\n\r\n" % 2**42), Why.TOO_LARGE),
    "chunks without end": (flooding(CHUNKED, b"ff\r\n" + b"x" * 255 + b"\r\n"), Why.TOO_LARGE),
    "more around the chunks than in them": (
        flooding(CHUNKED, b"1;" + b"x" * 9999 + b"\r\nx\r\n"), Why.TOO_LARGE,
    ),
    "100 Continue without end": (flooding(b"", b"HTTP/1.1 100 Continue\r\n\r\n"), Why.TOO_LARGE),
    "a gzip bomb": (bomb(50), Why.TOO_LARGE),
    "a deflate bomb": (bomb(50, "deflate"), Why.TOO_LARGE),
    "a bomb of empty pieces": (bomb_of_pieces(3000), Why.ENCODING),
    "a bomb in a bomb": (
        answering(gzip.compress(gzip.compress(PAGE)), content_encoding="gzip, gzip"), Why.ENCODING,
    ),
    "a compression nobody asked for": (answering(PAGE, content_encoding="br"), Why.ENCODING),
    "no gzip at all": (answering(PAGE, content_encoding="gzip"), Why.BROKEN),
    "half a gzip": (answering(gzip.compress(PAGE)[:-9], content_encoding="gzip"), Why.BROKEN),
    "redirects without end": (leading_on(), Why.REDIRECTS),
    "a redirect to itself": (redirecting("/"), Why.REDIRECTS),
    "a redirect to a metadata service": (
        redirecting("http://169.254.169.254/latest/meta-data/"), Why.NOT_PUBLIC,
    ),
    "a redirect to another port inside": (redirecting("http://127.0.0.2:6379/"), Why.NOT_PUBLIC),
    "a redirect to a file": (redirecting("file:///etc/passwd"), Why.BAD_ADDRESS),
    "a redirect to an octal number": (redirecting("http://0177.0.0.1/"), Why.BAD_ADDRESS),
    "a redirect to half an address": (redirecting("http://["), Why.BAD_ADDRESS),
    "a redirect of a megabyte": (redirecting("/" + "x" * 90_000), Why.BAD_ADDRESS),
}  # fmt: skip
SLOW: dict[str, Behaviour] = {
    "silence": hanging,
    "a status byte by byte": dripping(b"", b"H"),
    "headers byte by byte": dripping(HEAD, b"x"),
    "header by header": dripping(HEAD, b"X-Drop: 1\r\n"),
    "a body byte by byte": dripping(HEAD + b"Content-Length: 5000\r\n\r\n", b"x"),
    "a body without length byte by byte": dripping(HEAD + b"\r\n", b"x"),
    "chunk by chunk": dripping(CHUNKED, b"1\r\nx\r\n"),
    "100 Continue one by one": dripping(b"", b"HTTP/1.1 100 Continue\r\n\r\n"),
}


@pytest.fixture(scope="module")
def server() -> Iterator[PageServer]:
    """One server for all tests of this file."""
    with serving(PageServer()) as running:
        yield running


def failure(url: str, bounds: Bounds) -> Why:
    with pytest.raises(NoAnswer) as caught:
        fetch(url, bounds=bounds, allow_hosts=HERE)
    return caught.value.why


@pytest.mark.parametrize("name", HARMLESS)
def test_what_is_odd_and_harmless_is_read(server: PageServer, name: str) -> None:
    url = server.behave("/", HARMLESS[name])
    assert fetch(url, bounds=ROOM, allow_hosts=HERE).answer.body == PAGE


@pytest.mark.parametrize("name", HOSTILE)
def test_what_is_hostile_ends_with_its_reason(server: PageServer, name: str) -> None:
    behaviour, why = HOSTILE[name]
    url = server.behave("/", behaviour)
    for number in range(BOUNDS.redirects):
        server.behave(f"/?{number}", behaviour)
    began = time.monotonic()
    assert failure(url, ROOM) == why
    assert time.monotonic() - began < 5


@pytest.mark.parametrize("name", SLOW)
def test_a_server_that_takes_its_time_is_left(server: PageServer, name: str) -> None:
    url = server.behave("/", SLOW[name])
    began = time.monotonic()
    assert failure(url, BOUNDS) == Why.TIMED_OUT
    assert time.monotonic() - began < 5


PIECES = st.sampled_from(
    [
        b"HTTP/1.1 200 OK\r\n", b"HTTP/1.1 302 \r\n", b"HTTP/1.0 200\r\n", b"HTTP/1.1 100 \r\n",
        b"HTTP/1.1 101 \r\n", b"HTTP/1.1 304 \r\n", b"HTTP/2 200\r\n", b"\r\n", b"\n", b"\r",
        b"\x00", b"Content-Length: 3\r\n", b"Content-Length: 3, 3\r\n",
        b"Content-Length: x\r\n",
        b"Transfer-Encoding: chunked\r\n", b"Transfer-Encoding: gzip, chunked\r\n",
        b"Content-Encoding: gzip\r\n", b"Content-Encoding: deflate\r\n",
        b"Content-Encoding: \xff\r\n",
        b"Location: /x\r\n", b"Location: //\xff\xfe\r\n", b"Location: http://[::\r\n",
        b"Location:\r\n",
        b"Set-Cookie: \xe4=\xf6; expires=never\r\n", b": x\r\n", b" folded\r\n", b"3\r\nabc\r\n",
        b"ffffffffffffffffff\r\n", b"-1\r\n", b"0\r\n", b"X: y\r\n", b"abc", PAGE,
    ]
)  # fmt: skip


@settings(max_examples=200)
@given(st.lists(PIECES | st.binary(max_size=9), max_size=9).map(b"".join))
def test_whatever_comes_is_an_answer_or_a_reason(server: PageServer, data: bytes) -> None:
    url = server.behave("/", raw(b"HTTP/1.1 200 OK\r\n" * (data[:1] != b"H") + data))
    with suppress(NoAnswer):
        assert len(fetch(url, bounds=ROOM, allow_hosts=HERE).answer.body) <= ROOM.max_bytes


def test_a_redirect_in_a_circle_is_left_where_it_closes(server: PageServer) -> None:
    first = server.behave("/a", redirecting("/b"))
    server.behave("/b", redirecting("/a"))
    assert failure(first, ROOM) == Why.REDIRECTS
    assert [len(server.asked_for(path)) for path in ("/a", "/b")] == [1, 1]


def test_a_redirect_written_as_sites_write_them_is_followed(server: PageServer) -> None:
    server.place("/berita/%E6%B8%AF%20kota", PAGE)
    first = server.behave("/", redirecting(" /berita/港 kota"))
    assert fetch(first, bounds=ROOM, allow_hosts=HERE).answer.body == PAGE


def test_what_took_an_order_and_broke_off_has_taken_it(server: PageServer) -> None:
    url = server.behave("/hook", cut_short(b"thank y", 9))
    answer = post(url, body=b"{}", headers={}, bounds=ROOM, allow_hosts=HERE)
    assert (answer.status, answer.body, answer.cut) == (200, b"thank y", Why.BROKEN)

"""Encrypted connections: whose certificate is believed, and handshakes that go wrong."""

from __future__ import annotations

import datetime
import socket
import ssl
import threading
import time
from collections.abc import Callable, Iterator
from contextlib import contextmanager, suppress
from pathlib import Path
from socketserver import BaseRequestHandler, ThreadingTCPServer
from typing import Any

import pytest
import trustme

from factcheck.http.client import Bounds, fetch
from factcheck.http.connection import tls_context
from factcheck.http.failure import NoAnswer, Why
from tests.web_server import PageServer, redirecting, serving

HOSTS = frozenset({"press.example", "other.example"})
BOUNDS = Bounds(seconds=0.4, max_bytes=10_000)
ROOM = Bounds(seconds=10, max_bytes=10_000)


class TlsServer(PageServer):
    """The web server, encrypted, with a certificate of press.example."""

    def __init__(self, certificate: trustme.LeafCert) -> None:
        super().__init__()
        self.context = ssl.SSLContext(ssl.PROTOCOL_TLS_SERVER)
        certificate.configure_cert(self.context)

    def get_request(self) -> tuple[socket.socket, Any]:
        """Take a connection; the handshake is made by the thread that reads from it."""
        sock, address = super().get_request()
        return self.context.wrap_socket(sock, True, do_handshake_on_connect=False), address


@pytest.fixture(autouse=True)
def names_of_this_machine(monkeypatch: pytest.MonkeyPatch) -> None:
    """Let the example's names lead to this machine."""
    real = socket.getaddrinfo

    def ours(host: str, *args: Any, **kwargs: Any) -> Any:
        return real("127.0.0.1" if host in HOSTS else host, *args, **kwargs)

    monkeypatch.setattr(socket, "getaddrinfo", ours)


@pytest.fixture(scope="module")
def authority() -> trustme.CA:
    """Return an authority of this run's own."""
    return trustme.CA()


@pytest.fixture(scope="module")
def valid(authority: trustme.CA) -> trustme.LeafCert:
    """Return a certificate of press.example."""
    return authority.issue_cert("press.example")


@pytest.fixture(scope="module")
def expired(authority: trustme.CA) -> trustme.LeafCert:
    """Return a certificate of press.example that was good until yesterday."""
    now = datetime.datetime.now(datetime.UTC)
    day = datetime.timedelta(days=1)
    return authority.issue_cert("press.example", not_before=now - 2 * day, not_after=now - day)


@pytest.fixture
def authority_is_trusted(
    authority: trustme.CA, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> Iterator[None]:
    """Let the machine trust the authority of the tests, and for this test only."""
    authority.cert_pem.write_to_path(tmp_path / "authority.pem")
    monkeypatch.setenv("SSL_CERT_FILE", str(tmp_path / "authority.pem"))
    tls_context.cache_clear()
    yield
    tls_context.cache_clear()


def failure(url: str, bounds: Bounds = ROOM) -> NoAnswer:
    with pytest.raises(NoAnswer) as caught:
        fetch(url, bounds=bounds, allow_hosts=HOSTS)
    return caught.value


@pytest.mark.usefixtures("authority_is_trusted")
def test_a_certificate_is_that_of_the_name_and_of_no_other(valid: trustme.LeafCert) -> None:
    with serving(TlsServer(valid)) as server:
        server.place("/", "<p>x</p>")
        url = f"https://press.example:{server.port}/"
        assert fetch(url, bounds=ROOM, allow_hosts=HOSTS).answer.body == b"<p>x</p>"
        assert fetch(url.replace("example:", "example.:"), allow_hosts=HOSTS).url == url
        assert failure(url.replace("press", "other")).why == Why.NOT_TRUSTED


@pytest.mark.usefixtures("authority_is_trusted")
def test_a_certificate_that_expired_is_not_believed(expired: trustme.LeafCert) -> None:
    with serving(TlsServer(expired)) as server:
        refused = failure(f"https://press.example:{server.port}/")
    assert refused.why == Why.NOT_TRUSTED
    assert "expired" in str(refused)


def test_an_authority_nobody_trusts_is_not_believed(valid: trustme.LeafCert) -> None:
    with serving(TlsServer(valid)) as server:
        assert failure(f"https://press.example:{server.port}/").why == Why.NOT_TRUSTED
        assert server.requests == []


@pytest.mark.usefixtures("authority_is_trusted")
def test_a_redirect_from_protected_to_unprotected_is_not_followed(
    valid: trustme.LeafCert,
) -> None:
    with serving(PageServer()) as plain, serving(TlsServer(valid)) as protected:
        there = f"http://press.example:{plain.port}/"
        protected.behave("/", redirecting(there))
        assert failure(f"https://press.example:{protected.port}/").why == Why.DOWNGRADE
        assert plain.requests == []
        plain.behave("/", redirecting(f"https://press.example:{protected.port}/page"))
        protected.place("/page", "<p>x</p>")
        assert fetch(there, allow_hosts=HOSTS).answer.status == 200


Talk = Callable[[socket.socket, threading.Event], None]


def saying_nothing(connection: socket.socket, over: threading.Event) -> None:
    over.wait()


def dripping_a_record(connection: socket.socket, over: threading.Event) -> None:
    """Begin a handshake of 16 KB, and send a byte of it now and then."""
    connection.sendall(b"\x16\x03\x03\x3f\xff\x02\x00\x3f\xfb")
    while not over.wait(0.01):
        connection.sendall(b"\x00")


def speaking_plainly(connection: socket.socket, over: threading.Event) -> None:
    connection.sendall(b"HTTP/1.1 400 Bad Request\r\n\r\n")


def hanging_up(connection: socket.socket, over: threading.Event) -> None:
    connection.close()


@contextmanager
def talking(talk: Talk) -> Iterator[int]:
    """Give the port of a server that talks like this instead of shaking hands."""
    over = threading.Event()

    class Handler(BaseRequestHandler):
        def handle(self) -> None:
            with suppress(OSError):
                talk(self.request, over)

    with ThreadingTCPServer(("127.0.0.1", 0), Handler) as server:
        thread = threading.Thread(target=server.serve_forever, kwargs={"poll_interval": 0.01})
        thread.start()
        yield server.server_address[1]
        over.set()
        server.shutdown()
        thread.join()


@pytest.mark.parametrize(
    ("talk", "why"),
    [
        (saying_nothing, Why.TIMED_OUT),
        (dripping_a_record, Why.TIMED_OUT),
        (speaking_plainly, Why.UNREACHABLE),
        (hanging_up, Why.UNREACHABLE),
    ],
)
def test_a_handshake_that_goes_wrong_ends_in_time(talk: Talk, why: Why) -> None:
    with talking(talk) as port:
        began = time.monotonic()
        bounds = BOUNDS if why == Why.TIMED_OUT else ROOM
        assert failure(f"https://press.example:{port}/", bounds).why == why
        assert time.monotonic() - began < 5

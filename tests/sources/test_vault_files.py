"""The files of the vault in a bucket: of a server that speaks as much S3 as the vault needs."""

from __future__ import annotations

import hashlib
import threading
from collections.abc import Iterator
from email.utils import formatdate
from http.server import BaseHTTPRequestHandler, ThreadingHTTPServer
from typing import Any

import pytest

from claims.sources.vault_files import (
    file_delete,
    file_digest,
    file_name,
    file_open,
    file_write,
)


class Bucket(BaseHTTPRequestHandler):
    """Keeps objects by path, as an S3-compatible store does."""

    objects: dict[str, bytes]

    def do_PUT(self) -> None:
        self.objects[self.path] = _unchunked(
            self.rfile.read(int(self.headers["Content-Length"])),
            is_chunked="aws-chunked" in self.headers.get("Content-Encoding", ""),
        )
        self._answer(200)

    def do_GET(self) -> None:
        data = self.objects.get(self.path)
        self._answer(200 if data is not None else 404, data or b"")

    def do_HEAD(self) -> None:
        self.do_GET()

    def do_DELETE(self) -> None:
        self.objects.pop(self.path, None)
        self._answer(204)

    def _answer(self, status: int, data: bytes = b"") -> None:
        self.send_response(status)
        self.send_header("Content-Length", str(len(data)))
        self.send_header("Last-Modified", formatdate(usegmt=True))
        self.end_headers()
        if self.command == "GET":
            self.wfile.write(data)

    def log_message(self, format: str, *arguments: Any) -> None:
        """Say nothing: a test's output is pytest's."""


def _unchunked(data: bytes, *, is_chunked: bool) -> bytes:
    """Return the bytes of an upload that the client signs piece by piece."""
    if not is_chunked:
        return data
    whole = b""
    while data:
        head, _break, data = data.partition(b"\r\n")
        size = int(head.partition(b";")[0] or b"0", 16)
        if not size:
            break
        whole, data = whole + data[:size], data[size + 2 :]
    return whole


@pytest.fixture
def bucket(settings: Any) -> Iterator[dict[str, bytes]]:
    """What is in the bucket that the vault is kept in, by path."""
    Bucket.objects = {}
    server = ThreadingHTTPServer(("127.0.0.1", 0), Bucket)
    thread = threading.Thread(target=server.serve_forever, kwargs={"poll_interval": 0.01})
    thread.start()
    options = {
        "bucket_name": "copies",
        "endpoint_url": f"http://127.0.0.1:{server.server_port}",
        "region_name": "here",
        "access_key": "key",
        "secret_key": "secret",
        "addressing_style": "path",
        "file_overwrite": True,
        "default_acl": None,
    }
    store = {"BACKEND": "storages.backends.s3.S3Storage", "OPTIONS": options}
    settings.STORAGES = settings.STORAGES | {"vault": store}
    yield Bucket.objects
    server.shutdown()
    thread.join()
    server.server_close()


def test_copies_are_kept_in_a_bucket_as_on_disk(bucket: dict[str, bytes]) -> None:
    data = "报告写明。".encode() * 1000
    sha256 = hashlib.sha256(data).hexdigest()
    name = file_name(sha256)
    for _again in range(2):
        file_write(name, data)
    assert bucket == {f"/copies/vault/{sha256[:2]}/{sha256}": data}
    with file_open(name) as file:
        assert file.read() == data
    assert file_digest(name) == sha256
    bucket[f"/copies/{name}"] = data[:-1] + b"?"
    assert file_digest(name) != sha256
    file_delete(name)
    assert file_digest(name) is None

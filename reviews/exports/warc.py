"""Copies of pages as a WARC file (ISO 28500), which web archives and replay tools read."""

from __future__ import annotations

import datetime
import os
import uuid
from collections.abc import Iterable
from http import HTTPStatus
from typing import IO

from warcio.statusandheaders import StatusAndHeaders
from warcio.warcwriter import WARCWriter

from claims.models import StoredCopy
from claims.sources.vault_files import file_open

VERSION = "WARC/1.1"
# Kept bytes are decoded: as they were on the wire, these would be wrong of them.
OF_THE_WIRE = frozenset({"content-encoding", "content-length", "transfer-encoding"})


def write_warc(copies: Iterable[StoredCopy], file: IO[bytes]) -> list[StoredCopy]:
    """Write a response record for each copy; return those left out: missing, or of another size.

    Of a file that was cut short the record would say a length it has not, and nothing after it
    could be read.

    The same copies give the same bytes. The digest of the payload is that of the row, not made from
    the file: a file that was changed since is found out by whoever reads the WARC.
    """
    writer = WARCWriter(file, gzip=False, warc_version=VERSION)
    left_out = []
    for copy in copies:
        try:
            content = file_open(copy.stored_as)
        except FileNotFoundError:
            left_out.append(copy)
            continue
        with content:
            size = _size(content)
            if size == (copy.size or size):  # 0: nobody wrote it down, from before the vault
                _write(writer, copy, content, size)
            else:
                left_out.append(copy)
    return left_out


def _size(content: IO[bytes]) -> int:
    size = content.seek(0, os.SEEK_END)
    content.seek(0)
    return size


def _write(writer: WARCWriter, copy: StoredCopy, content: IO[bytes], size: int) -> None:
    record = writer.create_warc_record(
        copy.final_url,
        "response",
        payload=content,
        length=size,
        http_headers=StatusAndHeaders(
            _status(copy.status), _headers(copy, size), protocol="HTTP/1.1"
        ),
        warc_headers_dict={
            "WARC-Record-ID": f"<urn:uuid:{uuid.uuid5(uuid.NAMESPACE_URL, copy.sha256)}>",
            "WARC-Date": _date(copy.fetched_at),
            "WARC-Payload-Digest": f"sha256:{copy.sha256}",
        },
    )
    writer.write_record(record)


def _status(status: int) -> str:
    try:
        return f"{status} {HTTPStatus(status).phrase}"
    except ValueError:
        return str(status)


def _headers(copy: StoredCopy, size: int) -> list[tuple[str, str]]:
    """Return the headers as they came, those of the wire under another name."""
    kept = [
        (f"x-archive-orig-{name}" if name in OF_THE_WIRE else name, " ".join(value.split()))
        for name, value in copy.headers.items()
    ]
    return [*kept, ("content-length", str(size))]


def _date(moment: datetime.datetime) -> str:
    return moment.astimezone(datetime.UTC).strftime("%Y-%m-%dT%H:%M:%SZ")

"""Copies of pages as a WARC file (ISO 28500), which web archives and replay tools read."""

from __future__ import annotations

import datetime
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
    """Write a response record for each copy; return those whose file is missing.

    The same copies give the same bytes. The digest of the payload is that of the row, not made from
    the file: a file that was changed since is found out by whoever reads the WARC.
    """
    writer = WARCWriter(file, gzip=False, warc_version=VERSION)
    missing = []
    for copy in copies:
        try:
            content = file_open(copy.stored_as)
        except FileNotFoundError:
            missing.append(copy)
            continue
        with content:
            _write(writer, copy, content)
    return missing


def _write(writer: WARCWriter, copy: StoredCopy, content: IO[bytes]) -> None:
    record = writer.create_warc_record(
        copy.final_url,
        "response",
        payload=content,
        length=copy.size,
        http_headers=StatusAndHeaders(_status(copy.status), _headers(copy), protocol="HTTP/1.1"),
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


def _headers(copy: StoredCopy) -> list[tuple[str, str]]:
    """Return the headers as they came, those of the wire under another name."""
    kept = [
        (f"x-archive-orig-{name}" if name in OF_THE_WIRE else name, " ".join(value.split()))
        for name, value in copy.headers.items()
    ]
    return [*kept, ("content-length", str(copy.size))]


def _date(moment: datetime.datetime) -> str:
    return moment.astimezone(datetime.UTC).strftime("%Y-%m-%dT%H:%M:%SZ")

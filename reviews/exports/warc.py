"""Copies of pages as a WARC file (ISO 28500), which web archives and replay tools read."""

from __future__ import annotations

import datetime
import os
import uuid
from collections.abc import Collection, Iterable, Sequence
from http import HTTPStatus
from io import BytesIO
from typing import IO

from warcio.statusandheaders import StatusAndHeaders
from warcio.warcwriter import WARCWriter

from claims.models import CopyFetch, StoredCopy
from claims.sources.vault_files import file_open

VERSION = "WARC/1.1"
# Kept bytes are decoded: as they were on the wire, these would be wrong of them.
OF_THE_WIRE = frozenset({"content-encoding", "content-length", "transfer-encoding"})


def write_warc(
    copies: Iterable[StoredCopy], file: IO[bytes], *, urls: Collection[str] | None = None
) -> list[StoredCopy]:
    """Write a record of each fetch; return the copies left out: missing, or of another size.

    The first fetch is a response with the bytes; those of other addresses are revisits, which point
    to it. With `urls`, only fetches from these: what other claims cite is not theirs who get the
    file. The last record, of type metadata, names what is left out.

    Of a file that was cut short the record would say a length it has not, and nothing after it
    could be read.

    The same copies give the same bytes. The digest of the payload is that of the row, not made from
    the file: a file that was changed since is found out by whoever reads the WARC.
    """
    writer = WARCWriter(file, gzip=False, warc_version=VERSION)
    left_out: list[StoredCopy] = []
    for copy in copies:
        try:
            content = file_open(copy.stored_as)
        except FileNotFoundError:
            left_out.append(copy)
            continue
        with content:
            size = _size(content)
            if size == (copy.size or size):  # 0: nobody wrote it down, from before the vault
                first, *others = _fetches(copy, urls)
                _write(writer, copy, first, content, size)
                for fetch in others:
                    _revisit(writer, copy, first, fetch)
            else:
                left_out.append(copy)
    if left_out:
        _name(writer, left_out, urls)
    return left_out


def _fetches(copy: StoredCopy, urls: Collection[str] | None) -> Sequence[StoredCopy | CopyFetch]:
    """Return the fetches of a copy from `urls`, or all of them, the first one first."""
    told = [each for each in copy.fetches.all() if urls is None or each.url in urls]
    return told or [copy]


def _name(writer: WARCWriter, left_out: Sequence[StoredCopy], urls: Collection[str] | None) -> None:
    """Write last a record that names what is not there: the file may be all that somebody gets."""
    addresses = [_address(_fetches(copy, urls)[0]) for copy in left_out]
    lines = [
        f"left-out: sha256:{copy.sha256} {address}\r\n"
        for copy, address in zip(left_out, addresses, strict=True)
    ]
    content = "".join(lines).encode()
    name = ",".join(copy.sha256 for copy in left_out)
    record = writer.create_warc_record(
        "urn:left-out",
        "metadata",
        payload=BytesIO(content),
        length=len(content),
        warc_content_type="application/warc-fields",
        warc_headers_dict={
            "WARC-Record-ID": _id(name),
            "WARC-Date": _date(max(copy.fetched_at for copy in left_out)),
        },
    )
    writer.write_record(record)


def _size(content: IO[bytes]) -> int:
    size = content.seek(0, os.SEEK_END)
    content.seek(0)
    return size


def _write(
    writer: WARCWriter,
    copy: StoredCopy,
    first: StoredCopy | CopyFetch,
    content: IO[bytes],
    size: int,
) -> None:
    """Write the bytes: with what the server said, or where nobody wrote that down, as they are."""
    head = _head(first, [("content-length", str(size))])
    record = writer.create_warc_record(
        _address(first),
        "response" if head else "resource",
        payload=content,
        length=size,
        http_headers=head,
        warc_content_type="" if head else copy.media_type,
        warc_headers_dict={
            "WARC-Record-ID": _id(copy.sha256),
            "WARC-Date": _date(first.fetched_at),
            "WARC-Payload-Digest": f"sha256:{copy.sha256}",
        },
    )
    writer.write_record(record)


def _revisit(
    writer: WARCWriter,
    copy: StoredCopy,
    first: StoredCopy | CopyFetch,
    fetch: StoredCopy | CopyFetch,
) -> None:
    """Write that another address gave the same bytes, which stand in the record of the first."""
    record = writer.create_revisit_record(
        _address(fetch),
        f"sha256:{copy.sha256}",
        _address(first),
        _date(first.fetched_at),
        http_headers=_head(fetch, []),
        warc_headers_dict={
            "WARC-Record-ID": _id(f"{copy.sha256} {fetch.url}"),
            "WARC-Date": _date(fetch.fetched_at),
            "WARC-Refers-To": _id(copy.sha256),
        },
    )
    writer.write_record(record)


def _address(fetch: StoredCopy | CopyFetch) -> str:
    return fetch.final_url or fetch.url


def _head(fetch: StoredCopy | CopyFetch, more: list[tuple[str, str]]) -> StatusAndHeaders | None:
    """Return what the server said; None where nobody wrote that down."""
    if fetch.status is None:
        return None
    return StatusAndHeaders(_status(fetch.status), [*_headers(fetch), *more], protocol="HTTP/1.1")


def _id(name: str) -> str:
    return f"<urn:uuid:{uuid.uuid5(uuid.NAMESPACE_URL, name)}>"


def _status(status: int) -> str:
    try:
        return f"{status} {HTTPStatus(status).phrase}"
    except ValueError:
        return str(status)


def _headers(fetch: StoredCopy | CopyFetch) -> list[tuple[str, str]]:
    """Return the headers as they came, those of the wire under another name."""
    return [
        (f"x-archive-orig-{name}" if name in OF_THE_WIRE else name, " ".join(value.split()))
        for name, value in fetch.headers.items()
    ]


def _date(moment: datetime.datetime) -> str:
    return moment.astimezone(datetime.UTC).strftime("%Y-%m-%dT%H:%M:%SZ")

"""Writing the verifiable bundle of a report."""

from __future__ import annotations

import io
from array import array
from collections.abc import Callable, Iterator, Sequence
from dataclasses import replace
from functools import partial
from itertools import islice
from pathlib import Path
from tempfile import TemporaryFile
from typing import IO

from reviews.exports.bundle.archive import Archive
from reviews.exports.bundle.audit_extract import AuditExtract
from reviews.exports.bundle.evidence import EvidenceFiles
from reviews.exports.bundle.manifest import manifest, sums
from reviews.exports.claim_review import write_data_feed
from reviews.exports.column import Row
from reviews.exports.csv_file import write_csv
from reviews.exports.stopping import TOLD_EVERY
from reviews.exports.table import Table
from reviews.selectors.report_rows import ReportRows, verdicts_as_of

AT_ONCE = 100  # verdicts; their evidence is looked up at once
_HERE = Path(__file__).parent


def write_bundle(table: Table, file: IO[bytes]) -> int:
    """Write `table` with all that proves it as a ZIP; return the number of verdicts.

    All of it is on the verdicts of verdicts.csv, whatever filters would find a moment later. Told
    is the number of those whose evidence is in, again and again before and after: whoever is told
    may say that it is not wanted any more.
    """
    archive = Archive(file)
    for name in ("README.txt", "verify.py"):
        archive.add(name, io.BytesIO((_HERE / name).read_bytes()))
    ids = array("q")
    before = replace(
        table, rows=_noting(table, ids), told=lambda _rows: table.told(0), csv_lines=None
    )
    rows = _put(archive, "verdicts.csv", partial(write_csv, before))
    verdicts = sorted(ids)
    read = verdicts_as_of(verdicts, table.made_at)
    _put(archive, "verdicts.jsonld", partial(write_data_feed, read, told=before.told))
    _put(archive, "evidence/index.jsonl", partial(_write_evidence, archive, table, verdicts))
    audit = AuditExtract.of(verdicts, table.made_at)
    _put(archive, "audit/events.jsonl", partial(_write_audit, audit, lambda: table.told(rows)))
    archive.add("manifest.json", io.BytesIO(manifest(table, rows, audit, archive.packed)))
    archive.add("SHA256SUMS", io.BytesIO(sums(archive.packed)))
    archive.close()
    return rows


def _noting(table: Table, ids: array[int]) -> Iterator[Row]:
    """Yield the rows and put the ids of their verdicts into `ids`."""
    language, as_of = table.language, table.made_at
    for verdict, row in ReportRows(table.spec, language=language, as_of=as_of).with_ids():
        ids.append(verdict)
        yield row


def _put(archive: Archive, name: str, write: Callable[[IO[bytes]], int]) -> int:
    """Let `write` make the file `name` of the archive; return what it returns."""
    with TemporaryFile() as content:
        rows = write(content)
        archive.add(name, content)
    return rows


def _write_evidence(
    archive: Archive, table: Table, verdicts: Sequence[int], index: IO[bytes]
) -> int:
    """Write the index of the evidence and put the copies into the archive."""
    evidence, done = EvidenceFiles(archive, index), 0
    read = verdicts_as_of(verdicts, table.made_at)
    while batch := list(islice(read, AT_ONCE)):
        evidence.add(batch)
        done += len(batch)
        table.told(done)
    return done


def _write_audit(audit: AuditExtract, told: Callable[[], None], log: IO[bytes]) -> int:
    """Write the lines of the extract; return how many there are."""
    lines = 0
    for lines, line in enumerate(audit.lines(), start=1):
        log.write(line.encode())
        if lines % TOLD_EVERY == 0:
            told()
    return lines

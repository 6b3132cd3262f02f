"""Writing the verifiable bundle of a report."""

from __future__ import annotations

import io
from collections.abc import Iterator
from dataclasses import replace
from itertools import islice
from pathlib import Path
from tempfile import TemporaryFile
from typing import IO

from reviews.exports.bundle.archive import Archive
from reviews.exports.bundle.audit_extract import AuditExtract
from reviews.exports.bundle.evidence import EvidenceFiles
from reviews.exports.bundle.manifest import manifest, sums
from reviews.exports.claim_review import write_jsonld
from reviews.exports.csv_file import write_csv
from reviews.exports.stopping import nobody
from reviews.exports.table import Table, Writer
from reviews.models import Verdict
from reviews.selectors.report_rows import report_verdicts

TOLD_EVERY = 100  # verdicts; their evidence is looked up at once
_HERE = Path(__file__).parent


def write_bundle(table: Table, file: IO[bytes]) -> int:
    """Write `table` with all that proves it as a ZIP; return the number of verdicts."""
    archive = Archive(file)
    for name in ("README.txt", "verify.py"):
        archive.add(name, io.BytesIO((_HERE / name).read_bytes()))
    quiet = replace(table, told=nobody)
    rows = _put(archive, "verdicts.csv", write_csv, quiet)
    _put(archive, "verdicts.jsonld", write_jsonld, quiet)
    ids: set[int] = set()
    with TemporaryFile() as index:
        evidence = EvidenceFiles(archive, index)
        for verdicts in _batches(table):
            evidence.add(verdicts)
            ids.update(verdict.pk for verdict in verdicts)
            table.told(len(ids))
        archive.add("evidence/index.jsonl", index)
    audit = AuditExtract.of(ids, table.made_at)
    with TemporaryFile() as log:
        log.writelines(line.encode() for line in audit.lines())
        archive.add("audit/events.jsonl", log)
    archive.add("manifest.json", io.BytesIO(manifest(table, rows, audit, archive.packed)))
    archive.add("SHA256SUMS", io.BytesIO(sums(archive.packed)))
    archive.close()
    return rows


def _put(archive: Archive, name: str, write: Writer, table: Table) -> int:
    """Let `write` make the file `name` of the archive from `table`; return the number of rows."""
    with TemporaryFile() as content:
        rows = write(table, content)
        archive.add(name, content)
    return rows


def _batches(table: Table) -> Iterator[list[Verdict]]:
    verdicts = report_verdicts(table.spec, as_of=table.made_at)
    while batch := list(islice(verdicts, TOLD_EVERY)):
        yield batch

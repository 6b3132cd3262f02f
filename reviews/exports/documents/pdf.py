"""A report as PDF: set by typst in a process of its own, from data that are never markup."""

from __future__ import annotations

import json
import os
import shutil
import subprocess
import sys
import tempfile
from pathlib import Path
from typing import IO, Any

from django.conf import settings
from django.utils.translation import gettext as _

from factcheck.errors import InvalidInput
from reviews.exports.documents.pdf_data import pdf_data
from reviews.exports.documents.reading import entries_of, in_its_language
from reviews.exports.table import Table

TEMPLATE = Path(__file__).with_name("report.typ")
# The compiler holds the whole report in memory, a megabyte a verdict: 2 GB in all.
MOST_VERDICTS = 2000
LONGEST = 300  # seconds: MOST_VERDICTS take some 20 on two cores that do nothing else
_ASKED_EVERY = 0.5  # seconds
# What the process needs of the environment. Keys and passwords are not among it: it reads texts of
# strangers.
_PASSED_ON = ("PATH", "LD_LIBRARY_PATH", "TMPDIR")


def write_pdf(table: Table, file: IO[bytes]) -> int:
    """Write `table` as a PDF (PDF/A-2a, PDF/UA-1); return the number of verdicts.

    Raises InvalidInput for more than MOST_VERDICTS: nobody reads them, and they would not fit into
    memory.
    """
    with in_its_language(table):
        entries = []
        for entry in entries_of(table):
            entries.append(entry)
            if len(entries) > MOST_VERDICTS:
                message = _(
                    "A PDF holds up to %(most)d verdicts. Narrow the filters, or take HTML."
                )
                raise InvalidInput("format", message % {"most": MOST_VERDICTS}, code="too_many")
        data = pdf_data(table, entries)
    with tempfile.TemporaryDirectory(prefix="factcheck-pdf-") as folder:
        made = _set(Path(folder), data, table)
        with made.open("rb") as pdf:
            shutil.copyfileobj(pdf, file)
    return len(entries)


def _set(folder: Path, data: dict[str, Any], table: Table) -> Path:
    """Return the PDF that the process made in `folder`. Raises RuntimeError when it made none."""
    shutil.copy(TEMPLATE, folder)
    (folder / "data.json").write_text(json.dumps(data, ensure_ascii=False), encoding="utf-8")
    module, made_at = "reviews.exports.documents.setting", int(table.made_at.timestamp())
    complaints = folder / "complaints.txt"
    # Not a pipe: nobody reads it meanwhile, and a process that complains at length would wait.
    with complaints.open("wb") as file:
        process = subprocess.Popen(
            [sys.executable, "-m", module, str(folder), str(made_at)],
            cwd=settings.BASE_DIR,
            env={name: os.environ[name] for name in _PASSED_ON if name in os.environ},
            stdin=subprocess.PIPE,  # held open, and never written to: it ends with this process
            stderr=file,
        )
        try:
            _wait(process, table, len(data["entries"]))
        finally:
            process.kill()
            process.communicate()
    if process.returncode:
        said = complaints.read_text(encoding="utf-8", errors="replace")[-1000:]
        raise RuntimeError(f"the PDF was not made: {said or 'it took too long'}")
    return folder / "report.pdf"


def _wait(process: subprocess.Popen[bytes], table: Table, entries: int) -> None:
    """Wait for the process, and go on telling: whoever is told may call the report off."""
    for _turn in range(round(LONGEST / _ASKED_EVERY)):
        try:
            process.wait(_ASKED_EVERY)
        except subprocess.TimeoutExpired:
            table.told(entries)
        else:
            return

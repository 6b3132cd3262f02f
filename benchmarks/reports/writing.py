"""One report written in a process of its own, as a worker writes it.

    python -m benchmarks.reports.writing csv FILE

Prints rows, seconds, seconds of the processor and the most memory the process ever had (VmHWM of
Linux), as JSON.
"""

from __future__ import annotations

import json
import re
import sys
import time
from pathlib import Path

import django

MEMORY = re.compile(r"VmHWM:\s+(\d+) kB")


def main() -> None:
    """Write the report of all verdicts."""
    name, path = sys.argv[1:]
    django.setup()
    # Models can only be imported now.
    from django.utils import timezone

    from benchmarks.reports.processor import processor_seconds
    from reviews.domain.report_spec import ReportSpec
    from reviews.exports.columns import COLUMNS
    from reviews.exports.files import WRITERS
    from reviews.exports.table import Table
    from reviews.models import ReportFormat
    from reviews.selectors.report_rows import ReportRows

    spec, now = ReportSpec(), timezone.now()
    read = ReportRows(spec, as_of=now)
    began, used = time.monotonic(), processor_seconds()
    with Path(path).open("wb") as file:
        table = Table("Benchmark", COLUMNS, read, spec, now, csv_lines=read.csv_lines)
        rows = WRITERS[ReportFormat(name)](table, file)
    figures = {
        "rows": rows,
        "seconds": time.monotonic() - began,
        "processor": processor_seconds() - used,
        "megabytes": peak_memory(),
    }
    print(json.dumps(figures))


def peak_memory() -> float:
    """Return the most megabytes this process ever had in memory."""
    found = MEMORY.search(Path("/proc/self/status").read_text(encoding="ascii"))
    return int(found[1]) / 1024 if found else float("nan")


if __name__ == "__main__":
    main()

"""The order of things: fill, write in every format and let PostgreSQL copy in turns, print."""

from __future__ import annotations

import json
import subprocess
import sys
import tempfile
import time
from collections.abc import Sequence
from dataclasses import dataclass
from pathlib import Path

from benchmarks.queue.people import make_people
from benchmarks.reports.filling import fill_verdicts
from benchmarks.reports.reference import copy_seconds
from benchmarks.reports.working import worker_mebibytes

FORMATS = ("csv", "jsonl", "xlsx")
FLAT = ("csv", "jsonl")  # take as much memory for a million rows as for a thousand
COPY = "COPY"
PEOPLE = 3


@dataclass(frozen=True, slots=True)
class Figure:
    """How long one file took, how large it is, and the most memory its process had.

    `processor` is in seconds as well: of the process and the database.
    """

    rows: int
    seconds: float
    processor: float
    size: int
    megabytes: float = float("nan")

    @property
    def per_second(self) -> float:
        return self.rows / self.seconds


def measure(sizes: Sequence[int], rounds: int) -> None:
    """Print the figures of a desk with each of these numbers of verdicts."""
    people = make_people(PEOPLE).reviewers
    for before, size in zip([0, *sizes], sizes, strict=False):
        began = time.monotonic()
        fill_verdicts(range(before, size), people)
        print(f"\n{size:,} verdicts, filled in {time.monotonic() - began:.0f} s", flush=True)
        figures: dict[str, list[Figure]] = {}
        for _round in range(rounds):
            for name in (*FORMATS, COPY):
                figures.setdefault(name, []).append(_measure(name, size))
        _print({name: min(each, key=lambda one: one.seconds) for name, each in figures.items()})
        for name in FLAT:
            print(f"  {name:6} by a Celery worker: {worker_mebibytes(name):.0f} MB", flush=True)


def _measure(name: str, size: int) -> Figure:
    with tempfile.TemporaryDirectory() as directory:
        path = Path(directory) / "report"
        if name == COPY:
            return Figure(size + 1, *copy_seconds(path), path.stat().st_size)
        command = [sys.executable, "-m", "benchmarks.reports.writing", name, str(path)]
        done = json.loads(subprocess.run(command, check=True, capture_output=True).stdout)
        # The row that all others were copied from is one more.
        assert done["rows"] == size + 1
        size_of_file = path.stat().st_size
        return Figure(
            done["rows"], done["seconds"], done["processor"], size_of_file, done["megabytes"]
        )


def _print(best: dict[str, Figure]) -> None:
    print("          rows a second  of COPY   CPU µs a row   peak MB   bytes a row")
    reference = best[COPY].per_second
    for name, figure in best.items():
        print(
            f"  {name:6} {figure.per_second:14,.0f} {figure.per_second / reference:8.2f} "
            f"{figure.processor / figure.rows * 1e6:14.1f} {figure.megabytes:9.0f} "
            f"{figure.size / figure.rows:13.0f}",
            flush=True,
        )

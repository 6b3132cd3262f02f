"""Measure the writing of reports and print the figures.

    python -m benchmarks.reports [--rows 100000 1000000] [--rounds 3]

One desk grows from size to size. At each, a report of all its verdicts is written in each format
in a process of its own, and PostgreSQL's COPY sends the same rows, in turns; of the rounds the
least disturbed counts.
"""

from __future__ import annotations

import argparse

import django
from django.core.management import call_command

from benchmarks.queue.scratch import scratch_desk


def main() -> None:
    """Set up the desk, measure, take it down."""
    arguments = _arguments()
    with scratch_desk(lease_seconds=60):
        django.setup()
        call_command("migrate", verbosity=0, interactive=False)
        # Its models can only be imported now.
        from benchmarks.reports.measuring import measure

        measure(sorted(arguments.rows), arguments.rounds)


def _arguments() -> argparse.Namespace:
    parser = argparse.ArgumentParser(prog="python -m benchmarks.reports")
    parser.add_argument("--rows", type=int, nargs="+", default=[100_000], metavar="N")
    parser.add_argument("--rounds", type=int, default=3)
    return parser.parse_args()


if __name__ == "__main__":
    main()

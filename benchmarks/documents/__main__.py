"""Write a report that is read in each format and print how long it takes.

    python -m benchmarks.documents [--verdicts 500]

The verdicts are in four languages, explained by articles of the starter corpus. The time is that of
a worker: reading the rows, and for the PDF the process that sets it. Its reference is typst alone,
setting the same words as plain paragraphs: no charts, no contents, no tags. Memory is the most that
the worker, and beside it the process, held.
"""

from __future__ import annotations

import argparse

import django
from django.core.management import call_command

from benchmarks.queue.scratch import scratch_desk


def main() -> None:
    """Set up a desk, write its report in every format, take the desk down."""
    parser = argparse.ArgumentParser(prog="python -m benchmarks.documents")
    parser.add_argument("--verdicts", type=int, default=500, metavar="N")
    verdicts = parser.parse_args().verdicts
    with scratch_desk(lease_seconds=60):
        django.setup()
        call_command("migrate", verbosity=0, interactive=False)
        # Its models can only be imported now.
        from benchmarks.documents.measuring import measure

        measure(verdicts)


if __name__ == "__main__":
    main()

"""Measure the step that finds which claims a statement may repeat, and print the figures.

    python -m benchmarks.matching [--claims 10000 100000 1000000] [--queries 300]

One desk grows from size to size with claims whose vectors are made of real ones (`vectors`). At
each size statements are looked for: the reference for what is found is an exact search of the same
vectors, the reference for how long it takes is the first size. Ends with status 1 if too little is
found, or if ten times the claims take more than twice the time.
"""

from __future__ import annotations

import argparse
import sys

import django
from django.core.management import call_command

from benchmarks.queue.scratch import scratch_desk


def main() -> int:
    """Set up the desk, measure, take it down; return the exit status."""
    arguments = _arguments()
    with scratch_desk(lease_seconds=60):
        django.setup()
        call_command("migrate", verbosity=0, interactive=False)
        # Its models can only be imported now.
        from benchmarks.matching.measuring import measure

        return measure(sorted(arguments.claims), arguments.queries)


def _arguments() -> argparse.Namespace:
    parser = argparse.ArgumentParser(prog="python -m benchmarks.matching")
    sizes = [10_000, 100_000, 1_000_000]
    parser.add_argument("--claims", type=int, nargs="+", default=sizes, metavar="N")
    parser.add_argument("--queries", type=int, default=300, metavar="N")
    return parser.parse_args()


if __name__ == "__main__":
    sys.exit(main())

"""Measure the queue and print the figures.

    python -m benchmarks.queue [--items 10000 100000] [--seconds 20]

One desk grows from size to size. At each, its pages are asked for one by one, then all reviewers
work at once through 5 sync gunicorn workers: they take, submit, give back, walk away, submit twice
and too late. A figure in brackets is the ratio to that of the first size. The reference is a bare
Django view that reads one row and writes one. Ends with status 1 if a promise was broken.
"""

from __future__ import annotations

import argparse
import sys

import django
from django.core.management import call_command

from benchmarks.queue.scratch import scratch_desk

LEASE_SECONDS = 8  # short, so that what is walked away from runs out while the others work


def main() -> int:
    """Set up the desk, measure, take it down; return the exit status."""
    arguments = _arguments()
    with scratch_desk(lease_seconds=LEASE_SECONDS):
        django.setup()
        call_command("migrate", verbosity=0, interactive=False)
        call_command("collectstatic", verbosity=0, interactive=False)
        # Its models can only be imported now.
        from benchmarks.queue.measuring import measure

        return measure(sorted(arguments.items), arguments.reviewers, arguments.seconds)


def _arguments() -> argparse.Namespace:
    parser = argparse.ArgumentParser(prog="python -m benchmarks.queue")
    parser.add_argument("--items", type=int, nargs="+", default=[10_000, 100_000], metavar="N")
    parser.add_argument("--reviewers", type=int, default=32)
    parser.add_argument("--seconds", type=float, default=20, help="of work at each size")
    return parser.parse_args()


if __name__ == "__main__":
    sys.exit(main())

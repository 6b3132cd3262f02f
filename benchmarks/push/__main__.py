"""Measure how fast articles get from the request into the queue, and print the figures.

    python -m benchmarks.push [--articles 10000] [--kill-every 30] [--long]

Short articles, or with --long some made of the starter corpus, are sent by the line to a gunicorn
and worked off by two Celery workers of one process each. The reference is the embedding engine
alone on their sentences, in one process of the same machine. With --kill-every a worker is killed
by SIGKILL every so many seconds. Ends with status 1 if an article was lost, doubled, or noted
twice.
"""

from __future__ import annotations

import argparse
import os
import signal
import sys

import django
from django.core.management import call_command

from benchmarks.push import notices, texts
from benchmarks.queue.scratch import scratch_desk

STEP_LEASE = "20"  # seconds; what a killed worker held is taken up after them


def main() -> int:
    """Set up the desk, measure, take it down; return the exit status."""
    arguments = _arguments()
    signal.signal(signal.SIGTERM, lambda *_signal: sys.exit(1))  # workers are ended all the same
    os.environ |= {"OMP_NUM_THREADS": "1", "STEP_LEASE_SECONDS": STEP_LEASE}
    with scratch_desk(lease_seconds=60):
        django.setup()
        call_command("migrate", verbosity=0, interactive=False)
        call_command("collectstatic", verbosity=0, interactive=False)
        # Its models can only be imported now.
        from benchmarks.push.measuring import measure

        make = texts.articles if arguments.long else notices.notices
        return measure(list(make(arguments.articles)), arguments.kill_every)


def _arguments() -> argparse.Namespace:
    parser = argparse.ArgumentParser(prog="python -m benchmarks.push")
    parser.add_argument("--articles", type=int, default=10_000, metavar="N")
    parser.add_argument("--kill-every", type=float, default=0, metavar="SECONDS")
    parser.add_argument("--long", action="store_true", help="articles as long as real ones")
    return parser.parse_args()


if __name__ == "__main__":
    sys.exit(main())

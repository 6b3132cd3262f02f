"""Processor time of this process and of the database, on the same machine.

On a busy machine it says more than the clock: waiting for a turn is not in it.
"""

from __future__ import annotations

import time

from benchmarks.queue.server import database_seconds


def processor_seconds() -> float:
    """Return the seconds both have used so far; nobody else uses the database meanwhile."""
    return time.process_time() + database_seconds()

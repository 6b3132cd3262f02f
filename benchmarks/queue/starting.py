"""The starting line of a crowd: nobody begins before the last one's process is up."""

from __future__ import annotations

from collections.abc import Callable
from threading import Barrier
from typing import TypeVar

from benchmarks.queue.shift import Shift

PATIENCE = 120.0  # seconds for all processes to come up
Result = TypeVar("Result")


def begin_together(work: Callable[[Shift], Result], shift: Shift, line: Barrier) -> Result:
    """Do the work of a shift once all others stand at the line as well."""
    line.wait(PATIENCE)
    return work(shift)

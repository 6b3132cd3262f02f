"""What a client of the bare site does: one note after the other."""

from __future__ import annotations

import time

from benchmarks.queue.reviewer import post
from benchmarks.queue.shift import Shift


def write_notes(shift: Shift) -> list[float]:
    """Write notes until the end of the shift; return the seconds each took."""
    took = list[float]()
    end = time.time() + shift.seconds
    while time.time() < end:
        began = time.perf_counter()
        status, body = post(shift.port, f"/note/{1000 + (len(took) * 37 + shift.seed) % 5000}")
        took.append(time.perf_counter() - began)
        assert status == 200, body
    return took

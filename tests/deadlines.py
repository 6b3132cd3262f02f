"""Waiting for something that happens in another thread or process, within a deadline."""

from __future__ import annotations

import threading
import time
from collections.abc import Callable

TICK = 0.05


def wait_until(
    condition: Callable[[], bool], *, seconds: float, what: str, tick: float = TICK
) -> None:
    """Return as soon as `condition` holds; raise AssertionError naming `what` after `seconds`.

    It is looked at every `tick` seconds.
    """
    end = time.monotonic() + seconds
    never = threading.Event()
    while not condition():
        assert time.monotonic() < end, f"after {seconds} s still not: {what}"
        never.wait(tick)

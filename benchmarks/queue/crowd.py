"""Many processes that start to work at the same moment."""

from __future__ import annotations

import time
from collections.abc import Callable, Sequence
from dataclasses import dataclass
from multiprocessing import get_context
from typing import Generic, TypeVar

from benchmarks.queue.server import Serving
from benchmarks.queue.shift import Shift

START_UP = 0.2  # seconds until one more process is up
Result = TypeVar("Result")


@dataclass(frozen=True, slots=True)
class Done(Generic[Result]):
    """What each worker brought back; how long it took, and the servers' processor time of it."""

    results: Sequence[Result]
    seconds: float
    processor: float


def all_at_once(
    work: Callable[[Shift], Result],
    server: Serving,
    tokens: Sequence[str],
    *,
    name: str,
    seconds: float,
    meanwhile: Callable[[], object] = bool,
) -> Done[Result]:
    """Run `work` for each token in a process of its own, from one starting time.

    `meanwhile` is called every second: what the product does by the clock.
    """
    begin = time.time() + START_UP * len(tokens)
    shifts = [
        Shift(server.port, token, f"{name}, reviewer {seed}", seed, begin, begin + seconds)
        for seed, token in enumerate(tokens)
    ]
    with get_context("spawn").Pool(len(shifts)) as pool:
        waiting = pool.map_async(work, shifts, chunksize=1)
        time.sleep(max(0.0, begin - time.time()))
        used = server.processor_seconds()
        while not waiting.ready():
            meanwhile()
            waiting.wait(1)
        results = waiting.get()
        took = time.time() - begin
        return Done(results, took, server.processor_seconds() - used)

"""Many processes that start to work at the same moment."""

from __future__ import annotations

import time
from collections.abc import Callable, Sequence
from dataclasses import dataclass
from multiprocessing import get_context
from typing import Generic, TypeVar

from benchmarks.queue.server import Serving
from benchmarks.queue.shift import Shift
from benchmarks.queue.starting import PATIENCE, begin_together

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
    """Run `work` for each token in a process of its own, all from the same moment.

    `meanwhile` is called every second: what the product does by the clock.
    """
    context = get_context("spawn")
    with context.Manager() as manager, context.Pool(len(tokens)) as pool:
        line = manager.Barrier(len(tokens) + 1)
        shifts = [
            (work, Shift(server.port, token, f"{name}, reviewer {seed}", seed, seconds), line)
            for seed, token in enumerate(tokens)
        ]
        waiting = pool.starmap_async(begin_together, shifts, chunksize=1)
        line.wait(PATIENCE)
        used, begin = server.processor_seconds(), time.monotonic()
        while not waiting.ready():
            meanwhile()
            waiting.wait(1)
        took = time.monotonic() - begin
        return Done(waiting.get(), took, server.processor_seconds() - used)

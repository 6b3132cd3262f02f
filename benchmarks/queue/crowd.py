"""Many processes that start to work at the same moment."""

from __future__ import annotations

import time
from collections.abc import Callable, Sequence
from dataclasses import dataclass
from multiprocessing import get_context
from typing import Generic, TypeVar

from django.db import connection

from benchmarks.queue.server import Serving

START_UP = 2.0  # seconds until all processes are up
Result = TypeVar("Result")


@dataclass(frozen=True, slots=True)
class Shift:
    """What a worker is told: whom to ask, as whom, from when until when (Unix times)."""

    port: int
    token: str
    name: str
    seed: int
    begin: float
    end: float


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
    connection.close()  # the processes are forks; two on one connection would garble it
    begin = time.time() + START_UP
    shifts = [
        Shift(server.port, token, f"{name}, reviewer {seed}", seed, begin, begin + seconds)
        for seed, token in enumerate(tokens)
    ]
    with get_context("fork").Pool(len(shifts)) as pool:
        waiting = pool.map_async(work, shifts, chunksize=1)
        time.sleep(max(0.0, begin - time.time()))
        used = server.processor_seconds()
        while not waiting.ready():
            meanwhile()
            waiting.wait(1)
        results = waiting.get()
        took = time.time() - begin
        return Done(results, took, server.processor_seconds() - used)

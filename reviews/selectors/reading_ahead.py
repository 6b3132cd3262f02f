"""What is read in batches, with the next ones read while one is worked on."""

from __future__ import annotations

from collections import deque
from collections.abc import Callable, Iterable, Iterator
from concurrent.futures import Future, ThreadPoolExecutor
from contextlib import contextmanager
from threading import Barrier
from typing import TypeVar

from django.db import connection, connections

Batch = TypeVar("Batch")
Found = TypeVar("Found")
# For one connection PostgreSQL works with one core.
READERS = 2


def read_ahead(
    read: Callable[[Batch], Found], batches: Iterable[Batch]
) -> Iterator[tuple[Batch, Found]]:
    """Yield each batch, in order, with what `read` finds of it.

    READERS threads read, each on a connection of its own; as many batches are held at once. In an
    open transaction one is read after the other: no other connection sees its rows.
    """
    if connection.in_atomic_block:
        yield from ((batch, read(batch)) for batch in batches)
        return
    with _readers() as pool:
        ahead: deque[tuple[Batch, Future[Found]]] = deque()
        for batch in batches:
            ahead.append((batch, pool.submit(read, batch)))
            if len(ahead) > READERS:
                first, found = ahead.popleft()
                yield first, found.result()
        for first, found in ahead:
            yield first, found.result()


@contextmanager
def _readers() -> Iterator[ThreadPoolExecutor]:
    """Give a pool of threads whose connections are closed at the end, whatever the end is."""
    with ThreadPoolExecutor(READERS) as pool:
        try:
            yield pool
        finally:
            all_here = Barrier(READERS)  # or one thread would do it twice, and another not at all
            for _reader in range(READERS):
                pool.submit(_close, all_here)


def _close(all_here: Barrier) -> None:
    all_here.wait()
    connections.close_all()

"""Tests of the flow commit, so that a worker in another process sees their rows."""

from __future__ import annotations

from collections.abc import Iterator

import pytest

from tests.workers import Worker, empty_redis


@pytest.fixture(autouse=True)
def database(transactional_db: None) -> None:
    """Give every test of this folder a database that other processes see alike, and no message."""
    empty_redis()


@pytest.fixture(scope="module")
def worker(django_db_setup: None) -> Iterator[Worker]:
    """A worker that runs for the tests of one file."""
    empty_redis()
    running = Worker()
    try:
        running.start()
        yield running
    finally:
        running.kill()

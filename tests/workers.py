"""A real Celery worker in a process of its own, on the test run's database and Redis."""

from __future__ import annotations

import os
import signal
import subprocess
import sys
from collections.abc import Mapping
from urllib.parse import urlsplit, urlunsplit

import redis
from celery import current_app
from django.conf import settings
from django.db import connection

from factcheck.flow import IN_TURN
from factcheck.local.addresses import REPOSITORY
from tests.deadlines import wait_until

READY_WITHIN = 60.0
IN_TURN_KEY = f"\x06\x16{IN_TURN}"  # what kombu adds to the name of a queue for a priority


class Worker:
    """One worker. `start` returns when it answers; `kill` ends it and its children at once.

    It works off all queues, unless `options` of Celery's command say otherwise.
    """

    def __init__(self, *options: str, concurrency: int = 2, **environment: str) -> None:
        self.options = ["--concurrency", str(concurrency), *options]
        self.environment = environment
        self.process: subprocess.Popen[bytes] | None = None

    def start(self) -> None:
        """Start the worker and wait until it answers a ping."""
        command = [sys.executable, "-m", "celery", "--quiet", "--app", "factcheck", "worker"]
        alone = ["--loglevel", "WARNING", "--without-gossip", "--without-mingle"]
        self.process = subprocess.Popen(
            [*command, *alone, *self.options],
            cwd=REPOSITORY,
            env=run_environment(self.environment),
            start_new_session=True,
        )
        wait_until(self._answers, seconds=READY_WITHIN, what="the worker answers")

    def kill(self) -> None:
        """Kill the worker and its children; whatever they were doing stays half done."""
        if self.process is not None:
            os.killpg(self.process.pid, signal.SIGKILL)
            self.process.wait()
            self.process = None

    def _answers(self) -> bool:
        assert self.process is not None
        assert self.process.poll() is None, "the worker ended by itself"
        return bool(current_app.control.broadcast("ping", reply=True, limit=1, timeout=1.0))


def empty_redis() -> None:
    """Empty the Redis database of this test run: every message and every result is gone."""
    with redis.Redis.from_url(settings.REDIS_URL) as client:
        client.flushdb()


def messages_waiting(queue: str = "celery") -> int:
    """Return how many messages of a queue no worker has taken yet."""
    with redis.Redis.from_url(settings.REDIS_URL) as client:
        return sum(int(client.llen(key)) for key in (queue, f"{queue}{IN_TURN_KEY}"))


def run_environment(changes: Mapping[str, str]) -> dict[str, str]:
    """Return the environment of a process on this run's database and Redis."""
    database = urlsplit(os.environ["DATABASE_URL"])
    name = connection.settings_dict["NAME"]
    return {
        **os.environ,
        "DATABASE_URL": urlunsplit(database._replace(path=f"/{name}")),
        "REDIS_URL": settings.REDIS_URL,
        "LOG_LEVEL": "WARNING",
        "OMP_NUM_THREADS": "1",
        **changes,
    }

"""Many threads that do something at the same moment."""

from __future__ import annotations

import threading
from collections.abc import Callable, Sequence
from concurrent.futures import ThreadPoolExecutor
from typing import TypeVar

from django.db import connection

from tests.deadlines import wait_until

Result = TypeVar("Result")


def at_once(calls: Sequence[Callable[[], Result]]) -> list[Result | Exception]:
    """Run the calls, each in a thread with a connection of its own, from one starting shot.

    Returns what each returned or raised, in order.
    """
    shot = threading.Barrier(len(calls))

    def run(call: Callable[[], Result]) -> Result | Exception:
        try:
            connection.ensure_connection()
            shot.wait(timeout=30)
            return call()
        except Exception as error:  # noqa: BLE001 - the test looks at it
            return error
        finally:
            connection.close()

    with ThreadPoolExecutor(len(calls)) as pool:
        return list(pool.map(run, calls))


def pids_waiting() -> list[int]:
    """Return the server processes of this run's database that wait for a lock."""
    with connection.cursor() as cursor:
        # In a transaction the list of connections is read once, and a waiting test of another
        # database is enough to have it read before those we wait for have connected.
        cursor.execute("SELECT pg_stat_clear_snapshot()")
        cursor.execute(
            "SELECT pid FROM pg_stat_activity"
            " WHERE wait_event_type = 'Lock' AND datname = current_database()"
        )
        return [pid for (pid,) in cursor]


def until_somebody_waits(many: int = 1) -> None:
    """Return once so many other connections wait for a lock; AssertionError after a minute.

    On a busy machine two processes came to their lock half a minute apart.
    """
    what = f"{many} wait for a lock"
    wait_until(lambda: len(pids_waiting()) >= many, seconds=60, what=what)

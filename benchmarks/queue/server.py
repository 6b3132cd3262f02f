"""The web server under load, and the processor time that it and PostgreSQL have used."""

from __future__ import annotations

import os
import socket
import subprocess
import sys
import time
from collections.abc import Iterator, Mapping
from contextlib import contextmanager
from dataclasses import dataclass

import psutil
from django.db import connection

from factcheck.local.product import HOST, is_healthy

WORKERS = 5
PATIENCE = 180.0  # five workers import the site at once, on a machine that may be busy


@dataclass(frozen=True, slots=True)
class Serving:
    """A running gunicorn."""

    port: int
    process: psutil.Process

    def processor_seconds(self) -> float:
        """Return the processor time used so far: all workers, and all of the local PostgreSQL."""
        return _used_by_all(self.process) + database_seconds()


@contextmanager
def serving(application: str, environment: Mapping[str, str] = os.environ) -> Iterator[Serving]:
    """Have sync workers serve a WSGI application inside the block."""
    port = _free_port()
    command = [sys.executable, "-m", "gunicorn", application, "--bind", f"{HOST}:{port}"]
    options = ["--workers", str(WORKERS), "--worker-class", "sync", "--no-control-socket"]
    process = subprocess.Popen([*command, *options, "--log-level", "warning"], env=environment)
    try:
        end = time.monotonic() + PATIENCE
        while not is_healthy(port):
            assert process.poll() is None, "the web server ended by itself"
            assert time.monotonic() < end, "the web server does not answer"
            time.sleep(0.1)
        yield Serving(port, psutil.Process(process.pid))
    finally:
        process.terminate()
        process.wait()


def database_seconds() -> float:
    """Return the processor time that the local PostgreSQL has used so far, all of its processes."""
    return _used_by_all(_postmaster())


def _postmaster() -> psutil.Process:
    """Return the process of PostgreSQL that all its others are children of."""
    with connection.cursor() as cursor:
        cursor.execute("SELECT pg_backend_pid()")
        backend = psutil.Process(cursor.fetchone()[0])
    return backend.parent() or backend


def _free_port() -> int:
    with socket.socket() as probe:
        probe.bind((HOST, 0))
        return int(probe.getsockname()[1])


def _used_by_all(server: psutil.Process) -> float:
    return sum(_used(process) for process in {server, *server.children(recursive=True)})


def _used(process: psutil.Process) -> float:
    """Return what the process used, and what its children that have ended did."""
    try:
        times = process.cpu_times()
    except psutil.NoSuchProcess:
        return 0.0
    return times.user + times.system + times.children_user + times.children_system

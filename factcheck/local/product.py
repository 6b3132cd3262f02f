"""The parts of the product that run beside PostgreSQL and Redis: their names and commands."""

from __future__ import annotations

import socket
import sys
from http.client import HTTPConnection, HTTPException
from pathlib import Path

from factcheck.local.errors import LocalError

HOST = "127.0.0.1"
ACCESS_LOG = "%(m)s %(U)s %(s)s, %(M)s ms"
ALONE = ("--without-gossip", "--without-mingle")  # there are no other workers to greet


def preparation() -> list[str]:
    """Return the command that brings database, static files and first users up to date."""
    return [sys.executable, "-m", "factcheck.local.preparation"]


def seeds() -> list[str]:
    """Return the command that sends the starter corpus through the pipeline."""
    return [sys.executable, "manage.py", "load_seeds"]


def commands(var: Path, port: int) -> dict[str, list[str]]:
    """Return the command of each process by its name."""
    celery = [sys.executable, "-m", "celery", "--quiet", "--app", "factcheck"]
    return {
        "web": [
            *(sys.executable, "-m", "gunicorn", "factcheck.wsgi:application"),
            *("--bind", f"{HOST}:{port}", "--workers", "2", "--threads", "4"),
            # Twice the usual: a text that a telephone shares comes in the address.
            *("--limit-request-line", "8190"),
            *("--graceful-timeout", "5", "--no-control-socket"),
            *("--access-logfile", "-", "--access-logformat", ACCESS_LOG),
        ],
        "worker": _worker(celery, "celery", "--concurrency", "2"),
        "long": _worker(celery, "long", "--concurrency", "1"),
        # Threads: all that sending does is wait for receivers.
        "deliveries": _worker(celery, "deliveries", "--pool", "threads", "--concurrency", "4"),
        "fetches": _worker(celery, "fetches", "--concurrency", "2"),
        "beat": [
            *(*celery, "beat", "--loglevel", "WARNING"),
            *("--pidfile=", "--schedule", str(var / "run" / "beat-schedule")),
        ],
    }


def _worker(celery: list[str], queue: str, *options: str) -> list[str]:
    """Return the command of a worker that works off one queue, named after it."""
    name = f"{queue}@{HOST}"
    return [*celery, "worker", "-Q", queue, "-n", name, "--loglevel", "INFO", *options, *ALONE]


def refuse_busy_port(port: int) -> None:
    """Raise LocalError if something else answers on the port."""
    with socket.socket() as probe:
        probe.setsockopt(socket.SOL_SOCKET, socket.SO_REUSEADDR, 1)
        try:
            probe.bind((HOST, port))
        except OSError as error:
            message = f"Port {port} cannot be used ({error.strerror})"
            raise LocalError(f"{message}. Choose another: make run PORT={port + 1}") from error


def is_healthy(port: int) -> bool:
    """Tell whether the web server says that it and what it needs are well."""
    connection = HTTPConnection(HOST, port, timeout=20)
    try:
        connection.request("GET", "/healthz")
        return connection.getresponse().status == 200
    except (OSError, HTTPException):
        return False
    finally:
        connection.close()

"""Servers and commands in a var directory of their own, away from the test run's servers."""

from __future__ import annotations

import os
import shutil
import signal
import subprocess
import sys
import tempfile
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path
from typing import Any

from factcheck.local.addresses import REPOSITORY, socket_directory
from factcheck.local.postgres import Postgres
from factcheck.local.redis_server import RedisServer


@contextmanager
def own_var() -> Iterator[Path]:
    """Give an empty var directory; whatever runs in it afterwards is killed.

    Not pytest's: other users, such as PostgreSQL's account, may not pass through that.
    """
    var = Path(tempfile.mkdtemp(prefix="desk-")).resolve()
    try:
        yield var
    finally:
        for server in (Postgres(var), RedisServer(var)):
            server.stop()
        shutil.rmtree(socket_directory(var), ignore_errors=True)
        shutil.rmtree(var)


@contextmanager
def stranger(**identity: Any) -> Iterator[subprocess.Popen[bytes]]:
    """Run a process that has nothing to do with the product."""
    process = subprocess.Popen(["sleep", "60"], **identity)
    try:
        yield process
    finally:
        process.kill()
        process.wait()


def local(var: Path, *arguments: str, **options: Any) -> subprocess.Popen[str]:
    """Start `python -m factcheck.local` on the var directory, with no servers but its own."""
    environment = {k: v for k, v in os.environ.items() if k not in {"DATABASE_URL", "REDIS_URL"}}
    return subprocess.Popen(
        [sys.executable, "-m", "factcheck.local", *arguments],
        cwd=REPOSITORY,
        env=environment | {"FACTCHECK_VAR": str(var)},
        stdout=subprocess.PIPE,
        stderr=subprocess.STDOUT,
        text=True,
        **options,
    )


def kill(pid: int) -> None:
    """Kill without a chance to tidy up."""
    os.kill(pid, signal.SIGKILL)

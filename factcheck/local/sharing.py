"""One running server for all who need it: the first starts it, the last stops it.

Who uses a server holds a shared lock on a file. The kernel drops it with the process, however
that ends, so a server without users is one that a crash left over.
"""

from __future__ import annotations

import fcntl
from collections.abc import Iterator
from contextlib import contextmanager
from typing import IO

from factcheck.local.server import Server


@contextmanager
def in_use(server: Server) -> Iterator[None]:
    """Have the server running inside the block, together with anyone else who uses it."""
    server.locks.mkdir(mode=0o700, parents=True, exist_ok=True)
    with _users(server) as users:
        with _turn(server):
            if try_lock(users) or not server.answers():
                server.stop()
                server.start()
            fcntl.flock(users, fcntl.LOCK_SH)
        try:
            yield
        finally:
            with _turn(server):
                if try_lock(users):
                    server.stop()


def stop_unused(server: Server) -> bool:
    """Stop the server if nobody uses it; return whether nobody does."""
    with _users(server) as users, _turn(server):
        unused = try_lock(users)
        if unused:
            server.stop()
    return unused


def try_lock(file: IO[str]) -> bool:
    """Lock the open file for its holder alone; False if somebody else holds it."""
    try:
        fcntl.flock(file, fcntl.LOCK_EX | fcntl.LOCK_NB)
    except BlockingIOError:
        return False
    return True


def _users(server: Server) -> IO[str]:
    return (server.locks / f"{server.name}.users").open("a")


@contextmanager
def _turn(server: Server) -> Iterator[None]:
    """Let one process at a time start or stop the server."""
    with (server.locks / f"{server.name}.turn").open("a") as turn:
        fcntl.flock(turn, fcntl.LOCK_EX)
        yield

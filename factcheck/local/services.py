"""PostgreSQL and Redis together, unless the environment names others."""

from __future__ import annotations

import os
from collections.abc import Iterator
from contextlib import ExitStack, contextmanager
from pathlib import Path

from factcheck.local import addresses
from factcheck.local.postgres import Postgres
from factcheck.local.redis_server import RedisServer
from factcheck.local.server import Server
from factcheck.local.sharing import in_use


def needed(var: Path, *, durable: bool = True) -> list[Server]:
    """Return the servers that neither DATABASE_URL nor REDIS_URL replaces."""
    servers: list[Server] = []
    if not os.environ.get("DATABASE_URL"):
        servers.append(Postgres(var, durable=durable))
    if not os.environ.get("REDIS_URL"):
        servers.append(RedisServer(var, durable=durable))
    return servers


@contextmanager
def running(servers: list[Server]) -> Iterator[None]:
    """Have all the servers running inside the block."""
    with ExitStack() as stack:
        for server in servers:
            stack.enter_context(in_use(server))
        yield


def environment(var: Path) -> dict[str, str]:
    """Return the environment that leads a child of ours to the servers, and to psql and pg_dump."""
    tools = Postgres(var).installation / "bin"
    return os.environ | {
        "DATABASE_URL": os.environ.get("DATABASE_URL") or addresses.database_url(var),
        "REDIS_URL": os.environ.get("REDIS_URL") or addresses.redis_url(var),
        "FACTCHECK_VAR": str(var),
        "PATH": os.pathsep.join([str(tools), os.environ.get("PATH", os.defpath)]),
    }

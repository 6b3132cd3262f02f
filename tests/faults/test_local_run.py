"""The whole product, run as a person runs it and killed as nobody should."""

from __future__ import annotations

import socket
import stat
from collections.abc import Iterable
from pathlib import Path

import psutil
import pytest

from factcheck.local import leftovers, product
from factcheck.local.postgres import Postgres
from factcheck.local.redis_server import RedisServer
from factcheck.local.supervisor import CHILDREN
from tests.faults.local_runs import kill, local, own_var

# Five processes that each load Django: on a busy machine that alone takes a minute.
pytestmark = [pytest.mark.faults, pytest.mark.timeout(300)]


def test_a_killed_run_leaves_nothing_that_stop_does_not_find() -> None:
    with own_var() as var:
        port = _free_port()
        with local(var, "run", "--port", str(port)) as run:
            shown = _read_until(run.stdout, "Ctrl-C stops everything")
            assert f"http://127.0.0.1:{port}/" in shown
            assert product.is_healthy(port)
            _expect_private_logins(var, shown)
            assert "running already" in local(var, "run").communicate()[0]
            kill(run.pid)
        left = _running(var)
        assert len(left) > len(CHILDREN)
        assert local(var, "stop").communicate()[0] == "Stopped.\n"
        assert not [process for process in left if leftovers.is_alive(process)]


def _expect_private_logins(var: Path, shown: str) -> None:
    logins = var / "logins.txt"
    assert stat.S_IMODE(logins.stat().st_mode) == 0o600
    people = [line.split(maxsplit=2) for line in logins.read_text().splitlines()]
    assert {role for _, _, role in people} == {"fact-checker", "editor", "administrator"}
    assert all(password in shown for _, password, _ in people)


def _read_until(lines: Iterable[str] | None, end: str) -> str:
    """Return what a process shows up to the line that holds `end`, or all if it never does."""
    shown = ""
    for line in lines or ():
        shown += line
        if end in line:
            break
    return shown


def _running(var: Path) -> list[psutil.Process]:
    recorded = [leftovers.recorded(var / "run", name) for name in CHILDREN]
    servers = [server.processes() for server in (Postgres(var), RedisServer(var))]
    return [process for processes in (*recorded, *servers) for process in processes]


def _free_port() -> int:
    with socket.socket() as probe:
        probe.bind((product.HOST, 0))
        return int(probe.getsockname()[1])

"""What a start refuses, makes once and hands on."""

from __future__ import annotations

import io
import os
import signal
import socket
import stat
from concurrent.futures import ThreadPoolExecutor
from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st

from factcheck.local import addresses, product, services
from factcheck.local.errors import LocalError
from factcheck.local.log import Log
from factcheck.local.postgres import Postgres
from factcheck.local.server import Server
from tests.faults.local_runs import local, own_var

pytestmark = pytest.mark.faults


def test_a_busy_port_is_refused_with_the_way_out() -> None:
    with socket.socket() as other:
        other.bind((product.HOST, 0))
        other.listen()
        port = other.getsockname()[1]
        with pytest.raises(LocalError, match=f"make run PORT={port + 1}"):
            product.refuse_busy_port(port)
    product.refuse_busy_port(port)


def test_a_command_gets_both_servers_and_its_status_is_handed_on() -> None:
    script = 'test -n "$DATABASE_URL" && test -n "$REDIS_URL" && exit 7'
    with own_var() as var:
        command = local(var, "exec", "--", "sh", "-c", script)
        output, _ = command.communicate()
        assert (command.returncode, output) == (7, "")
        assert not [server for server in services.needed(var) if server.processes()]


def test_a_second_run_of_a_clone_is_refused() -> None:
    with own_var() as var:
        first = local(var, "run", "--port", "1")
        refused = local(var, "run", "--port", "70000")
        assert "must be a number from 1 to 65535" in refused.communicate()[0]
        first.send_signal(signal.SIGTERM)
        first.communicate()


def test_servers_named_in_the_environment_replace_the_local_ones(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.delenv("DATABASE_URL", raising=False)
    monkeypatch.delenv("REDIS_URL", raising=False)
    assert names(services.needed(tmp_path)) == ["postgres", "redis"]
    monkeypatch.setenv("DATABASE_URL", "postgresql://elsewhere/desk")
    assert names(services.needed(tmp_path)) == ["redis"]
    assert services.environment(tmp_path)["DATABASE_URL"] == "postgresql://elsewhere/desk"


def names(servers: list[Server]) -> list[str]:
    """Return the names of the servers."""
    return [server.name for server in servers]


def test_a_directory_of_somebody_else_is_refused() -> None:
    if os.geteuid() != 0:
        pytest.skip("only root can make a directory of somebody else's")
    with own_var() as var:
        os.chown(var, 65534, 65534)
        with pytest.raises(LocalError, match="belongs to another user"):
            Postgres(var).prepare()


def test_processes_that_start_at_once_agree_on_the_secret_key() -> None:
    with own_var() as var, ThreadPoolExecutor(8) as pool:
        keys = set(pool.map(addresses.secret_key, [var] * 8))
        assert len(keys) == 1
        assert len(keys.pop()) >= 50
        assert stat.S_IMODE((var / "secret_key").stat().st_mode) == 0o600
        assert [path.name for path in var.iterdir()] == ["secret_key"]


@given(st.lists(st.text("abcdef ~é新", min_size=1, max_size=60), min_size=1, max_size=6))
def test_a_socket_fits_wherever_the_clone_lies(parts: list[str]) -> None:
    directory = addresses.socket_directory(Path("/", *parts))
    assert len(os.fsencode(directory / addresses.POSTGRES_SOCKET)) <= 103
    assert directory == addresses.socket_directory(Path("/", *parts))


@given(st.sampled_from(["redis://h:6379/1", "rediss://u:p@h/0", "redis+sentinel://a;b"]))
def test_a_broker_elsewhere_keeps_its_address(url: str) -> None:
    assert addresses.broker_url(url) == url


@given(st.text())
def test_every_line_of_the_log_says_whose_it_is(text: str) -> None:
    written = io.StringIO(newline="")
    Log(written).write("web", text)
    lines = written.getvalue().removesuffix("\n").split("\n")
    assert all(line.startswith("web    | ") for line in lines)

"""PostgreSQL and Redis on this machine: killed, confused and shared."""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path

import kombu
import psutil
import psycopg
import pytest
import redis

from factcheck.local import account, addresses
from factcheck.local.leftovers import is_alive
from factcheck.local.postgres import Postgres
from factcheck.local.redis_server import RedisServer
from factcheck.local.server import Server
from factcheck.local.sharing import in_use, stop_unused
from tests.faults.local_runs import kill, local, own_var, stranger

pytestmark = pytest.mark.faults


@pytest.fixture(scope="module")
def cluster() -> Iterator[Path]:
    """A var directory whose PostgreSQL files are made once for all tests of this module."""
    with own_var() as var:
        yield var


@pytest.fixture
def postgres(cluster: Path) -> Iterator[Postgres]:
    """PostgreSQL, stopped."""
    server = Postgres(cluster)
    server.stop()
    yield server
    server.stop()


@pytest.fixture
def redis_server() -> Iterator[RedisServer]:
    """Redis, stopped and empty."""
    with own_var() as var:
        yield RedisServer(var)


def query(server: Server, text: str) -> list[tuple[object, ...]]:
    """Run SQL in the product's database and return its rows, if it has any."""
    with psycopg.connect(addresses.database_url(server.var), autocommit=True) as connection:
        cursor = connection.execute(text.encode())
        return cursor.fetchall() if cursor.description else []


def postmaster(server: Postgres) -> int:
    """Return the pid that the postmaster wrote."""
    return int((server.data / "postmaster.pid").read_text().splitlines()[0])


def test_it_keeps_what_was_confirmed_when_the_postmaster_is_killed(postgres: Postgres) -> None:
    postgres.start()
    query(postgres, "DROP TABLE IF EXISTS kept; CREATE TABLE kept AS SELECT 7 AS seven")
    kill(postmaster(postgres))
    with in_use(postgres):
        assert query(postgres, "SELECT seven FROM kept") == [(7,)]


def test_it_starts_when_a_stranger_has_the_pid_of_a_killed_postmaster(postgres: Postgres) -> None:
    postgres.prepare()
    with stranger(**account.popen_identity(account.server_account())) as process:
        lines = [process.pid, postgres.data, 1, 5432, postgres.sockets, "", 0, "ready"]
        text = "".join(f"{line}\n" for line in lines)
        (postgres.data / "postmaster.pid").write_text(text)
        with in_use(postgres):
            assert query(postgres, "SELECT 1") == [(1,)]
        assert process.poll() is None


def test_it_makes_the_cluster_again_when_the_making_was_cut_short() -> None:
    with own_var() as var:
        half_made = var / "postgres.new"
        half_made.mkdir()
        (half_made / "PG_VERSION").write_text("18\n")
        postgres = Postgres(var, durable=False)
        postgres.start()
        assert query(postgres, "SELECT 1") == [(1,)]
        assert not half_made.exists()


def test_it_listens_on_no_port_and_for_no_other_account(postgres: Postgres) -> None:
    postgres.start()
    listening = psutil.Process(postmaster(postgres)).net_connections("inet")
    assert not listening
    assert postgres.sockets.stat().st_mode & 0o077 == 0


def test_it_has_vectors(postgres: Postgres) -> None:
    postgres.start()
    query(postgres, "CREATE EXTENSION IF NOT EXISTS vector")
    assert query(postgres, "SELECT '[1,2]'::vector <-> '[1,2]'::vector") == [(0.0,)]


def test_stopping_leaves_no_process(postgres: Postgres) -> None:
    postgres.start()
    running = postgres.processes()
    postgres.stop()
    assert len(running) > 1
    assert not [process for process in running if is_alive(process)]


def test_the_last_user_stops_the_server_and_none_before(redis_server: RedisServer) -> None:
    with in_use(redis_server):
        with in_use(redis_server):
            assert redis_server.answers()
        assert redis_server.answers()
        assert not stop_unused(redis_server)
    assert not redis_server.processes()


def test_a_server_whose_users_were_all_killed_is_started_anew(redis_server: RedisServer) -> None:
    user = local(redis_server.var, "exec", "--", "sh", "-c", "echo ready; read never")
    assert user.stdout
    assert user.stdout.readline() == "ready\n"
    kill(user.pid)
    user.communicate()
    left_over = {process.pid for process in redis_server.processes()}
    assert left_over
    with in_use(redis_server):
        assert left_over.isdisjoint(process.pid for process in redis_server.processes())
    assert stop_unused(Postgres(redis_server.var))


def test_redis_keeps_its_data_when_killed(redis_server: RedisServer) -> None:
    client = redis.Redis.from_url(addresses.redis_url(redis_server.var))
    with in_use(redis_server):
        client.set("figure", "7")
        kill(redis_server.processes()[0].pid)
        with in_use(redis_server):
            assert client.get("figure") == b"7"
    client.close()


def test_redis_starts_though_its_file_is_broken(redis_server: RedisServer) -> None:
    redis_server.prepare()
    (redis_server.data / "appendonly.aof").write_text("*3\r\nrubbish\r\n" * 9)
    with in_use(redis_server):
        assert redis_server.answers()
    assert (redis_server.data / "appendonly.broken").exists()


@pytest.mark.parametrize("name", ["with space", "a%20b?c#d", "新闻", "deep/" * 40 + "down"])
def test_every_client_finds_the_sockets_wherever_the_clone_lies(name: str) -> None:
    with own_var() as outer:
        var = outer / name
        server = RedisServer(var, durable=False)
        with in_use(server):
            url = addresses.redis_url(var, number=3)
            client = redis.Redis.from_url(url)
            assert client.ping()
            client.close()
            with kombu.Connection(addresses.broker_url(url)) as broker:
                broker.ensure_connection(max_retries=1)
        server.sockets.rmdir()


def test_a_process_of_another_directory_is_not_taken_for_ours(redis_server: RedisServer) -> None:
    with in_use(redis_server), own_var() as elsewhere:
        assert not RedisServer(elsewhere).processes()
        assert all(isinstance(process, psutil.Process) for process in redis_server.processes())

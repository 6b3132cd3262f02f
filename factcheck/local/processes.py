"""The processes of a running product: started together, watched together, stopped together."""

from __future__ import annotations

import subprocess
import threading
from collections.abc import Mapping, Sequence
from pathlib import Path
from typing import IO

import psutil

from factcheck.local import leftovers
from factcheck.local.addresses import REPOSITORY
from factcheck.local.errors import LocalError
from factcheck.local.log import Log


class Processes:
    """Child processes, each in a session of its own, their output in one log."""

    def __init__(self, records: Path, log: Log, environment: Mapping[str, str]) -> None:
        self._records = records
        self._log = log
        self._environment = environment
        self._running: dict[str, subprocess.Popen[str]] = {}
        self._ending: set[str] = set()
        self._followers: list[threading.Thread] = []

    def start(self, name: str, command: Sequence[str], *, ends: bool = False) -> None:
        """Start a process that runs until `stop`, or `ends` by itself when its work is done."""
        process = subprocess.Popen(
            command,
            cwd=REPOSITORY,
            env=self._environment,
            stdin=subprocess.DEVNULL,
            stdout=subprocess.PIPE,
            stderr=subprocess.STDOUT,
            text=True,
            errors="replace",
            start_new_session=True,
        )
        self._running[name] = process
        self._ending |= {name} if ends else set()
        leftovers.remember(self._records, name, process.pid)
        follower = threading.Thread(target=self._follow, args=(name, process.stdout), daemon=True)
        follower.start()
        self._followers.append(follower)

    def check(self) -> None:
        """Raise LocalError if a process has ended that should not have, or failed."""
        for name, process in self._running.items():
            status = process.poll()
            if status is None or (status == 0 and name in self._ending):
                continue
            how = f"was killed by signal {-status}" if status < 0 else f"ended with {status}"
            raise LocalError(f"{name} {how}; its last lines above may say why.")

    def is_done(self, name: str) -> bool:
        """Tell whether a process that ends by itself has done its work."""
        return self._running[name].poll() == 0

    def stop(self) -> None:
        """Stop every process and all it started."""
        stop_recorded(self._records, list(self._running))
        for process in self._running.values():
            process.wait()
        for follower in self._followers:
            follower.join(timeout=2)  # the last lines

    def _follow(self, name: str, output: IO[str]) -> None:
        with output:
            for line in output:
                if line.strip():
                    self._log.write(name, line)


def stop_recorded(records: Path, names: Sequence[str]) -> bool:
    """Stop the recorded processes with their sessions, this run's or an earlier one's.

    Leaders are asked first: a worker whose pool is stopped under it would take that for a crash.
    Returns whether anything ran.
    """
    sessions = [leftovers.recorded(records, name) for name in names]
    leaders: list[psutil.Process] = [session[0] for session in sessions if session]
    leftovers.stop(leaders, patience=20)
    leftovers.stop([process for session in sessions for process in session], patience=3)
    for name in names:
        leftovers.forget(records, name)
    return bool(leaders)

"""Processes as they are remembered on disk, so that the next start finds what a crash left behind.

Each process started here leads a session of its own. Its record holds the pid and the time it was
created: a pid alone may by now belong to a stranger.
"""

from __future__ import annotations

import json
import os
import signal
import time
from collections.abc import Iterable
from pathlib import Path

import psutil

# psutil derives creation times from the time of boot, which moves when the clock is set.
CLOCK_TOLERANCE = 2.0
POLL = 0.05


def remember(records: Path, name: str, pid: int) -> None:
    """Record that the process `pid` runs as `name`."""
    draft = records / f"{name}.draft"
    created = psutil.Process(pid).create_time()
    draft.write_text(json.dumps({"pid": pid, "created": created}), encoding="ascii")
    draft.replace(_record(records, name))


def forget(records: Path, name: str) -> None:
    """Drop the record of `name`, if there is one."""
    _record(records, name).unlink(missing_ok=True)


def recorded(records: Path, name: str) -> list[psutil.Process]:
    """Return what lives of the recorded process: its whole session, itself first.

    The rest of a session is found even when its leader was killed; a stranger who got the pid
    since then is not.
    """
    try:
        record = json.loads(_record(records, name).read_text(encoding="ascii"))
        leader, created = int(record["pid"]), float(record["created"])
    except (FileNotFoundError, ValueError, KeyError, TypeError):
        return []  # never started, or killed before the record was whole
    if not _is_same(leader, created):
        return []
    return sorted(session(leader), key=lambda process: process.pid != leader)


def session(leader: int) -> list[psutil.Process]:
    """Return the living processes of the session that `leader` leads or led."""
    found = []
    for process in psutil.process_iter():
        try:
            if os.getsid(process.pid) == leader and is_alive(process):
                found.append(process)
        except (ProcessLookupError, PermissionError):
            continue
    return found


def is_alive(process: psutil.Process) -> bool:
    """Tell whether the process runs; one that ended and waits for its parent does not."""
    try:
        return process.is_running() and process.status() != psutil.STATUS_ZOMBIE
    except psutil.NoSuchProcess:
        return False


def stop(
    processes: Iterable[psutil.Process],
    *,
    ask: signal.Signals = signal.SIGTERM,
    patience: float = 15.0,
) -> None:
    """Ask every process to stop, wait up to `patience` seconds, kill those that still run."""
    living = list(processes)
    for how, seconds in ((ask, patience), (signal.SIGKILL, 5.0)):
        living = [process for process in living if is_alive(process)]
        for process in living:
            _send(process, how)
        _wait(living, seconds)


def _wait(processes: list[psutil.Process], seconds: float) -> None:
    deadline = time.monotonic() + seconds
    while any(is_alive(process) for process in processes) and time.monotonic() < deadline:
        time.sleep(POLL)


def _send(process: psutil.Process, how: signal.Signals) -> None:
    try:
        process.send_signal(how)
    except psutil.NoSuchProcess:
        return


def _is_same(pid: int, created: float) -> bool:
    """Tell whether `pid` is, or was and nobody took it since, the process created then."""
    try:
        return abs(psutil.Process(pid).create_time() - created) <= CLOCK_TOLERANCE
    except psutil.NoSuchProcess:
        return True


def _record(records: Path, name: str) -> Path:
    return records / f"{name}.json"

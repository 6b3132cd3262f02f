"""Celery workers of one process each, which may be killed, and the memory they take."""

from __future__ import annotations

import os
import signal
import subprocess
import sys
from contextlib import suppress
from pathlib import Path

import psutil


class Workers:
    """So many workers of a queue; one that was killed is replaced, as a process manager does."""

    def __init__(self, count: int, *, queue: str = "celery") -> None:
        self.peak_mebibytes = 0.0
        self.killed = 0
        self._started = 0
        self._queue = queue
        self._processes = [self._start() for _number in range(count)]

    def _start(self) -> subprocess.Popen[bytes]:
        self._started += 1
        command = [sys.executable, "-m", "celery", "--quiet", "--app", "factcheck", "worker"]
        options = [
            "-Q",
            self._queue,
            "-n",
            f"{self._queue}{self._started}@%h",
            "--concurrency",
            "1",
        ]
        alone = ["--loglevel", "ERROR", "--without-gossip", "--without-mingle"]
        return subprocess.Popen([*command, *options, *alone], start_new_session=True)

    def kill_one(self) -> None:
        """Kill the worker that has run longest, with its child, and start another."""
        process = self._processes.pop(0)
        self.note_memory()
        os.killpg(process.pid, signal.SIGKILL)
        process.wait()
        self.killed += 1
        self._processes.append(self._start())

    def note_memory(self) -> None:
        """Note the most memory that a process that works has had so far."""
        for process in self._processes:
            with suppress(psutil.NoSuchProcess):
                for child in psutil.Process(process.pid).children():
                    self.peak_mebibytes = max(self.peak_mebibytes, _peak(child.pid))

    def stop(self) -> None:
        """End all of them."""
        for process in self._processes:
            with suppress(ProcessLookupError):
                os.killpg(process.pid, signal.SIGKILL)
            process.wait()


def _peak(pid: int) -> float:
    """Return the most memory (resident, MiB) a process has had; 0 when it is gone."""
    with suppress(OSError):
        for line in Path(f"/proc/{pid}/status").read_text(encoding="ascii").splitlines():
            if line.startswith("VmHWM:"):
                return int(line.split()[1]) / 1024
    return 0.0

"""A real gunicorn in processes of its own, on the test run's database, whose workers get killed."""

from __future__ import annotations

import http.client
import json
import os
import signal
import socket
import subprocess
import sys
from pathlib import Path
from typing import Any

from factcheck.local.addresses import REPOSITORY
from tests.deadlines import wait_until
from tests.workers import run_environment

READY_WITHIN = 60.0


class WebServer:
    """One gunicorn with one worker; when that is killed, its master starts another."""

    def __init__(self) -> None:
        with socket.socket() as probe:
            probe.bind(("127.0.0.1", 0))
            self.port: int = probe.getsockname()[1]
        self.process: subprocess.Popen[bytes] | None = None

    def start(self) -> None:
        """Start it and wait until it answers."""
        command = [sys.executable, "-m", "gunicorn", "factcheck.wsgi:application", "--preload"]
        options = ["--bind", f"127.0.0.1:{self.port}", "--threads", "4", "--log-level", "critical"]
        self.process = subprocess.Popen(
            [*command, *options],
            cwd=REPOSITORY,
            env=run_environment({"HTTPS": "false"}),
            start_new_session=True,
        )
        wait_until(self._answers, seconds=READY_WITHIN, what="the web server answers")

    def kill_worker(self) -> None:
        """Kill the worker at whatever it is doing, as a power cut would."""
        for pid in self._workers():
            os.kill(pid, signal.SIGKILL)

    def stop(self) -> None:
        """Kill all of it."""
        if self.process is not None:
            os.killpg(self.process.pid, signal.SIGKILL)
            self.process.wait()
            self.process = None

    def post(self, path: str, body: object, headers: dict[str, str]) -> tuple[int, Any]:
        """Return status and JSON of the answer; raise OSError or HTTPException without one."""
        connection = http.client.HTTPConnection("127.0.0.1", self.port, timeout=30)
        try:
            kind = {"Content-Type": "application/json", "Connection": "close"}
            connection.request("POST", path, json.dumps(body), headers | kind)
            answer = connection.getresponse()
            return answer.status, json.loads(answer.read() or "null")
        finally:
            connection.close()

    def _workers(self) -> list[int]:
        assert self.process is not None
        children = Path(f"/proc/{self.process.pid}/task/{self.process.pid}/children")
        return [int(pid) for pid in children.read_text().split()]

    def _answers(self) -> bool:
        assert self.process is not None
        assert self.process.poll() is None, "the web server ended by itself"
        try:
            self.post("/api/v1/token", {}, {})
        except (OSError, http.client.HTTPException):
            return False
        return True

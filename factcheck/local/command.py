"""Runs one command with PostgreSQL and Redis at hand."""

from __future__ import annotations

import signal
import subprocess
from collections.abc import Sequence

from factcheck.local import addresses, services


def execute(command: Sequence[str]) -> int:
    """Run the command, with the servers started for it unless they run; return its status."""
    var = addresses.var_directory()
    with services.running(services.needed(var)):
        process = subprocess.Popen(command, env=services.environment(var))
        # Ctrl-C in a terminal reaches the command by itself; what it means is up to the command.
        signal.signal(signal.SIGINT, lambda *_: None)
        signal.signal(signal.SIGTERM, lambda *_: process.terminate())
        return process.wait()

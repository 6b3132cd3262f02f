"""Processor time of this process and of its session in the database, on the same machine.

On a busy machine it says more than the clock: waiting for a turn is not in it.
"""

from __future__ import annotations

import os
import time
from pathlib import Path

from django.db import connection

TICKS = os.sysconf("SC_CLK_TCK")  # a second


def processor_seconds() -> float:
    """Return the seconds both have used so far."""
    connection.ensure_connection()
    backend = connection.connection.info.backend_pid
    after_name = Path(f"/proc/{backend}/stat").read_text(encoding="utf-8").rpartition(")")[2]
    user, system = after_name.split()[11:13]
    return time.process_time() + (int(user) + int(system)) / TICKS

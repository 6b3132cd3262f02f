"""One log for many processes: every line says whose it is."""

from __future__ import annotations

import os
import threading
from typing import IO

COLOURS = (36, 33, 35, 32, 34)
DESK = "desk"


class Log:
    """Writes whole lines with the name of their process in front; colours only on a terminal."""

    def __init__(self, stream: IO[str]) -> None:
        self._stream = stream
        self._coloured = stream.isatty() and not os.environ.get("NO_COLOR")
        self._names: dict[str, int] = {}
        self._lock = threading.Lock()

    def write(self, name: str, text: str) -> None:
        """Write every line of the text. A reader who went away is no reason to stop."""
        with self._lock:
            colour = self._names.setdefault(name, COLOURS[len(self._names) % len(COLOURS)])
            prefix = f"{name:<7}|"
            if self._coloured:
                prefix = f"\033[{colour}m{prefix}\033[0m"
            try:
                for line in text.splitlines() or [""]:
                    self._stream.write(f"{prefix} {line}\n")
                self._stream.flush()
            except (BrokenPipeError, ValueError):
                return

    def say(self, text: str) -> None:
        """Write a line of the supervisor's own."""
        self.write(DESK, text)

"""What one of a crowd is told. Each is a fresh process that imports this: it imports nothing."""

from __future__ import annotations

from dataclasses import dataclass


@dataclass(frozen=True, slots=True)
class Shift:
    """Whom to ask, as whom, and for how long."""

    port: int
    token: str
    name: str
    seed: int
    seconds: float

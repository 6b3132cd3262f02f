"""What one of a crowd is told. Each is a fresh process that imports this: it imports nothing."""

from __future__ import annotations

from dataclasses import dataclass


@dataclass(frozen=True, slots=True)
class Shift:
    """Whom to ask, as whom, from when until when (Unix times)."""

    port: int
    token: str
    name: str
    seed: int
    begin: float
    end: float

"""Drawing lots by a hash: nobody knows the outcome before, and asking again gives the same."""

from __future__ import annotations

import hashlib


def lot(about: str) -> float:
    """Return a number in [0, 1) that is the same for the same words."""
    digest = hashlib.sha256(about.encode()).digest()
    return int.from_bytes(digest[:8]) / 2**64

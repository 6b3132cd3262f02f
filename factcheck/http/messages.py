"""What is sent and what comes back."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass

from factcheck.http.failure import Why


@dataclass(frozen=True, slots=True)
class Question:
    """What is sent. `max_bytes` is how much of the answer's body is read."""

    method: str
    headers: Mapping[str, str]
    body: bytes | None = None
    max_bytes: int = 1024 * 1024


@dataclass(frozen=True, slots=True)
class Answer:
    """What came. Names of headers are lower case; one that came twice has both, with a comma.

    `cut` says why the body is only a beginning: TOO_LARGE, or BROKEN when the server closed before
    all it announced had come.
    """

    status: int
    headers: Mapping[str, str]
    body: bytes
    cut: Why | None = None

    @property
    def is_whole(self) -> bool:
        """Say whether the whole body came."""
        return self.cut is None

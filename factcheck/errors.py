"""What services raise when they refuse. UI and API turn each into a clear answer."""

from __future__ import annotations

import datetime
from collections.abc import Mapping
from dataclasses import dataclass
from typing import Any


class DeskError(Exception):
    """A refusal a person can understand: `message` says what is wrong and what to do.

    `code` is stable and machine-readable; `status` is the HTTP status that fits.
    """

    status = 400
    code = "refused"

    def __init__(self, message: str, *, code: str | None = None) -> None:
        super().__init__(message)
        self.message = message
        self.code = code or self.code


class InvalidInput(DeskError):
    """A field holds what it may not: `field` names it, the message names the remedy."""

    code = "invalid"

    def __init__(self, field: str, message: str, *, code: str | None = None) -> None:
        super().__init__(message, code=code)
        self.field = field


class NotAllowed(DeskError):
    """This person may not do this; `code` is the id of the rule that says so."""

    status = 403
    code = "not_allowed"


class NotFound(DeskError):
    """There is no such row."""

    status = 404
    code = "not_found"


class WrongState(DeskError):
    """The move does not exist from the state the thing is in, or a guard refuses it."""

    status = 409
    code = "wrong_state"


class TooMany(DeskError):
    """More of it within a short time than a person does; later it is taken."""

    status = 429
    code = "too_many"


@dataclass(frozen=True, slots=True)
class Difference:
    """A field of a stale write: what was typed, and what is stored instead."""

    field: str
    typed: Any
    stored: Any


class Stale(DeskError):
    """Written against an older version. `current` is what is stored; nothing was overwritten.

    `typed` is what came, by the same names; `saved_by` and `saved_at` tell of the write that was
    faster ("" and None when nobody knows).
    """

    status = 409
    code = "stale"

    def __init__(
        self,
        message: str,
        *,
        current: dict[str, Any],
        typed: Mapping[str, Any] | None = None,
        saved_by: str = "",
        saved_at: datetime.datetime | None = None,
    ) -> None:
        super().__init__(message)
        self.current = current
        self.typed = typed or {}
        self.saved_by = saved_by
        self.saved_at = saved_at

    @property
    def differences(self) -> list[Difference]:
        """Return the fields in which what was typed is not what is stored."""
        return [
            Difference(field, value, self.current[field])
            for field, value in self.typed.items()
            if field in self.current and value != self.current[field]
        ]

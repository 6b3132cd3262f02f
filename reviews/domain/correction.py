"""What a new version of a published verdict is: each kind tells readers how much it weighs."""

from __future__ import annotations

from enum import StrEnum


class CorrectionKind(StrEnum):
    """The kinds a new version can have. A retraction is no version: it withdraws one."""

    TYPO = "typo"
    CLARIFICATION = "clarification"
    CORRECTION = "correction"
    UPDATE = "update"
    RATING = "rating"


def fits_rating(kind: str, *, rating_changed: bool) -> bool:
    """Return whether `kind` says of a version with another rating, and only of it, that it is one.

    A changed rating called a typo would hide from readers that the desk judges otherwise now.
    """
    return rating_changed == (kind == CorrectionKind.RATING)

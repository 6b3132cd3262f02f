"""Why a claim may be dismissed, and which dismissals a second person looks at."""

from __future__ import annotations

from enum import StrEnum

from reviews.domain.lot import lot


class Why(StrEnum):
    """The kind of reason. It goes into the ledger, and its shares tell where the machine errs."""

    NOT_CHECKABLE = "not_checkable"
    OPINION = "opinion"
    FORECAST = "forecast"
    DUPLICATE = "duplicate"
    OUT_OF_SCOPE = "out_of_scope"
    TOO_MINOR = "too_minor"
    SATIRE = "satire"
    MACHINE_ERROR = "machine_error"
    MARK_WITHDRAWN = "mark_withdrawn"
    OTHER = "other"


class Outcome(StrEnum):
    """What the second person said of a dismissal."""

    CONFIRMED = "confirmed"
    OVERTURNED = "overturned"


# Not for people to choose: it lasts only until something else asks for the claim.
OF_ITSELF = frozenset({Why.MARK_WITHDRAWN})
# "A duplicate" of what, and "another reason" which: these say nothing without words.
NEEDS_WORDS = frozenset({Why.DUPLICATE, Why.OTHER})


def gives_reason(why: Why, note: str) -> bool:
    """Return whether the kind, with `note`, says why the desk does not check the claim."""
    return why not in NEEDS_WORDS or bool(note.strip())


def is_drawn(dismissal_id: int, *, share: float) -> bool:
    """Return whether this dismissal is among the `share` (0 to 1) that is looked at again.

    By a hash of its id, which nobody knows while deciding, and which asking again does not change.
    """
    return lot(f"second look {dismissal_id}") < share

"""What the linter of ClaimReview says: which rule, where, about what."""

from __future__ import annotations

from dataclasses import dataclass
from enum import StrEnum

SHOWN = 120  # characters of an offending value


class Level(StrEnum):
    """An error keeps a verdict from being published; a warning is told."""

    ERROR = "error"
    WARNING = "warning"


@dataclass(frozen=True, slots=True)
class Rule:
    """A rule, with what is wrong where it is broken, what to do, and who says so.

    `message` and `remedy` are marked for translation; the UI translates them.
    """

    id: str
    level: Level
    message: str
    remedy: str
    source: str


@dataclass(frozen=True, slots=True)
class Finding:
    """A broken rule at `path` ("$.reviewRating.alternateName"); `value` is what stands there."""

    rule: Rule
    path: str
    value: str = ""


def shortened(value: object) -> str:
    """Return `value` as a finding shows it."""
    text = str(value)
    return text if len(text) <= SHOWN else f"{text[: SHOWN - 1]}…"

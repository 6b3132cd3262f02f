"""Compare the dates of two statements."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import timedelta
from typing import Literal

from claims.extraction.types import DateMention

QUARTER = timedelta(days=80)


@dataclass(frozen=True, slots=True)
class PeriodMatch:
    """Whether the dates of two statements meet, and the pair that decided it.

    `long` says that each is of a quarter or more: what was earned then, not what happened then.
    """

    relation: Literal["meeting", "apart", "absent"]
    left: DateMention | None = None
    right: DateMention | None = None
    long: bool = False


def _meet(left: DateMention, right: DateMention) -> bool:
    return left.first <= right.last and right.first <= left.last


def compare_periods(left: Sequence[DateMention], right: Sequence[DateMention]) -> PeriodMatch:
    """Say whether any two dates share a day; a year meets each of its days."""
    if not left or not right:
        return PeriodMatch("absent")
    for one in left:
        for other in right:
            if _meet(one, other):
                return PeriodMatch("meeting", one, other)
    long = all(each.last - each.first >= QUARTER for each in (*left, *right))
    return PeriodMatch("apart", left[0], right[0], long)

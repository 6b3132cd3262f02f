"""The priority of a queue item: points per factor, each shown to the reviewer."""

from __future__ import annotations

import datetime
from collections.abc import Iterable
from dataclasses import dataclass, field
from typing import Any

from reviews.domain.boosts import MOST_POINTS, Boost

DAY = datetime.timedelta(days=1)
POINTS_PER_DAY, MOST_DAYS = 2, 10


@dataclass(frozen=True, slots=True)
class Pull:
    """What makes a claim urgent. `score` is check-worthiness, 0 to 1; `days` it has waited, whole.

    `copies` of the `outlets` only carry the text of another.
    `checked_before`: another desk has; `checked_here`: this one has published a verdict on a claim
    of the same family. `boosts` are the desk's rules that fit, `extra` the points a person gave.
    """

    score: float
    outlets: int
    has_conflict: bool
    checked_before: bool
    by_hand: bool = False
    checked_here: bool = False
    copies: int = 0
    days: int = 0
    boosts: tuple[Boost, ...] = ()
    extra: int = 0
    extra_note: str = ""


@dataclass(frozen=True, slots=True)
class Points:
    """Points of one factor, by id, and the facts they follow from (JSON values)."""

    factor: str
    points: int
    because: dict[str, Any] = field(default_factory=dict)


def priority(pull: Pull) -> tuple[Points, ...]:
    """Return the points per factor, zero ones left out; their sum is the priority.

    Check-worthiness gives 0 to 50; each outlet after the first 10, or 5 for one that only carries
    a copy, up to 30: a copy has readers too, but nobody found out anew; a conflict of figures 20;
    a claim another desk has checked 10, because half the work is done, and one of a family this
    desk has checked 10; one a reviewer marked 30, because the machine, which did not see it, scores
    it low; each day of waiting 2, up to 20, so that nothing waits for ever; the desk's own rules,
    and the points a person gave, up to 50 either way.
    """
    factors = (
        Points("check_worthiness", round(50 * pull.score), {"score": round(pull.score, 2)}),
        reach(pull.outlets, pull.copies),
        Points("conflict", 20 * pull.has_conflict),
        Points("checked_before", 10 * pull.checked_before),
        Points("checked_here", 10 * pull.checked_here),
        Points("by_hand", 30 * pull.by_hand),
        age(pull.days),
        rules(pull.boosts),
        Points("boost", pull.extra, {"note": pull.extra_note}),
    )
    return tuple(factor for factor in factors if factor.points)


def reach(outlets: int, copies: int) -> Points:
    """Return the points for `outlets`, of which `copies` carry the text of another."""
    points = 10 * max(0, outlets - 1) - 5 * copies
    return Points("reach", min(30, points), {"outlets": outlets, "texts": outlets - copies})


def age(days: int) -> Points:
    """Return the points for whole days of waiting."""
    return Points("age", POINTS_PER_DAY * min(days, MOST_DAYS), {"days": days})


def rules(boosts: Iterable[Boost]) -> Points:
    """Return the points of the desk's rules that fit: their sum, within 50 either way."""
    told = [{"points": boost.points, "reason": boost.reason} for boost in boosts]
    total = sum(boost.points for boost in boosts)
    return Points("rules", max(-MOST_POINTS, min(MOST_POINTS, total)), {"rules": told})


def days_waited(entered_at: datetime.datetime, now: datetime.datetime) -> int:
    """Return the whole days since an item entered the queue."""
    return max(0, (now - entered_at) // DAY)


def ages_at(entered_at: datetime.datetime, days: int) -> datetime.datetime | None:
    """Return when an item that has waited `days` gets more points for it; None at the most."""
    return entered_at + (days + 1) * DAY if days < MOST_DAYS else None

"""What waits now: by state and by language, and how long."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass

from factcheck.prepared import rows
from reviews.domain.waiting import Aged, Waiting, waiting, waiting_by
from reviews.selectors.queue import OPEN_STATES

# Whole hours, from two days on in whole days: as people are told, and few rows of many claims.
AGES = """
WITH aged AS (
    SELECT state, language,
        floor(extract(epoch FROM %(now)s::timestamptz - entered_at) / 3600)::int AS hours
    FROM reviews_queueitem WHERE closed_at IS NULL
)
SELECT state, language, greatest(CASE WHEN hours < 48 THEN hours ELSE hours / 24 * 24 END, 0),
    count(*) FROM aged GROUP BY 1, 2, 3"""


@dataclass(frozen=True, slots=True)
class Depth:
    """The open claims, those that sleep included; states in the order of the table of states."""

    all: Waiting
    states: Sequence[tuple[str, Waiting]]
    languages: Sequence[tuple[str, Waiting]]


def depth_at(now: object) -> Depth:
    """Return what waits, and how long it has until `now`."""
    aged = [Aged(*row) for row in rows(AGES, {"now": now})]
    return Depth(
        all=waiting(aged),
        states=waiting_by(aged, lambda each: each.state, map(str, OPEN_STATES)),
        languages=waiting_by(aged, lambda each: each.language, sorted({a.language for a in aged})),
    )

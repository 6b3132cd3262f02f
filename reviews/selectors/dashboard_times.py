"""How long the claims took that were published: in all, by stage, week and language."""

from __future__ import annotations

import datetime
from collections.abc import Mapping, Sequence
from dataclasses import dataclass

from factcheck.prepared import rows
from reviews.domain.dashboard_window import Step, Window, monday, week_steps
from reviews.domain.happenings import Passing
from reviews.selectors.dashboard_events import PASSAGES

_KNOWN = """
    SELECT item_id, published_at, triage, first_review, second_review, sign_off
    FROM reviews_passage"""
_PASSED = f"""
    SELECT item_id, (published_at AT TIME ZONE %(zone)s::text)::date AS day,
        triage, first_review, second_review, sign_off,
        triage + first_review + second_review + sign_off AS total
    FROM ({_KNOWN} UNION ALL SELECT * FROM ({PASSAGES}) AS fresh) AS passed
    WHERE published_at >= (%(first)s::date::timestamp AT TIME ZONE %(zone)s::text)
        AND published_at < ((%(last)s::date + 1)::timestamp AT TIME ZONE %(zone)s::text)"""  # noqa: S608
_MIDDLE = "percentile_cont(ARRAY[0.5, 0.9]) WITHIN GROUP (ORDER BY {})"
_STAGES = ", ".join(
    f"count(*) FILTER (WHERE {name} > 0), "
    f"{_MIDDLE.format(name)} FILTER (WHERE {name} > 0), coalesce(sum({name}), 0)"
    for name in [*Passing, "total"]
)
BY_STAGE = f"SELECT {_STAGES} FROM ({_PASSED}) AS passed"  # noqa: S608 (of our own names alone)
BY_WEEK = f"""
SELECT date_trunc('week', day)::date, count(*), {_MIDDLE.format("total")}
FROM ({_PASSED}) AS passed GROUP BY 1"""  # noqa: S608 (as above)
BY_LANGUAGE = f"""
SELECT item.language, count(*), {_MIDDLE.format("total")}
FROM ({_PASSED}) AS passed JOIN reviews_queueitem item ON item.id = passed.item_id
GROUP BY 1"""  # noqa: S608 (as above)


@dataclass(frozen=True, slots=True)
class Took:
    """The median and the 90th percentile of `count` times, in seconds; None of no times."""

    count: int
    median: float | None = None
    ninth: float | None = None


@dataclass(frozen=True, slots=True)
class Times:
    """Times of what was published. A stage counts the claims that were in it; `shares` are of all
    time spent, by stage, 0 to 1.
    """

    total: Took
    before: Took
    stages: Mapping[Passing, Took]
    shares: Mapping[Passing, float]
    weeks: Sequence[tuple[Step, Took]]
    languages: Mapping[str, Took]


def times_of(window: Window, zone: str) -> Times:
    """Return how long the claims took that were published on the days of the window."""
    asked = _asked(window, zone)
    total, stages, shares = _staged(rows(BY_STAGE, asked)[0])
    before, _stages, _shares = _staged(rows(BY_STAGE, _asked(window.before, zone))[0])
    return Times(
        total=total,
        before=before,
        stages=stages,
        shares=shares,
        weeks=_weeks(window, {row[0]: _took(*row[1:]) for row in rows(BY_WEEK, asked)}),
        languages={row[0]: _took(*row[1:]) for row in rows(BY_LANGUAGE, asked)},
    )


def _asked(window: Window, zone: str) -> dict[str, object]:
    return {"first": window.first, "last": window.last, "zone": zone}


def _staged(
    row: Sequence[object],
) -> tuple[Took, dict[Passing, Took], dict[Passing, float]]:
    triples = [row[at : at + 3] for at in range(0, len(row), 3)]
    *stages, (count, middle, whole) = triples
    took = {stage: _took(*each[:2]) for stage, each in zip(Passing, stages, strict=True)}
    spent = [float(str(each[2])) for each in stages]
    everything = float(str(whole)) or 1.0
    shares = {stage: part / everything for stage, part in zip(Passing, spent, strict=True)}
    return _took(count, middle), took, shares


def _took(count: object, middle: object) -> Took:
    found = middle if isinstance(middle, list) else (None, None)
    return Took(int(str(count)), *found)


def _weeks(window: Window, by_monday: Mapping[datetime.date, Took]) -> list[tuple[Step, Took]]:
    return [(step, by_monday.get(monday(step.first), Took(0))) for step in week_steps(window)]

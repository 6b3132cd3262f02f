"""What came into the queue and what left it: from the tallies, and from the history for the days
that are not tallied yet, which are the same whatever days are asked for.
"""

from __future__ import annotations

import datetime
from collections import defaultdict
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass, field

from factcheck.prepared import rows
from reviews.domain.dashboard_window import ONE_DAY, Step, Window, steps_of
from reviews.domain.happenings import INFLOW, OUTFLOW, Happening, Split
from reviews.models import TalliedZone
from reviews.selectors.dashboard_events import DAYS

_SINCE = "(%(since)s::date::timestamp AT TIME ZONE %(zone)s::text)"
_UNTIL = "'infinity'::timestamptz"
FRESH = DAYS.replace("%(since)s::timestamptz", _SINCE).replace("%(until)s::timestamptz", _UNTIL)
_TALLIED = """
    FROM reviews_daytally WHERE zone_id = %(zone)s::text
        AND day BETWEEN %(first)s::date AND %(last)s::date AND day < %(fresh)s::date"""
BY_DAY = f"""
SELECT day, happening, sum(count)::int {_TALLIED} AND split = '{Split.LANGUAGE}'
GROUP BY 1, 2"""
BY_KEY = f"SELECT split, key, happening, sum(count)::int {_TALLIED} GROUP BY 1, 2, 3"

Counts = Mapping[Happening, int]


@dataclass(frozen=True, slots=True)
class Counted:
    """How often something happened on one day, to claims of one language, outlet or person."""

    day: datetime.date
    split: Split
    happening: Happening
    key: str
    count: int


@dataclass(frozen=True, slots=True)
class Tallied:
    """What is known of the days of a zone: tallies before the day `until`, `fresh` from then on."""

    zone: str
    until: datetime.date
    fresh: Sequence[Counted]


@dataclass(frozen=True, slots=True)
class Flow:
    """What happened: in each step, in all, and in as many days before."""

    steps: Sequence[tuple[Step, Counts]]
    totals: Counts
    before: Counts


@dataclass(frozen=True, slots=True)
class Shares:
    """What happened by language, outlet id and person id; "" where there is none."""

    of: Mapping[Split, Mapping[str, Counts]] = field(default_factory=dict)

    def by(self, split: Split) -> Mapping[str, Counts]:
        """Return the counts of each key; none of those nothing happened to."""
        return self.of.get(split, {})


def inflow(counts: Counts) -> int:
    """Return how many claims came into the queue: new ones, reopened ones, restored ones."""
    return sum(counts[each] for each in INFLOW)


def outflow(counts: Counts) -> int:
    """Return how many claims left the queue: dismissed or published."""
    return sum(counts[each] for each in OUTFLOW)


def untallied_from(zone: str) -> datetime.date:
    """Return the first day of `zone` that is in no tally."""
    row = TalliedZone.objects.filter(pk=zone).first()
    return row.until + ONE_DAY if row and row.until else datetime.date.min.replace(year=1970)


def fresh_counts(zone: str, since: datetime.date) -> list[Counted]:
    """Return what happened from a day of `zone` on, from the history itself."""
    found = rows(FRESH, {"zone": zone, "since": since})
    return [
        Counted(day, Split(split), Happening(what), key, count)
        for day, split, what, key, count in found
    ]


def flow_of(window: Window, known: Tallied) -> Flow:
    """Return what happened on the days of the window; a day without anything has zeros."""
    both = Window(window.before.first, window.last)
    by_day: dict[datetime.date, dict[Happening, int]] = defaultdict(_none)
    for day, happening, count in rows(BY_DAY, _asked(both, known)):
        by_day[day][Happening(happening)] = count
    for each in _within(both, known):
        if each.split is Split.LANGUAGE:
            by_day[each.day][each.happening] += each.count
    steps = [(step, _sum(by_day, Window(step.first, _last(step)))) for step in steps_of(window)]
    return Flow(steps, _sum(by_day, window), _sum(by_day, window.before))


def shares_of(window: Window, known: Tallied) -> Shares:
    """Return what happened on the days of the window by language, outlet and person."""
    found: dict[Split, dict[str, dict[Happening, int]]] = {}
    counted = rows(BY_KEY, _asked(window, known))
    counted += [
        (each.split, each.key, each.happening, each.count) for each in _within(window, known)
    ]
    for split, key, happening, count in counted:
        counts = found.setdefault(Split(split), {}).setdefault(key, _none())
        counts[Happening(happening)] += count
    return Shares(found)


def _within(window: Window, known: Tallied) -> Iterator[Counted]:
    return (each for each in known.fresh if window.first <= each.day <= window.last)


def _asked(window: Window, known: Tallied) -> dict[str, object]:
    return {
        "first": window.first,
        "last": window.last,
        "fresh": known.until,
        "zone": known.zone,
    }


def _none() -> dict[Happening, int]:
    return dict.fromkeys(Happening, 0)


def _last(step: Step) -> datetime.date:
    return step.first + (step.days - 1) * ONE_DAY


def _sum(by_day: Mapping[datetime.date, Counts], window: Window) -> Counts:
    total = _none()
    for number in range(window.days):
        # Not by the default of the dictionary: that would remember each empty day.
        for happening, count in by_day.get(window.first + number * ONE_DAY, {}).items():
            total[happening] += count
    return total

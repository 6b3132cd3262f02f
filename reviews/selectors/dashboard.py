"""The dashboard: how the desk is doing, over some days, in somebody's time zone."""

from __future__ import annotations

import datetime
from collections.abc import Mapping
from dataclasses import dataclass

from django.core.cache import cache
from django.utils import timezone

from factcheck.accounts.models import User
from reviews.domain.dashboard_window import Window
from reviews.domain.happenings import Split
from reviews.selectors.agreement import GroupAgreement, Period, group_agreement
from reviews.selectors.dashboard_depth import Depth, depth_at
from reviews.selectors.dashboard_flow import (
    Counted,
    Counts,
    Flow,
    Shares,
    Tallied,
    flow_of,
    fresh_counts,
    shares_of,
    untallied_from,
)
from reviews.selectors.dashboard_marks import Marks, marks_of
from reviews.selectors.dashboard_outlets import Outlets, outlets_of
from reviews.selectors.dashboard_people import People, people_of
from reviews.selectors.dashboard_times import Times, times_of

# Seconds. Nobody decides by the last minute: what happened today is kept so long for all windows,
# which take it into figures that are kept as long.
FRESH = 30


@dataclass(frozen=True, slots=True)
class Figures:
    """The figures that are the same for everybody; `zone` is the IANA name of that of the days."""

    window: Window
    zone: str
    at: datetime.datetime
    depth: Depth
    flow: Flow
    times: Times
    agreement: GroupAgreement
    marks: Marks
    shares: Shares


@dataclass(frozen=True, slots=True)
class Dashboard:
    """All figures as one person may see them, as they were `at` a moment."""

    window: Window
    zone: str
    at: datetime.datetime
    depth: Depth
    flow: Flow
    times: Times
    agreement: GroupAgreement
    marks: Marks
    languages: Mapping[str, Counts]
    outlets: Outlets
    people: People

    @property
    def is_empty(self) -> bool:
        """Tell whether nothing waits and nothing happened: the desk has not begun."""
        counts = (*self.flow.totals.values(), *self.flow.before.values())
        return not (self.depth.all.count or any(counts) or self.marks.all.marks)


def dashboard_of(window: Window, viewer: User) -> Dashboard:
    """Return the figures of the days of `window` in the time zone of now, as `viewer` may see.

    What is the same for everybody is up to twice FRESH seconds old.
    """
    zone = timezone.get_current_timezone_name()
    key = f"dashboard/{zone}/{window.first}/{window.last}"
    found: Figures | None = cache.get(key)
    if found is None:
        found = _figures(window, zone)
        cache.set(key, found, FRESH)
    return Dashboard(
        window=window,
        zone=zone,
        at=found.at,
        depth=found.depth,
        flow=found.flow,
        times=found.times,
        agreement=found.agreement,
        marks=found.marks,
        languages=dict(sorted(found.shares.by(Split.LANGUAGE).items())),
        outlets=outlets_of(found.shares.by(Split.SOURCE), found.marks.sources),
        people=people_of(found.shares.by(Split.PERSON), viewer),
    )


def _figures(window: Window, zone: str) -> Figures:
    now, known = timezone.now(), _tallied(window, zone)
    return Figures(
        window=window,
        zone=zone,
        at=now,
        depth=depth_at(now),
        flow=flow_of(window, known),
        times=times_of(window, zone),
        agreement=group_agreement(Period(window.first, window.last)),
        marks=marks_of(window, zone),
        shares=shares_of(window, known),
    )


def _tallied(window: Window, zone: str) -> Tallied:
    """Return what the tallies know, with the days after them as far as the window needs those.

    Where days are tallied, the first that is not is the same for every window that ends today.
    """
    until = untallied_from(zone)
    since = max(until, window.before.first)
    if since > window.last:
        return Tallied(zone, until, ())
    key = f"dashboard/fresh/{zone}/{since}"
    fresh: list[Counted] | None = cache.get(key)
    if fresh is None:
        fresh = fresh_counts(zone, since)
        cache.set(key, fresh, FRESH)
    return Tallied(zone, until, fresh)

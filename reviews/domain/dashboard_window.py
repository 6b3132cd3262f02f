"""The days a dashboard looks at, the days before them, and the steps they are drawn in."""

from __future__ import annotations

import datetime
from collections.abc import Iterator
from dataclasses import dataclass

ONE_DAY = datetime.timedelta(days=1)
OFFERED = (7, 30, 90, 365)
USUAL = 30
LONGEST = 3 * 366  # days; of more a person sees nothing, and a page of them is slow
MOST_DAYS = 31  # of more the steps are weeks


@dataclass(frozen=True, slots=True)
class Window:
    """Days from `first` to `last`, both included."""

    first: datetime.date
    last: datetime.date

    @property
    def days(self) -> int:
        """Return how many days it has."""
        return (self.last - self.first).days + 1

    @property
    def before(self) -> Window:
        """Return as many days, right before it."""
        return Window(self.first - self.days * ONE_DAY, self.first - ONE_DAY)

    @property
    def is_by_week(self) -> bool:
        """Tell whether it is too long to be drawn day by day."""
        return self.days > MOST_DAYS


@dataclass(frozen=True, slots=True)
class Step:
    """A day or a week of a window: `first` names it. A week at an end may have fewer days."""

    first: datetime.date
    days: int


def days_back(days: int, today: datetime.date) -> Window:
    """Return the last so many days, today included."""
    return Window(today - (days - 1) * ONE_DAY, today)


def window_of(
    since: datetime.date | None, until: datetime.date | None, today: datetime.date
) -> Window:
    """Return the days between two, in whichever order they are given; at most LONGEST.

    Without `until` it ends today, without `since` it has the usual number of days.
    """
    last = until or today
    first = since or last - (USUAL - 1) * ONE_DAY
    first, last = min(first, last), max(first, last)
    return Window(max(first, last - (LONGEST - 1) * ONE_DAY), last)


def monday(day: datetime.date) -> datetime.date:
    """Return the Monday of the week of `day` (ISO 8601)."""
    return day - day.weekday() * ONE_DAY


def day_steps(window: Window) -> Iterator[Step]:
    """Yield every day."""
    for number in range(window.days):
        yield Step(window.first + number * ONE_DAY, 1)


def week_steps(window: Window) -> Iterator[Step]:
    """Yield the weeks, from Monday, without the days that lie outside the window."""
    first = window.first
    while first <= window.last:
        last = min(monday(first) + 6 * ONE_DAY, window.last)
        yield Step(first, (last - first).days + 1)
        first = last + ONE_DAY


def steps_of(window: Window) -> list[Step]:
    """Return the steps the window is drawn in: days, or weeks if it is long."""
    return [*(week_steps(window) if window.is_by_week else day_steps(window))]

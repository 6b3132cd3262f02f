"""How long open claims have waited, from counts by age."""

from __future__ import annotations

from collections import Counter
from collections.abc import Callable, Hashable, Iterable, Sequence
from dataclasses import dataclass
from itertools import pairwise
from typing import TypeVar

# Ages in hours at which one bucket ends and the next begins: a day, three days (when a claim is
# due), a week, a month.
EDGES = (24, 72, 168, 720)
Key = TypeVar("Key", bound=Hashable)


@dataclass(frozen=True, slots=True)
class Aged:
    """So many open claims of one state and language, each `hours` old (whole ones, passed)."""

    state: str
    language: str
    hours: int
    count: int


@dataclass(frozen=True, slots=True)
class Waiting:
    """A part of the queue. `buckets` count by age, the youngest first: one more than EDGES.

    `median` is that of the older half's first; None, as `oldest`, of no claims. Both in hours.
    """

    count: int
    buckets: tuple[int, ...]
    median: int | None
    oldest: int | None


def waiting(aged: Iterable[Aged]) -> Waiting:
    """Return how many wait, and how long."""
    ages = Counter[int]()
    for each in aged:
        ages[each.hours] += each.count
    count = ages.total()
    bounds = [0, *EDGES, max([*ages, EDGES[-1]]) + 1]
    buckets = tuple(
        sum(some for hours, some in ages.items() if low <= hours < high)
        for low, high in pairwise(bounds)
    )
    return Waiting(count, buckets, _median(ages), max(ages, default=None))


def waiting_by(
    aged: Sequence[Aged], key: Callable[[Aged], Key], order: Iterable[Key]
) -> list[tuple[Key, Waiting]]:
    """Return each part of the queue in this order, also those that are empty."""
    parts: dict[Key, list[Aged]] = {name: [] for name in order}
    for each in aged:
        parts[key(each)].append(each)
    return [(name, waiting(part)) for name, part in parts.items()]


def _median(ages: Counter[int]) -> int | None:
    seen, half = 0, ages.total() / 2
    for hours in sorted(ages):
        seen += ages[hours]
        if seen > half:
            return hours
    return None

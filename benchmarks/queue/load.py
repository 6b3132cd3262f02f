"""What all reviewers saw, put together."""

from __future__ import annotations

import itertools
from collections import Counter
from collections.abc import Sequence
from dataclasses import dataclass

from benchmarks.queue.crowd import all_at_once
from benchmarks.queue.reviewer import Record, work
from benchmarks.queue.server import Serving
from benchmarks.queue.spread import Spread, spread_of
from reviews.services.leases import leases_expire


@dataclass(frozen=True, slots=True)
class Load:
    """What came out of one run. `submitted` maps the rationale of each acknowledged review to its
    item; `processor` is in seconds, of all servers together."""

    seconds: float
    processor: float
    take: Spread
    submit: Spread
    said: Counter[str]
    submitted: dict[str, int]
    held: list[tuple[int, float, float]]
    faults: list[str]

    @property
    def per_second(self) -> float:
        """Return how many reviews were acknowledged a second."""
        return len(self.submitted) / self.seconds

    @property
    def takes_per_second(self) -> float:
        """Return how many claims were taken a second."""
        return self.said["take 200"] / self.seconds

    @property
    def processor_each(self) -> float:
        """Return the servers' processor time for one review, in ms, all else they did included."""
        return self.processor / max(len(self.submitted), 1) * 1000


def run_load(server: Serving, tokens: Sequence[str], *, name: str, seconds: float) -> Load:
    """Let the people of `tokens` work for so long. `name` tells this run's reviews from others."""
    done = all_at_once(work, server, tokens, name=name, seconds=seconds, meanwhile=leases_expire)

    def seconds_of(what: str) -> list[float]:
        return [each for record in done.results for each in record.seconds[what]]

    return Load(
        seconds=done.seconds,
        processor=done.processor,
        take=spread_of(seconds_of("take")),
        submit=spread_of(seconds_of("submit")),
        said=_said(done.results),
        submitted={text: item for each in done.results for text, item in each.submitted.items()},
        held=[held for record in done.results for held in record.held],
        faults=list(itertools.chain.from_iterable(record.faults for record in done.results)),
    )


def _said(records: Sequence[Record]) -> Counter[str]:
    total = Counter[str]()
    for record in records:
        total += record.said
    return total

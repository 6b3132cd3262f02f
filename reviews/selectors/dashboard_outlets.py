"""What became of the claims of each outlet, and how well they were chosen there."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass

from claims.models import Source
from reviews.selectors.dashboard_flow import Counts, inflow
from reviews.selectors.dashboard_marks import Card

MOST_OUTLETS = 50


@dataclass(frozen=True, slots=True)
class OutletFigures:
    """One outlet; without a name for claims that no named outlet made."""

    name: str
    counts: Counts
    card: Card


@dataclass(frozen=True, slots=True)
class Outlets:
    """The outlets most claims entered the queue from, by name, and how many more there are."""

    rows: Sequence[OutletFigures]
    more: int


def outlets_of(did: Mapping[str, Counts], cards: Mapping[int, Card]) -> Outlets:
    """Return the figures of each outlet. Keys of `did` are ids, "" for none."""
    most = sorted(did, key=lambda key: (-inflow(did[key]), key))[:MOST_OUTLETS]
    names = dict(
        Source.objects.filter(pk__in=[key for key in most if key]).values_list("pk", "name")
    )
    found = [
        OutletFigures(names.get(int(key or 0), ""), did[key], cards.get(int(key or 0), Card()))
        for key in most
    ]
    found.sort(key=lambda row: (not row.name, row.name.casefold()))
    return Outlets(found, more=len(did) - len(found))

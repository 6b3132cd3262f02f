"""Shares from 0 to 1 over judged sentences. What may be chosen is neither rewarded nor punished."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from itertools import groupby

from claims.scorecard.judged import Judged


@dataclass(frozen=True, slots=True)
class Choice:
    """How good a choice of sentences is.

    `chosen` counts all that go to people, also those that may. `precision` is the share of those
    chosen that must be, `recall` the share of those that must be that are chosen; None where
    there is nothing to take a share of.
    """

    chosen: int
    precision: float | None
    recall: float | None


def decided(judged: Sequence[Judged]) -> list[Judged]:
    """Return the sentences with a clear label: those that may be chosen are left out."""
    return [each for each in judged if each.label != "may"]


def prevalence(judged: Sequence[Judged]) -> float | None:
    """Return the share of sentences that must be checked: the precision of choosing blindly."""
    clear = decided(judged)
    return _share(_wanted(clear), len(clear))


def choice(judged: Sequence[Judged]) -> Choice:
    """Return how good the machine's own choice is."""
    return _choice(judged, [each for each in judged if each.selected])


def choice_at(judged: Sequence[Judged], threshold: float) -> Choice:
    """Return how good it would be to choose whatever scores at least `threshold`."""
    return _choice(judged, [each for each in judged if each.score >= threshold])


def average_precision(judged: Sequence[Judged]) -> float | None:
    """Return how far up the ranking by score the sentences stand that must be checked.

    The mean, over those sentences, of the precision down to each. Sentences of one score share a
    rank, so that the order in which they came cannot flatter. None when none must be checked.
    """
    clear = sorted(decided(judged), key=lambda each: -each.score)
    seen = found = 0
    total = 0.0
    for _score, tied in groupby(clear, key=lambda each: each.score):
        rank = list(tied)
        seen += len(rank)
        found += _wanted(rank)
        total += _wanted(rank) * found / seen
    return total / found if found else None


def _choice(judged: Sequence[Judged], chosen: Sequence[Judged]) -> Choice:
    clear = decided(chosen)
    return Choice(
        chosen=len(chosen),
        precision=_share(_wanted(clear), len(clear)),
        recall=_share(_wanted(clear), _wanted(judged)),
    )


def _wanted(judged: Sequence[Judged]) -> int:
    return sum(each.label == "must" for each in judged)


def _share(part: int, whole: int) -> float | None:
    return part / whole if whole else None

"""Whether a score means what it says: of the sentences at 0.8, do 8 in 10 have to be checked?"""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass

from claims.scorecard.judged import Judged
from claims.scorecard.measures import decided

TENTHS = 10


@dataclass(frozen=True, slots=True)
class Tenth:
    """The sentences whose score is from `low` up to the next tenth (the last one with 1 itself).

    `mean_score` is what the machine says, `share` how many of them must be checked.
    """

    low: float
    count: int
    mean_score: float
    share: float


@dataclass(frozen=True, slots=True)
class Calibration:
    """The tenths that hold a sentence, from the lowest, and the error expected over all.

    `error` is the mean distance, over sentences, of what their tenth's scores say from what is
    so: 0 is perfect. None without sentences.
    """

    tenths: tuple[Tenth, ...]
    error: float | None


def calibration(judged: Sequence[Judged]) -> Calibration:
    """Return how far scores can be read as shares; what may be chosen is left out."""
    clear = decided(judged)
    rows: dict[int, list[Judged]] = {}
    for each in clear:
        rows.setdefault(min(int(each.score * TENTHS), TENTHS - 1), []).append(each)
    tenths = tuple(_tenth(number, rows[number]) for number in sorted(rows))
    off = sum(each.count * abs(each.mean_score - each.share) for each in tenths)
    return Calibration(tenths, off / len(clear) if clear else None)


def _tenth(number: int, judged: Sequence[Judged]) -> Tenth:
    count = len(judged)
    return Tenth(
        low=number / TENTHS,
        count=count,
        mean_score=sum(each.score for each in judged) / count,
        share=sum(each.label == "must" for each in judged) / count,
    )

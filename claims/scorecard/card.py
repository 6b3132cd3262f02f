"""The scorecard: all figures of one set of judged sentences, as a whole and by language."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass

from claims.scorecard.calibration import Calibration, calibration
from claims.scorecard.judged import Judged
from claims.scorecard.measures import (
    Choice,
    average_precision,
    choice,
    choice_at,
    prevalence,
)

THRESHOLDS = tuple(number / 10 for number in range(1, 10))
ALL = "all"


@dataclass(frozen=True, slots=True)
class Scorecard:
    """Figures of the sentences of one language, or of `ALL`; None where there is no figure.

    `sentences` counts every label; `at` is what each threshold would choose.
    """

    language: str
    sentences: int
    prevalence: float | None
    choice: Choice
    average_precision: float | None
    calibration: Calibration
    at: tuple[tuple[float, Choice], ...]


def scorecards(judged: Sequence[Judged]) -> list[Scorecard]:
    """Return a card per language, in the order of their tags, and then one of all together."""
    tags = sorted({each.language for each in judged})
    cards = [_card(tag, [each for each in judged if each.language == tag]) for tag in tags]
    return [*cards, _card(ALL, judged)] if len(cards) > 1 else cards


def _card(language: str, judged: Sequence[Judged]) -> Scorecard:
    return Scorecard(
        language=language,
        sentences=len(judged),
        prevalence=prevalence(judged),
        choice=choice(judged),
        average_precision=average_precision(judged),
        calibration=calibration(judged),
        at=tuple((threshold, choice_at(judged, threshold)) for threshold in THRESHOLDS),
    )

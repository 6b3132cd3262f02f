"""The figures of agreement a desk looks at: in all, and by language, rating and pair of raters."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Callable, Mapping, Sequence
from dataclasses import dataclass
from functools import partial
from itertools import combinations

from reviews.domain.agreement import (
    Level,
    Matrix,
    Weights,
    cohen_kappa,
    coincidences,
    confusions,
    krippendorff_alpha,
    percent_agreement,
)
from reviews.domain.estimates import Estimate, estimate


@dataclass(frozen=True, slots=True)
class Unit:
    """A claim that several people rated, blind: the number of each one's rating by rater's id."""

    language: str
    ratings: Mapping[int, float]


@dataclass(frozen=True, slots=True)
class RatingScale:
    """All numbers in rising order; `steps` are those that have an order ("unproven" has none)."""

    numbers: Sequence[float]
    steps: Sequence[float]


@dataclass(frozen=True, slots=True)
class GroupFigures:
    """Any number of raters. `ordinal` is Krippendorff's α on the steps of the scale alone."""

    share: Estimate
    nominal: Estimate
    ordinal: Estimate


@dataclass(frozen=True, slots=True)
class PairFigures:
    """Two raters on what both rated. `weighted` is κ by steps, on the steps of the scale alone."""

    first: int
    second: int
    share: Estimate
    kappa: Estimate
    weighted: Estimate


def group_figures(units: Sequence[Unit], scale: RatingScale) -> GroupFigures:
    """Return how far all raters of `units` agree."""
    every = coincidences([list(unit.ratings.values()) for unit in units], scale.numbers)
    steps = {*scale.steps}
    ordered = [[each for each in unit.ratings.values() if each in steps] for unit in units]
    return GroupFigures(
        share=estimate(every, percent_agreement),
        nominal=estimate(every, _alpha(scale.numbers, Level.NOMINAL)),
        ordinal=estimate(coincidences(ordered, scale.steps), _alpha(scale.steps, Level.ORDINAL)),
    )


def rating_figures(units: Sequence[Unit], scale: RatingScale) -> dict[float, Estimate]:
    """Return, for each rating, the α of giving it or another, over all units."""
    either = [0.0, 1.0]
    return {
        number: estimate(
            coincidences(
                [[float(each == number) for each in unit.ratings.values()] for unit in units],
                either,
            ),
            _alpha(either, Level.NOMINAL),
        )
        for number in scale.numbers
    }


def pair_figures(units: Sequence[Unit], scale: RatingScale) -> list[PairFigures]:
    """Return the agreement of each two raters who rated a claim together, by their ids."""
    together: defaultdict[tuple[int, int], list[tuple[float, float]]] = defaultdict(list)
    for unit in units:
        for first, second in combinations(sorted(unit.ratings), 2):
            together[first, second].append((unit.ratings[first], unit.ratings[second]))
    return [_pair(*raters, pairs, scale) for raters, pairs in sorted(together.items())]


def by_language(units: Sequence[Unit]) -> dict[str, list[Unit]]:
    """Return the units of each language, languages in the order of their tags."""
    groups: defaultdict[str, list[Unit]] = defaultdict(list)
    for unit in units:
        groups[unit.language].append(unit)
    return dict(sorted(groups.items()))


def _pair(
    first: int, second: int, pairs: Sequence[tuple[float, float]], scale: RatingScale
) -> PairFigures:
    every = confusions(pairs, scale.numbers)
    ordered = confusions([each for each in pairs if {*each} <= {*scale.steps}], scale.steps)
    return PairFigures(
        first=first,
        second=second,
        share=estimate(every, percent_agreement),
        kappa=estimate(every, partial(cohen_kappa, weights=Weights.NONE)),
        weighted=estimate(ordered, partial(cohen_kappa, weights=Weights.LINEAR)),
    )


def _alpha(categories: Sequence[float], level: Level) -> Callable[[Matrix], Matrix]:
    return partial(krippendorff_alpha, categories=categories, level=level)

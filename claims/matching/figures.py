"""Compare the quantities of two statements, as intervals of what their writers may have meant."""

from __future__ import annotations

import math
from collections import defaultdict
from collections.abc import Sequence
from dataclasses import dataclass
from typing import Literal

from claims.extraction.types import Quantity
from claims.matching.money import converted_pair
from claims.matching.units import comparable_unit, counts_people

Relation = Literal["equal", "compatible", "bounded", "conflicting", "one-sided", "absent"]


@dataclass(frozen=True, slots=True)
class FigureMatch:
    """How the figures of two statements stand to each other, and the pair that decided it."""

    relation: Relation
    left: Quantity | None = None
    right: Quantity | None = None


ABSENT = FigureMatch("absent")
COUNTED = 100
_AGREEING = frozenset({"equal", "compatible", "bounded"})


def _half_step(value: float) -> float:
    """Return half of the last digit written: 5.6 million may stand for 5.55 to 5.65 million."""
    digits = f"{abs(value):.6e}".split("e")
    written = digits[0].rstrip("0").rstrip(".")
    decimals = len(written.partition(".")[2])
    return 0.5 * 10.0 ** (int(digits[1]) - decimals)


def interval(quantity: Quantity) -> tuple[float, float]:
    """Return the least and greatest value the wording may stand for."""
    if quantity.value is None:
        return quantity.low or 0.0, quantity.high if quantity.high is not None else math.inf
    value = abs(quantity.value)
    match quantity.comparator:
        # News writes "less than 6 million" for 5.6, not for 1: the bound is near the figure.
        case "<" | "<=":
            return value / 2, value
        case ">" | ">=":
            return value, value * 2
        case "~":
            slack = max(0.07 * value, _half_step(value))
        case _:
            # A round figure of one digit ("6 million") is written for its neighbours too; up to a
            # hundred, people are counted one by one: 20 dead are not 21.
            exact = value < COUNTED and counts_people(quantity.unit)
            slack = 0.0 if exact else min(_half_step(value), 0.05 * value)
    return value - slack, value + slack


def same_value(left: Quantity, right: Quantity) -> bool:
    """Say whether both are single figures within half a per cent of each other."""
    if left.value is None or right.value is None:
        return False
    one, other = abs(left.value), abs(right.value)
    return math.isclose(one, other, rel_tol=0.005)


def agree_in_value(match: FigureMatch) -> bool:
    """Say whether the figures agree and are one number, however sure each side is of it."""
    if match.left is None or match.right is None:
        return False
    return match.relation in {"equal", "compatible"} and same_value(match.left, match.right)


def _overlap(left: Quantity, right: Quantity) -> bool:
    (low, high), (other_low, other_high) = interval(left), interval(right)
    return max(low, other_low) <= min(high, other_high)


def _agreement(left: Quantity, right: Quantity) -> Relation:
    stated = {"=", "~"}
    point = left.value is not None and right.value is not None
    both = (left.comparator in stated) == (right.comparator in stated)
    return "compatible" if point and both else "bounded"


def compare_figures(left: Sequence[Quantity], right: Sequence[Quantity]) -> FigureMatch:
    """Compare figures unit by unit; in one unit the best pair decides, for there are by-figures.

    `compatible` figures may be one figure rounded, or sums in two currencies that come to about
    the same; of `bounded` ones only one side says it is a bound ("less than 6 million").
    `conflicting` asks for a unit both use and no pair that agrees in it; of other units that differ
    nothing is known: `absent`. A conflict of money or per cent counts before agreement in another
    unit: a share that fell 11.4%, "the most in four years", and one that fell 12.1%, "the most in
    four years", are not one claim.
    """
    return figure_matches(left, right)[0]


def figure_matches(left: Sequence[Quantity], right: Sequence[Quantity]) -> tuple[FigureMatch, ...]:
    """Return how the figures stand to each other in each unit; the first one decides."""
    if bool(left) != bool(right):
        return (FigureMatch("one-sided", next(iter(left), None), next(iter(right), None)),)
    pairs: dict[str, list[tuple[Quantity, Quantity]]] = defaultdict(list)
    for one in left:
        for other in right:
            if comparable_unit(one.unit) == comparable_unit(other.unit):
                pairs[comparable_unit(one.unit)].append((one, other))
    matches = [_best(each) for each in pairs.values()]
    if not any(match.relation in _AGREEING for match in matches):
        converted = converted_pair(left, right)
        if converted:
            matches.insert(0, FigureMatch("compatible", *converted))
            return tuple(matches)
        people = _same_people(left, right)
        if people:
            return (people, *matches)
    return tuple(sorted(matches, key=_precedence)) or (ABSENT,)


def _same_people(left: Sequence[Quantity], right: Sequence[Quantity]) -> FigureMatch | None:
    """Return two figures that agree of people called by different names, pupils and children.

    That they differ says nothing: workers are not the people who protest.
    """
    pairs = [
        (one, other)
        for one in left
        for other in right
        if counts_people(one.unit) and counts_people(other.unit)
    ]
    match = _best(pairs) if pairs else ABSENT
    return match if match.relation in {"equal", "compatible"} else None


def telling(match: FigureMatch) -> float:
    """Return how much an agreement tells, 0 to 1: 62 hectares more than 100 hectares.

    It is a third for each digit written on the more exact side, up to three; round numbers
    coincide by themselves.
    """
    return max(_digits(match.left), _digits(match.right)) / 3


def closeness(match: FigureMatch) -> float:
    """Return how near a bound is to the figure of the other side, 0 to 1.

    "Less than 6 million" is written for 5.6 million, and hardly for 3.2; nothing is known of a
    range: 0.5.
    """
    values = [each.value for each in (match.left, match.right) if each and each.value]
    if len(values) < 2:
        return 0.5
    low, high = sorted(map(abs, values))
    return max(0.0, 2 * low / high - 1)


def _digits(quantity: Quantity | None) -> int:
    if quantity is None or quantity.value is None:
        return 1
    digits = f"{abs(quantity.value):.3g}".partition("e")[0].replace(".", "").strip("0")
    return max(1, min(3, len(digits)))


def measured_on_one_side(left: Sequence[Quantity], right: Sequence[Quantity]) -> bool:
    """Say whether both have figures and only one states money or a share of a hundred.

    What a line of 142 kilometres cost is not how long it is, though both name its length.
    """
    measured = [any(_is_measured(each.unit) for each in side) for side in (left, right)]
    return bool(left and right) and measured[0] != measured[1]


def _best(pairs: Sequence[tuple[Quantity, Quantity]]) -> FigureMatch:
    """Return how figures of one unit stand to each other."""
    for one, other in pairs:
        if same_value(one, other) and one.comparator == other.comparator:
            return FigureMatch("equal", one, other)
    for one, other in pairs:
        if _overlap(one, other):
            return FigureMatch(_agreement(one, other), one, other)
    return FigureMatch("conflicting", *pairs[0])


def _precedence(match: FigureMatch) -> int:
    if match.relation == "conflicting" and match.left and _is_measured(match.left.unit):
        return 0
    return ("equal", "compatible", "bounded", "conflicting").index(match.relation) + 1


def _is_measured(unit: str) -> bool:
    """Say whether a unit is money (an ISO 4217 code) or per cent: what a claim is mostly about."""
    return unit == "%" or (len(unit) == 3 and unit.isascii() and unit.isupper())

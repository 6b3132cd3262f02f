"""The figures, dates and bare numbers of two statements, each with its counterpart."""

from __future__ import annotations

from collections.abc import Callable, Iterator, Sequence
from typing import Literal, TypeVar

from claims.extraction.types import DateMention, Quantity
from claims.matching.figures import FigureMatch, Relation, compare_figures, figure_matches
from claims.matching.numerals import written_numerals
from claims.matching.observation import Observation
from claims.matching.pairing import Marked, Pair, Stance
from claims.matching.periods import compare_periods
from claims.matching.places import in_plain
from claims.matching.signals import SIGNALS
from claims.matching.types import Statement

_STANCES: dict[Relation, Stance] = {
    "equal": "same",
    "compatible": "fits",
    "bounded": "bounds",
    "conflicting": "differs",
}
Value = TypeVar("Value", Quantity, DateMention)


def figure_pairs(seen: Observation, left: Statement, right: Statement) -> Iterator[Pair]:
    """Yield the figures: the pair that decided, then the others of the statements."""
    matches = figure_matches(left.quantities, right.quantities)
    ours, theirs = list(left.quantities), list(right.quantities)
    for match in matches:
        if match.relation not in _STANCES or match.left not in ours or match.right not in theirs:
            continue
        ours.remove(match.left)
        theirs.remove(match.right)
        signal = f"figures_{match.relation}" if _is_decisive(match, seen) else ""
        yield _figures(match, signal)
    # Of several figures in one unit one pair decides; the others may still have counterparts.
    yield from _rest(ours, theirs, _agreeing, _marked_figure, "figure")


def _is_decisive(match: FigureMatch, seen: Observation) -> bool:
    return match == seen.figures and f"figures_{match.relation}" in SIGNALS


def _figures(match: FigureMatch, signal: str) -> Pair:
    return Pair(
        "figure", _STANCES[match.relation], _marked_figure(match.left), _marked_figure(match.right),
        signal,
    )  # fmt: skip


def _agreeing(one: Quantity, other: Quantity) -> Stance | None:
    stance = _STANCES.get(compare_figures([one], [other]).relation)
    return None if stance == "differs" else stance


def _marked_figure(quantity: Quantity | None) -> Marked | None:
    return Marked(quantity.span, quantity=quantity) if quantity else None


def date_pairs(seen: Observation, left: Statement, right: Statement) -> Iterator[Pair]:
    """Yield the dates: the pair that decided, then the others."""
    ours, theirs = list(left.dates), list(right.dates)
    decided = seen.periods
    if decided.left in ours and decided.right in theirs:
        ours.remove(decided.left)
        theirs.remove(decided.right)
        is_apart = decided.relation == "apart"
        yield Pair(
            "date", "differs" if is_apart else "same", _marked_date(decided.left),
            _marked_date(decided.right), "dates_apart" if is_apart else "",
        )  # fmt: skip
    yield from _rest(ours, theirs, _meeting, _marked_date, "date")


def _meeting(one: DateMention, other: DateMention) -> Stance | None:
    return "same" if compare_periods([one], [other]).relation == "meeting" else None


def _marked_date(mention: DateMention | None) -> Marked | None:
    return Marked(mention.span, date=mention) if mention else None


def _rest(
    ours: Sequence[Value],
    theirs: Sequence[Value],
    agree: Callable[[Value, Value], Stance | None],
    marked: Callable[[Value], Marked | None],
    kind: Literal["figure", "date"],
) -> Iterator[Pair]:
    """Yield what agrees in pairs, and the rest by itself."""
    left_over = list(theirs)
    for one in ours:
        stances = ((other, agree(one, other)) for other in left_over)
        other, stance = next((each for each in stances if each[1]), (None, None))
        if other is None or stance is None:
            yield Pair(kind, "only", marked(one), None)
        else:
            left_over.remove(other)
            yield Pair(kind, stance, marked(one), marked(other))
    for other in left_over:
        yield Pair(kind, "only", None, marked(other))


def numeral_pairs(seen: Observation, left: Statement, right: Statement) -> Iterator[Pair]:
    """Yield the most telling number that both write, whatever they count."""
    telling, value = seen.numerals
    if telling:
        here, there = _numeral(left, value), _numeral(right, value)
        if here and there:
            yield Pair("numeral", "same", here, there, "numerals")


def _numeral(statement: Statement, value: float) -> Marked | None:
    written = written_numerals(statement.text).get(value)
    place = in_plain(statement.text, written) if written else None
    if place:
        return Marked(place)
    told = (each for each in statement.quantities if value in _values(each))
    return next((Marked(each.span, quantity=each) for each in told), None)


def _values(quantity: Quantity) -> set[float]:
    values = (quantity.value, quantity.low, quantity.high)
    return {round(abs(value), 6) for value in values if value}

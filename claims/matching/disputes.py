"""Different values for one quantity, grouped: who says which, and how far they lie apart."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from dataclasses import dataclass, field, replace

from claims.extraction.types import Quantity, Span
from claims.matching.figures import compare_figures, interval
from claims.matching.units import comparable_unit

_ONE_VALUE = frozenset({"equal", "compatible", "bounded"})


@dataclass(frozen=True, slots=True)
class Stated:
    """A figure as somebody gives it: `who` is an outlet, "" if unknown; `text` tells texts apart.

    Copies of one text have one `text`, whoever prints them.
    """

    who: str
    text: str
    quantity: Quantity


@dataclass(frozen=True, slots=True)
class ValueStated:
    """One value, however it is rounded, and all who give it."""

    stated: tuple[Stated, ...]

    @property
    def quantity(self) -> Quantity:
        """Return the value as it is given first."""
        return self.stated[0].quantity

    @property
    def who(self) -> tuple[str, ...]:
        """Return the outlets known by name, each once."""
        return tuple(dict.fromkeys(each.who for each in self.stated if each.who))

    @property
    def texts(self) -> int:
        """Return how many texts of their own give it."""
        return len({each.text for each in self.stated})


@dataclass(frozen=True, slots=True)
class Dispute:
    """The values of one quantity in one unit, ascending; `others` are in units of their own.

    Nothing is converted: what a sum in yuan is in dollars depends on the day.
    """

    unit: str
    values: tuple[ValueStated, ...]
    others: tuple[ValueStated, ...] = ()

    @property
    def least(self) -> Quantity:
        """Return the lower end of the spread."""
        return self.values[0].quantity

    @property
    def most(self) -> Quantity:
        """Return the upper end of the spread."""
        return self.values[-1].quantity


def dispute(stated: Iterable[Stated]) -> Dispute | None:
    """Group figures by unit and value; None if no two in one unit contradict each other.

    The unit is that in which most values are given.
    """
    units: dict[str, list[Stated]] = {}
    for each in sorted(stated, key=_size):
        units.setdefault(comparable_unit(each.quantity.unit), []).append(each)
    grouped = sorted((_values(of_unit) for of_unit in units.values()), key=len, reverse=True)
    if not grouped or len(grouped[0]) < 2:
        return None
    values, *rest = grouped
    others = tuple(value for of_unit in rest for value in of_unit)
    return Dispute(values[0].quantity.unit, tuple(values), others)


def _values(stated: Sequence[Stated]) -> list[ValueStated]:
    groups: list[_Group] = []
    # Hundreds of outlets give a handful of figures: each of these is compared once.
    homes: dict[Quantity, _Group] = {}
    for each in stated:
        figure = replace(each.quantity, span=Span(0, 0))
        if figure not in homes:
            homes[figure] = _home(figure, groups)
        homes[figure].stated.append(each)
    return [ValueStated(tuple(group.stated)) for group in groups]


@dataclass(slots=True)
class _Group:
    """Figures that are one value, each once, and all who give them."""

    figures: list[Quantity] = field(default_factory=list)
    stated: list[Stated] = field(default_factory=list)


def _home(figure: Quantity, groups: list[_Group]) -> _Group:
    """Return the first group the figure fits, or a new one, with the figure in it."""
    home = next((group for group in groups if _is_one_value(figure, group.figures)), None)
    if home is None:
        home = _Group()
        groups.append(home)
    home.figures.append(figure)
    return home


def _is_one_value(one: Quantity, group: Sequence[Quantity]) -> bool:
    """Say whether a figure fits with each of the group: of 5, 5.5 and 6 the ends do not."""
    return all(compare_figures([one], [other]).relation in _ONE_VALUE for other in group)


def _size(stated: Stated) -> tuple[float, float, str, str]:
    low, high = interval(stated.quantity)
    return (low + high) / 2, high, stated.who, stated.text

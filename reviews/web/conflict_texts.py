"""Figures that differ, short enough for a row of the queue, and who says which."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from typing import Any

from django.utils.translation import gettext as _

from claims.extraction.types import Quantity
from claims.matching.figures import interval
from claims.models.values import quantities_of
from claims.web.figure_texts import between, figure_text, is_word

Row = dict[str, Any]


@dataclass(frozen=True, slots=True)
class ShownFigure:
    """A figure in the language of the page; `unit` is a word of the text, in `language`, or ""."""

    text: str
    unit: str
    language: str

    def __str__(self) -> str:
        return f"{self.text} {self.unit}".strip()


@dataclass(frozen=True, slots=True)
class ShownConflict:
    """How far figures lie apart, None where that is not stored, and who gives which."""

    spread: ShownFigure | None
    said: tuple[tuple[str, ShownFigure], ...]

    @property
    def title(self) -> str:
        """Return who gives which figure, for whoever points at the row."""
        told = _("%(who)s: %(what)s")
        return "\n".join(told % {"who": who, "what": figure} for who, figure in self.said)


def conflict_shown(detail: Row, language: str) -> ShownConflict:
    """Return what the reason of a conflict holds; `language` is that of its claim."""
    sides: Sequence[Row] = detail.get("sides", [])
    nobody = _("unknown outlet")
    said = ((side["outlet"] or nobody, _figure(side, language)) for side in sides)
    return ShownConflict(_spread(sides, language) if sides else None, tuple(said))


def _figure(side: Row, language: str) -> ShownFigure:
    unit = side["unit"] if is_word(side["unit"]) else ""
    text = figure_text(side | {"unit": ""}) if unit else figure_text(side)
    return ShownFigure(text, unit, side.get("language", language))


def _spread(sides: Sequence[Row], language: str) -> ShownFigure:
    """Return the lowest and the highest figure in one; the sides of a conflict have one unit.

    A bound ("less than 6 million") and a range are no end of it: they are told in full.
    """
    by_size = sorted(zip(quantities_of(sides), sides, strict=True), key=lambda each: _size(each[0]))
    (least, low), (most, high) = by_size[0], by_size[-1]
    ends = _figure(low, language), _figure(high, language)
    unit = ends[0].unit
    if _is_plain(least) and _is_plain(most):
        text = between(least.value or 0, most.value or 0, "" if unit else least.unit)
    else:
        text = f"{ends[0].text} ↔ {ends[1].text}"
    return ShownFigure(text, unit, ends[0].language)


def _size(quantity: Quantity) -> float:
    return sum(interval(quantity))


def _is_plain(quantity: Quantity) -> bool:
    return quantity.value is not None and quantity.comparator in ("=", "~")

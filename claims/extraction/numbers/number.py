"""A number read from a text."""

from __future__ import annotations

from dataclasses import dataclass
from typing import Final

from claims.extraction.types import Span

LONGEST: Final = 40
"""Characters of the longest numeral read: what is longer is an account, a key or noise."""

_LARGEST = 1e30


@dataclass(frozen=True, slots=True)
class Number:
    """One number: `value`, or from `value` to `high` for some (数百万, ratusan juta).

    `scale` is the magnitude word it ended with (1e8 in 36.57亿, else 1), `more` says that a little
    is on top (500多), and `plain` that it is digits alone, so that it may also be a year or a name.
    """

    span: Span
    value: float
    high: float | None = None
    scale: float = 1.0
    more: bool = False
    plain: bool = False


def rounded(value: float) -> float:
    """Return `value` without the noise of binary arithmetic (1.1 times 1e8)."""
    return float(f"{value:.15g}")


def is_sensible(value: float) -> bool:
    """Say whether a value is one that news counts with, and not an overflow."""
    return -_LARGEST < value < _LARGEST

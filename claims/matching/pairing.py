"""What explaining speaks in: stretches of two statements that were set against each other."""

from __future__ import annotations

from dataclasses import dataclass
from typing import Literal

from claims.extraction.types import DateMention, Quantity, Span

Kind = Literal[
    "figure", "date", "numeral", "contrast", "opposed", "negation", "version", "place", "name",
    "concept",
]  # fmt: skip
# `fits`: one may be the other rounded or in another currency; `bounds`: one only limits the other.
Stance = Literal["same", "fits", "bounds", "differs", "only"]


@dataclass(frozen=True, slots=True)
class Marked:
    """A stretch of a statement, in code points of its text, and the value read there."""

    span: Span
    quantity: Quantity | None = None
    date: DateMention | None = None


@dataclass(frozen=True, slots=True)
class Pair:
    """A stretch of each side that stand for one another; of `only` one side has something.

    `signal` is the reason of the comparison that weighed it, "" for what was read and not weighed.
    """

    kind: Kind
    stance: Stance
    left: Marked | None
    right: Marked | None
    signal: str = ""

    @property
    def differs(self) -> bool:
        """Say whether the two sides are told apart by it, or one side alone says it."""
        return self.stance in {"differs", "only", "bounds"}

    def mirrored(self) -> Pair:
        """Return the pair with its sides changed."""
        return Pair(self.kind, self.stance, self.right, self.left, self.signal)


def in_reading_order(pairs: list[Pair]) -> tuple[Pair, ...]:
    """Return the pairs as the left side has them; what only the right has comes last."""
    return tuple(sorted(pairs, key=_order))


def _order(pair: Pair) -> tuple[bool, int, int, int, str, str]:
    left, right = pair.left or pair.right, pair.right or pair.left
    here = left.span if left else Span(0, 0)
    there = right.span if right else Span(0, 0)
    return pair.left is None, here.start, here.end, there.start, pair.kind, pair.signal

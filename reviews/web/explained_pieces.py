"""A statement cut where its marks begin and end, and the pairs they belong to."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from dataclasses import dataclass
from itertools import pairwise

from claims.matching.explaining import Explanation
from claims.matching.pairing import Marked, Pair
from claims.matching.types import Statement
from claims.web.value_texts import date_text, quantity_text
from reviews.web.explained_words import KINDS, STANCES


@dataclass(frozen=True, slots=True)
class ShownPair:
    """A numbered pair. `left` and `right` are wordings as written, "" where a side has none.

    A value is what was read there, in the page's language, or "".
    """

    badge: int
    kind: str
    stance: str
    kind_text: str
    stance_text: str
    differs: bool
    left: str
    right: str
    left_value: str
    right_value: str


@dataclass(frozen=True, slots=True)
class ShownPiece:
    """A stretch that the same pairs cover: `over`. `ends` are the pairs that end with it."""

    text: str
    over: tuple[ShownPair, ...]
    ends: tuple[ShownPair, ...]

    @property
    def differs(self) -> bool:
        """Say whether one of the pairs over it sets the statements apart."""
        return any(each.differs for each in self.over)


def shown_pairs(explanation: Explanation) -> list[ShownPair]:
    """Return the pairs with their badges, from 1, in reading order of the left side."""
    return [
        _shown(badge, pair, explanation.left.text, explanation.right.text)
        for badge, pair in enumerate(explanation.pairs, start=1)
    ]


def _shown(badge: int, pair: Pair, left: str, right: str) -> ShownPair:
    return ShownPair(
        badge=badge,
        kind=pair.kind,
        stance=pair.stance,
        kind_text=str(KINDS[pair.kind]),
        stance_text=str(STANCES[pair.stance]),
        differs=pair.differs,
        left=pair.left.span.of(left) if pair.left else "",
        right=pair.right.span.of(right) if pair.right else "",
        left_value=_value(pair.left),
        right_value=_value(pair.right),
    )


def _value(mark: Marked | None) -> str:
    if mark and mark.quantity:
        return quantity_text(mark.quantity)
    return date_text(mark.date) if mark and mark.date else ""


def left_pieces(explanation: Explanation, shown: Sequence[ShownPair]) -> list[ShownPiece]:
    """Return the left statement in pieces; joined they are its text."""
    return _pieces(explanation.left, explanation.pairs, shown, lambda pair: pair.left)


def right_pieces(explanation: Explanation, shown: Sequence[ShownPair]) -> list[ShownPiece]:
    """Return the right statement in pieces; joined they are its text."""
    return _pieces(explanation.right, explanation.pairs, shown, lambda pair: pair.right)


def _pieces(
    statement: Statement,
    pairs: Sequence[Pair],
    shown: Sequence[ShownPair],
    side: Callable[[Pair], Marked | None],
) -> list[ShownPiece]:
    sides = ((side(pair), told) for pair, told in zip(pairs, shown, strict=True))
    marks = [(mark.span, told) for mark, told in sides if mark]
    edges = {edge for span, _told in marks for edge in (span.start, span.end)}
    cuts = sorted({0, len(statement.text), *edges})
    return [
        ShownPiece(
            text=statement.text[start:end],
            over=tuple(told for span, told in marks if span.start <= start and end <= span.end),
            ends=tuple(told for span, told in marks if span.end == end),
        )
        for start, end in pairwise(cuts)
    ]

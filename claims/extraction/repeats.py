"""Sentences that say again what the article said before: headline, lead, list of points.

Most words in common make a repetition, unless something tells the two apart: another figure,
another day, a negation, or one of two opposites. What tells a sentence from any of a group keeps
it out of the group, so two figures never stand for one claim.
"""

from __future__ import annotations

import re
from collections import Counter, defaultdict
from collections.abc import Sequence
from dataclasses import dataclass, field
from itertools import pairwise

from claims.extraction.figures import Figures, figures_clash, figures_in
from claims.extraction.han import HAN, HAN_RANGES
from claims.extraction.lexicon.opposites import NEGATION, OPPOSITES
from claims.extraction.types import DateMention, Quantity, Span

_TOKEN = re.compile(rf"{HAN}|[^\W_{HAN_RANGES}]+")
_SHARE = 0.6  # of the shorter sentence's tokens found in the other
_SHARE_OF_FIGURES = 0.5  # the same, when the two have their figures in common
_FEWEST = 5  # tokens: less says too little to be the same
_COMMON = 40  # sentences with a token: more, and it tells nothing and would make this quadratic
# One side has only the one of two opposites, the other only the other.
_OPPOSED = ((True, False, False, True), (False, True, True, False))


@dataclass(frozen=True, slots=True)
class Said:
    """A sentence to compare: its folded text and what it says in figures and days.

    `read` are the spans of all these in `folded`, whatever text their own spans count from.
    """

    folded: str
    quantities: tuple[Quantity, ...] = ()
    dates: tuple[DateMention, ...] = ()
    read: tuple[Span, ...] = ()


@dataclass(frozen=True, slots=True)
class _Content:
    """What may tell a sentence from another with the same words."""

    figures: Figures
    dates: frozenset[tuple[int, int]]
    turns: tuple[bool, ...]

    def clashes(self, other: _Content) -> bool:
        """Say whether the two cannot be one claim."""
        return (
            figures_clash(self.figures, other.figures)
            or _apart(self.dates, other.dates)
            or _turned(self.turns, other.turns)
        )


@dataclass(slots=True)
class _Group:
    """Sentences that say the same: the index of the first, and each content there is once."""

    first: int
    contents: set[_Content] = field(default_factory=set)


def repeats_in(sentences: Sequence[Said]) -> list[int | None]:
    """Return for each sentence the index of the first that says the same, or None.

    The first of a group repeats nothing; all others of the group point at it.
    """
    holders: dict[str, list[int]] = defaultdict(list)
    shingles: list[frozenset[str]] = []
    groups: list[_Group] = []
    for index, said in enumerate(sentences):
        tokens, content = _shingles(said.folded), _content(said)
        group = _group_of(tokens, content, holders, shingles, groups) or _Group(index)
        group.contents.add(content)
        groups.append(group)
        shingles.append(tokens)
        for token in tokens:
            if len(holders[token]) < _COMMON:
                holders[token].append(index)
    return [None if group.first == at else group.first for at, group in enumerate(groups)]


def _group_of(
    tokens: frozenset[str],
    content: _Content,
    holders: dict[str, list[int]],
    shingles: Sequence[frozenset[str]],
    groups: Sequence[_Group],
) -> _Group | None:
    """Return the earliest group with a sentence like this one, and none that clashes with it."""
    if len(tokens) < _FEWEST:
        return None
    shared = Counter(index for token in tokens for index in holders.get(token, ()))
    for index in sorted(shared):
        least = min(len(tokens), len(shingles[index]))
        if least < _FEWEST or shared[index] < _SHARE_OF_FIGURES * least:
            continue
        group = groups[index]
        alike = shared[index] >= _SHARE * least or _figures_shared(content, group)
        if alike and not any(content.clashes(other) for other in group.contents):
            return group
    return None


def _content(said: Said) -> _Content:
    return _Content(
        figures=figures_in(said.folded, said.quantities, said.read),
        dates=frozenset((day.first.toordinal(), day.last.toordinal()) for day in said.dates),
        turns=(
            NEGATION.search(said.folded) is not None,
            *(one.search(said.folded) is not None for pair in OPPOSITES for one in pair),
        ),
    )


def _figures_shared(content: _Content, group: _Group) -> bool:
    return bool(content.figures) and any(
        content.figures & other.figures for other in group.contents
    )


def _apart(left: frozenset[tuple[int, int]], right: frozenset[tuple[int, int]]) -> bool:
    """Say whether both name days, and no day of the one is a day of the other."""
    pairs = [(ours, theirs) for ours in left for theirs in right]
    return bool(pairs) and not any(
        ours[0] <= theirs[1] and theirs[0] <= ours[1] for ours, theirs in pairs
    )


def _turned(left: Sequence[bool], right: Sequence[bool]) -> bool:
    """Say whether one negates and the other does not, or they hold opposites."""
    if left[0] != right[0]:
        return True
    sides = zip(left[1::2], left[2::2], right[1::2], right[2::2], strict=True)
    return any(each in _OPPOSED for each in sides)


def _shingles(written: str) -> frozenset[str]:
    """Return Latin words and pairs of neighbours that have a Han character in them."""
    tokens = _TOKEN.findall(written.casefold())
    pairs = {a + b for a, b in pairwise(tokens) if len(a) == 1 or len(b) == 1}
    return frozenset(pairs | {token for token in tokens if len(token) > 3})

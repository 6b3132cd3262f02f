"""Two statements beside each other: which stretches of each the other does not have in that place.

Compared are words, and characters where words have no spaces, without script, width, case, blanks
and punctuation: 發布 is 发布. What both have in another place is "moved": of 喜欢猫不喜欢狗 and
喜欢狗不喜欢猫 every character is in both.
"""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from functools import lru_cache
from typing import Literal

from claims.evidence.alignment import gaps
from claims.evidence.folded import folded
from claims.evidence.passages import tokens

Kind = Literal["same", "other", "moved", "figure"]
# Below this share of common tokens two statements are not worded alike: all would be marked.
ALIKE = 0.4
MOST_COMPARED = 40_000  # tokens of one side times those of the other: 200 and 200


@dataclass(frozen=True, slots=True)
class Run:
    """A stretch of one statement; "figure" is one of statements that are not worded alike."""

    text: str
    kind: Kind


@dataclass(frozen=True, slots=True)
class Sides:
    """Both statements in runs; joined, those of one side are its text.

    `pairs` are the stretches that stand for one another, one of a pair "" where that side has none.
    `are_alike`: they are worded alike enough to be compared word by word.
    """

    left: tuple[Run, ...]
    right: tuple[Run, ...]
    pairs: tuple[tuple[str, str], ...]
    are_alike: bool


@dataclass(frozen=True, slots=True)
class _Word:
    """A token that says something: its key for comparison and its place among the tokens."""

    key: str
    place: int


@lru_cache(maxsize=4096)
def side_by_side(left: str, right: str) -> Sides:
    """Return where `left` and `right` differ from one another."""
    ours, theirs = tokens(left), tokens(right)
    mine, others = list(_words(ours)), list(_words(theirs))
    keys = [each.key for each in mine], [each.key for each in others]
    if len(mine) * len(others) > MOST_COMPARED or _likeness(*keys) < ALIKE:
        return _figures_only(ours, theirs)
    differ = gaps(*keys)
    moved = _moved(
        [key for i1, i2, *_ in differ for key in keys[0][i1:i2]],
        [key for *_, j1, j2 in differ for key in keys[1][j1:j2]],
    )
    return Sides(
        left=_runs(ours, [mine[i1:i2] for i1, i2, *_ in differ], moved),
        right=_runs(theirs, [others[j1:j2] for *_, j1, j2 in differ], moved),
        pairs=tuple(
            (_text(ours, mine[i1:i2]), _text(theirs, others[j1:j2])) for i1, i2, j1, j2 in differ
        ),
        are_alike=True,
    )


def _likeness(ours: Sequence[str], theirs: Sequence[str]) -> float:
    """Return the share of tokens, 0 to 1, that both sides have, in whatever order."""
    common = (Counter(ours) & Counter(theirs)).total()
    return 2 * common / max(len(ours) + len(theirs), 1)


def _words(parts: Sequence[str]) -> Iterator[_Word]:
    for place, part in enumerate(parts):
        if key := _key(part):
            yield _Word(key, place)


@lru_cache(maxsize=65_536)
def _key(part: str) -> str:
    return folded(part).text


def _moved(ours: Sequence[str], theirs: Sequence[str]) -> frozenset[str]:
    """Return the keys that each side has where the other has something else."""
    return frozenset((Counter(ours) & Counter(theirs)).keys())


def _text(parts: Sequence[str], words: Sequence[_Word]) -> str:
    return "".join(parts[words[0].place : words[-1].place + 1]) if words else ""


def _runs(
    parts: Sequence[str], differ: Sequence[Sequence[_Word]], moved: frozenset[str]
) -> tuple[Run, ...]:
    """Return the tokens in runs: the blanks between two words that differ belong to their run."""
    kinds: list[Kind] = ["same"] * len(parts)
    for words in differ:
        if not words:
            continue
        kind: Kind = "moved" if all(each.key in moved for each in words) else "other"
        first, last = words[0].place, words[-1].place
        kinds[first : last + 1] = [kind] * (last + 1 - first)
    return _joined(parts, kinds)


def _figures_only(ours: Sequence[str], theirs: Sequence[str]) -> Sides:
    return Sides(_with_figures(ours), _with_figures(theirs), (), are_alike=False)


def _with_figures(parts: Sequence[str]) -> tuple[Run, ...]:
    return _joined(parts, ["figure" if any(map(str.isdigit, each)) else "same" for each in parts])


def _joined(parts: Sequence[str], kinds: Sequence[Kind]) -> tuple[Run, ...]:
    runs: list[Run] = []
    for part, kind in zip(parts, kinds, strict=True):
        if runs and runs[-1].kind == kind:
            runs[-1] = Run(runs[-1].text + part, kind)
        else:
            runs.append(Run(part, kind))
    return tuple(runs)

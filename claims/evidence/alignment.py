"""The cheapest way from one sequence to another, place by place.

`difflib` looks for the longest block in common first: of 喜欢猫不喜欢狗 and 喜欢狗不喜欢猫 it keeps
喜欢猫 and has the rest moved. What a reader sees is that two characters changed places.
"""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from itertools import groupby, takewhile
from operator import itemgetter

_GAP = 2  # something on one side only
_OTHER = 3  # something else in its place: rather than a gap on each side

Gap = tuple[int, int, int, int]  # left[i1:i2] stands where the other side has right[j1:j2]
_Step = tuple[bool, int, int]  # whether both are equal; the places left and right


def gaps(left: Sequence[str], right: Sequence[str]) -> list[Gap]:
    """Return the stretches that differ, in order. Takes the product of both lengths."""
    head = _alike(left, right)
    tail = _alike(left[head:][::-1], right[head:][::-1])
    middle = left[head : len(left) - tail], right[head : len(right) - tail]
    return [(i1 + head, i2 + head, j1 + head, j2 + head) for i1, i2, j1, j2 in _gaps(*middle)]


def _alike(left: Sequence[str], right: Sequence[str]) -> int:
    pairs = zip(left, right, strict=False)
    return sum(1 for _pair in takewhile(lambda pair: pair[0] == pair[1], pairs))


def _gaps(left: Sequence[str], right: Sequence[str]) -> Iterator[Gap]:
    i = j = 0
    for is_same, steps in groupby(_steps(left, right), key=itemgetter(0)):
        *_before, (_is_same, end_i, end_j) = steps
        if not is_same:
            yield i, end_i, j, end_j
        i, j = end_i, end_j


def _steps(left: Sequence[str], right: Sequence[str]) -> list[_Step]:
    """Return the steps of the cheapest way, each with the places it leads to."""
    costs, i, j = _costs(left, right), len(left), len(right)
    steps: list[_Step] = []
    while i or j:
        is_same = bool(i and j) and left[i - 1] == right[j - 1]
        across = costs[i - 1][j - 1] + (0 if is_same else _OTHER) if i and j else None
        at = (is_same, i, j)
        if across == costs[i][j]:
            i, j = i - 1, j - 1
        elif i and costs[i - 1][j] + _GAP == costs[i][j]:
            at, i = (False, i, j), i - 1
        else:
            at, j = (False, i, j), j - 1
        steps.append(at)
    return steps[::-1]


def _costs(left: Sequence[str], right: Sequence[str]) -> list[list[int]]:
    """Return for each pair of places what the way there costs at least."""
    row = [_GAP * j for j in range(len(right) + 1)]
    costs = [row]
    for i, ours in enumerate(left, start=1):
        before, row = row, [_GAP * i]
        for j, theirs in enumerate(right, start=1):
            across = before[j - 1] + (0 if ours == theirs else _OTHER)
            row.append(min(across, before[j] + _GAP, row[-1] + _GAP))
        costs.append(row)
    return costs

"""Group statements into families: those that answer one question, alike or differently."""

from __future__ import annotations

from collections.abc import Mapping, Sequence

import numpy as np

from claims.matching.compare import compare, score
from claims.matching.crowding import crowding_of
from claims.matching.grouping import AT_ONCE, FARTHEST, are_one_family
from claims.matching.types import Statement

# Under this centred cosine no pair has been seen to answer one question.
WORTH_COMPARING = 0.1


def families(statements: Sequence[Statement]) -> list[tuple[int, ...]]:
    """Return the families as ascending indices, a family of one for what stands alone."""
    return grouped(len(statements), _pair_scores(statements))


def grouped(count: int, scores: Mapping[tuple[int, int], float]) -> list[tuple[int, ...]]:
    """Return the families of `count` statements; `scores` are those of the pairs compared.

    Families grow by their best pair first, and two become one if `are_one_family` says so.
    """
    groups = {at: [at] for at in range(count)}
    home = list(range(count))
    for left, right in sorted(scores, key=lambda pair: (-scores[pair], pair)):
        ours, theirs = home[left], home[right]
        if scores[left, right] < AT_ONCE.best:
            break
        if ours == theirs:
            continue
        if are_one_family(_across(scores, groups[ours], groups[theirs])):
            for member in groups[theirs]:
                home[member] = ours
            groups[ours] += groups.pop(theirs)
    return sorted(tuple(sorted(group)) for group in groups.values())


def _pair_scores(statements: Sequence[Statement]) -> dict[tuple[int, int], float]:
    if not statements:
        return {}
    vectors = np.array([statement.vector for statement in statements])
    cosines = vectors @ vectors.T
    crowding = crowding_of(cosines)
    near = np.argwhere(np.triu(cosines, k=1) >= WORTH_COMPARING)
    return {
        (int(left), int(right)): score(
            compare(
                statements[left],
                statements[right],
                crowding=float(crowding[left] + crowding[right]) / 2,
            ).reasons
        )
        for left, right in near
    }


def _across(
    scores: Mapping[tuple[int, int], float], ours: Sequence[int], theirs: Sequence[int]
) -> list[float]:
    pairs = [(min(one, other), max(one, other)) for one in ours for other in theirs]
    return [scores.get(pair, FARTHEST) for pair in pairs]

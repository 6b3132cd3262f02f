"""Group statements into families: those that answer one question, alike or differently."""

from __future__ import annotations

from collections.abc import Sequence

import numpy as np

from claims.matching.compare import compare, score
from claims.matching.crowding import crowding_of
from claims.matching.types import Statement

# Under this centred cosine no pair has been seen to answer one question.
_WORTH_COMPARING = 0.15
_FAR = -4.0
# A family of several wordings is held together although its most distant pair is not close.
_MEAN_SCORE = -0.7


def families(statements: Sequence[Statement]) -> list[tuple[int, ...]]:
    """Return the families as ascending indices, a family of one for what stands alone.

    Families grow by their best pair first, and two become one only if all their pairs taken
    together do: one weak link does not chain two questions into one.
    """
    scores = _pair_scores(statements)
    groups = {at: [at] for at in range(len(statements))}
    home = list(range(len(statements)))
    for left, right in sorted(scores, key=lambda pair: (-scores[pair], pair)):
        ours, theirs = home[left], home[right]
        if scores[left, right] < 0 or ours == theirs:
            continue
        if _mean_score(scores, groups[ours], groups[theirs]) >= _MEAN_SCORE:
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
    near = np.argwhere(np.triu(cosines, k=1) >= _WORTH_COMPARING)
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


def _mean_score(
    scores: dict[tuple[int, int], float], ours: Sequence[int], theirs: Sequence[int]
) -> float:
    pairs = [(min(one, other), max(one, other)) for one in ours for other in theirs]
    return sum(scores.get(pair, _FAR) for pair in pairs) / len(pairs)

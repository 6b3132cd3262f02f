"""Sentences that say again what the article said before: headline, lead, list of points."""

from __future__ import annotations

import re
from collections import Counter, defaultdict
from collections.abc import Sequence
from itertools import pairwise

from claims.extraction.han import HAN, HAN_RANGES

_TOKEN = re.compile(rf"{HAN}|[^\W_{HAN_RANGES}]+")
_SHARE = 0.6  # of the shorter sentence's tokens found in the other
_FEWEST = 5  # tokens: less says too little to be the same
_COMMON = 40  # sentences with a token: more, and it tells nothing and would make this quadratic


def repeats_in(sentences: Sequence[str]) -> list[int | None]:
    """Return for each folded sentence the index of the earliest that says the same, or None."""
    holders: dict[str, list[int]] = defaultdict(list)
    shingles: list[frozenset[str]] = []
    found: list[int | None] = []
    for index, written in enumerate(sentences):
        tokens = _shingles(written)
        found.append(_earliest(tokens, holders, shingles))
        shingles.append(tokens)
        for token in tokens:
            if len(holders[token]) < _COMMON:
                holders[token].append(index)
    return found


def _earliest(
    tokens: frozenset[str], holders: dict[str, list[int]], shingles: Sequence[frozenset[str]]
) -> int | None:
    if len(tokens) < _FEWEST:
        return None
    shared = Counter(index for token in tokens for index in holders.get(token, ()))
    for index in sorted(shared):
        least = min(len(tokens), len(shingles[index]))
        if least >= _FEWEST and shared[index] >= _SHARE * least:
            return index
    return None


def _shingles(written: str) -> frozenset[str]:
    """Return Latin words and pairs of neighbours that have a Han character in them."""
    tokens = _TOKEN.findall(written.casefold())
    pairs = {a + b for a, b in pairwise(tokens) if len(a) == 1 or len(b) == 1}
    return frozenset(pairs | {token for token in tokens if len(token) > 3})

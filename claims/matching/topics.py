"""Whom an article is about: sentences that name only others are mostly said of it."""

from __future__ import annotations

import re
from collections import Counter

from claims.matching.entities import Kind, entities

_SENTENCE = re.compile(r"[。！？!?\n]+|\.\s")
_SUBJECTS: frozenset[Kind] = frozenset({"organisation", "product", "name"})
_FEWEST = 3  # sentences; who is named less often is not what the article is about


def main_subject(text: str) -> str:
    """Return the key of the entity that most sentences of an article name, or ""."""
    counts = Counter(
        entity.key
        for sentence in _SENTENCE.split(text)
        for entity in entities(sentence)
        if entity.kind in _SUBJECTS
    )
    key, count = max(counts.items(), key=lambda item: item[1], default=("", 0))
    return key if count >= _FEWEST else ""

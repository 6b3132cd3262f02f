"""Vectors around real ones.

Each is a real vector moved along the way from a second real one to a third. Noise in all
directions alike would be further from what an embedding gives: real vectors differ in few
directions, and an index that knows them finds its way by that.
"""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from typing import Self

import numpy as np
from numpy.typing import NDArray

from claims.extraction.folding import simplify
from claims.extraction.quantities import quantities_in
from claims.extraction.repair import repair
from claims.extraction.types import Quantity, Span
from claims.management.seeds import seeds_folder
from claims.matching.embeddings import embed_statements
from claims.matching.keys import keys_of
from claims.scorecard.stories import read_stories

Vectors = NDArray[np.float32]

MOVED = 0.5  # of the way: about .85 to the real vector by cosine


@dataclass(frozen=True)
class Real:
    """Real sentences, their languages, (n, 384) unit vectors, and what they can be looked up by."""

    texts: Sequence[str]
    languages: Sequence[str]
    vectors: Vectors
    quantities: Sequence[tuple[Quantity, ...]]
    keys: Sequence[list[str]]

    @classmethod
    def read(cls) -> Self:
        """Return the sentences of the labelled stories.

        All of them: of 2,000, a million vectors had 500 around each, more than any claim has of
        its own kind, and an index finds out of such a crowd with difficulty (docs/decisions/0023).
        """
        stories = read_stories(seeds_folder() / "training")
        every = [(each.text, story.language) for story in stories for each in story.sentences]
        texts, languages = zip(*every, strict=True)
        quantities = list(map(_quantities, texts, languages))
        keys = list(map(keys_of, texts, quantities))
        return cls(texts, languages, embed_statements(texts, languages), quantities, keys)

    def around(self, count: int, random: np.random.Generator) -> tuple[NDArray[np.int64], Vectors]:
        """Return `count` vectors of unit length, with the places of the real ones they are of."""
        of, towards, away = random.integers(len(self.texts), size=(3, count))
        moved = self.vectors[of] + MOVED * (self.vectors[towards] - self.vectors[away])
        return of, moved / np.linalg.norm(moved, axis=1, keepdims=True)


def _quantities(text: str, language: str) -> tuple[Quantity, ...]:
    view = repair(text)
    return quantities_in(view, simplify(view.text), Span(0, len(view.text)), language, ())

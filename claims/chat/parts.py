"""An article in parts a chat model can take in one after the other."""

from __future__ import annotations

from collections.abc import Iterable, Sequence

from claims.extraction.types import Sentence

MAX_CHARACTERS = 8000  # of a part: some 2,000 tokens of English, 8,000 of Chinese
MAX_PARTS = 4  # of an article; what comes after is judged by the built-in engine alone


def parts_of(sentences: Iterable[Sentence]) -> list[Sequence[Sentence]]:
    """Return the sentences to ask about: those of the body, in order, in parts of bounded size.

    One that is too long for a part of its own is no sentence, and is left out.
    """
    parts: list[list[Sentence]] = []
    room = 0
    for sentence in sentences:
        length = sentence.end - sentence.start
        if sentence.kind != "body" or length > MAX_CHARACTERS:
            continue
        if length > room:
            parts.append([])
            room = MAX_CHARACTERS
        parts[-1].append(sentence)
        room -= length
    return [*parts[:MAX_PARTS]]

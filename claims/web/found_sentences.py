"""The sentences of an article as its page lists them."""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from dataclasses import dataclass

from claims.models import Article, Sentence


@dataclass(frozen=True, slots=True)
class FoundSentence:
    """A sentence, its words, and the address of its claim's workspace ("" while there is none)."""

    row: Sentence
    text: str
    url: str


@dataclass(frozen=True, slots=True)
class FoundSentences:
    """What goes to people, and what was left aside."""

    selected: list[FoundSentence]
    left_aside: list[FoundSentence]


def found_sentences(
    article: Article, sentences: Iterable[Sentence], urls: Mapping[int | None, str]
) -> FoundSentences:
    """Return the sentences in the order of the text; `urls` are by sentence id."""
    found = [
        FoundSentence(row, article.text[row.start : row.end], urls.get(row.pk, ""))
        for row in sentences
    ]
    return FoundSentences(
        [each for each in found if each.row.selected],
        [each for each in found if not each.row.selected],
    )

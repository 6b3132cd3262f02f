"""What is counted: a sentence people labelled, with what the machine made of it."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from typing import Literal

from claims.extraction.types import Extraction, Sentence, Span

Label = Literal["must", "may", "no"]
"""Must be checked; may be, or need not; need not be checked."""


@dataclass(frozen=True, slots=True)
class Judged:
    """One labelled sentence. `score` is the machine's, 0 to 1; `selected` that it chose it.

    `language` is the BCP 47 tag of the article, as people gave it.
    """

    language: str
    label: Label
    score: float
    selected: bool


def answers(sentence: Sentence, span: Span) -> bool:
    """Say whether `sentence` brings at least half of `span` to the reader."""
    common = min(sentence.end, span.end) - max(sentence.start, span.start)
    return 2 * common >= span.end - span.start


def judge(
    extraction: Extraction, labelled: Iterable[tuple[Span, Label]], language: str
) -> list[Judged]:
    """Return what the machine made of each labelled span of one article.

    A sentence split otherwise counts by the best of the machine's sentences that answer for it; one
    that none answers for has score 0, as the machine would never show it.
    """
    return [
        judged_by([each for each in extraction.sentences if answers(each, span)], label, language)
        for span, label in labelled
    ]


def judged_by(sentences: Sequence[Sentence], label: Label, language: str) -> Judged:
    """Return the best that these sentences of the machine make of one label."""
    return Judged(
        language=language,
        label=label,
        score=max((each.score for each in sentences), default=0.0),
        selected=any(each.selected for each in sentences),
    )

"""Labelled sentences as the model is taught them: read in their article, as extraction does."""

from __future__ import annotations

import math
from collections.abc import Iterable, Iterator, Sequence

from claims.extraction.pipeline import readings
from claims.extraction.types import Span
from claims.extraction.worth.reading import Example, Reading
from claims.extraction.worth.weights import Weights
from claims.scorecard.joining import join
from claims.scorecard.judged import Judged, Label
from claims.scorecard.stories import Story

# What is vague or minor ranks under what must be checked. .2 ranked better than .4 and 0 on stories
# held out and on articles alike.
WORTH: dict[Label, float] = {"must": 1.0, "may": 0.2, "no": 0.0}


def examples_of(story: Story) -> Iterator[Example]:
    """Yield the sentences of a labelled story, as `examples_in`."""
    text, spans = join(story)
    labels = (sentence.label for sentence in story.sentences)
    yield from examples_in(text, zip(spans, labels, strict=True), story.language, story.id)


def examples_in(
    text: str, labelled: Iterable[tuple[Span, Label]], language: str, story: str
) -> Iterator[Example]:
    """Yield every labelled sentence of one article that extraction would show to the model.

    Headings and page furniture are told by other means: the model never sees those that are.
    """
    seen = readings(text, language=language)
    body = [(span, reading) for span, kind, reading in seen if kind == "body"]
    for span, label in labelled:
        reading = _answering(body, span)
        if reading:
            yield Example(reading, WORTH[label], story)


def judge_examples(
    examples: Sequence[Example], weights: Weights, language: str, threshold: float
) -> list[Judged]:
    """Return what these weights make of the examples, all of one language."""
    labels = {worth: label for label, worth in WORTH.items()}
    odds = weights.log_odds([example.reading for example in examples])
    scores = [1 / (1 + math.exp(-each)) for each in odds]
    return [
        Judged(language, labels[example.worth], score, score >= threshold)
        for example, score in zip(examples, scores, strict=True)
    ]


def _answering(body: Iterable[tuple[Span, Reading]], span: Span) -> Reading | None:
    """Return the reading that has the most of the span in it."""
    meeting = [(_common(own, span), reading) for own, reading in body if own.meets(span)]
    return max(meeting, key=lambda pair: pair[0])[1] if meeting else None


def _common(one: Span, other: Span) -> int:
    return min(one.end, other.end) - max(one.start, other.start)

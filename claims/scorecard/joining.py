"""A labelled story as the article it would be: one text, and where each sentence stands in it."""

from __future__ import annotations

from collections.abc import Callable, Iterable

from claims.extraction.types import Extraction, Span
from claims.scorecard.judged import Judged, judge
from claims.scorecard.stories import Story

Extract = Callable[[str], Extraction]

# Furniture, headings and "Key points:" stand on lines of their own; prose runs on in paragraphs.
OWN_LINE = frozenset({"advert", "furniture", "heading", "meta"})
PARAGRAPH = 3  # sentences, about what news has


def join(story: Story) -> tuple[str, list[Span]]:
    """Return the text of the article and the span of each sentence, in order."""
    text, spans, run = "", [], 0
    for sentence in story.sentences:
        alone = sentence.kind in OWN_LINE
        if text:
            text += "\n" if alone or run == 0 else _space(story)
        spans.append(Span(len(text), len(text) + len(sentence.text)))
        text += sentence.text
        run = 0 if alone else (run + 1) % PARAGRAPH
    return text, spans


def judge_stories(stories: Iterable[Story], extract: Extract) -> list[Judged]:
    """Return every labelled sentence with what `extract` makes of it in its story."""
    return [each for story in stories for each in _judge_story(story, extract)]


def _judge_story(story: Story, extract: Extract) -> list[Judged]:
    text, spans = join(story)
    labels = (sentence.label for sentence in story.sentences)
    return judge(extract(text), zip(spans, labels, strict=True), story.language)


def _space(story: Story) -> str:
    return "" if story.language.startswith("zh") else " "

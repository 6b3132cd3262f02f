"""The labelled stories: each can be read, none is there twice, none leaks into what measures it."""

from __future__ import annotations

from collections import Counter

import pytest

from claims.management.seeds import seeds_folder
from claims.scorecard.stories import Story, read_stories

pytestmark = pytest.mark.quality


@pytest.fixture(scope="module")
def stories() -> list[Story]:
    return read_stories(seeds_folder() / "training")


def test_no_story_has_the_name_of_another(stories: list[Story]) -> None:
    names = Counter(story.id for story in stories)
    assert [name for name, count in names.items() if count > 1] == []


def test_no_sentence_is_there_twice(stories: list[Story]) -> None:
    texts = Counter(sentence.text for story in stories for sentence in story.sentences)
    assert [text for text, count in texts.items() if count > 1] == []


def test_every_language_holds_some_stories_out(stories: list[Story]) -> None:
    splits = Counter((story.language, story.split) for story in stories)
    for language in {story.language for story in stories}:
        held_out, train = splits[language, "held_out"], splits[language, "train"]
        assert 0.1 <= held_out / (held_out + train) <= 0.5, language

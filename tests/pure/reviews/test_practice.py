"""The practice claim: told in every language of the pages, and its evidence really decides."""

from __future__ import annotations

import pytest
from django.conf import settings

from reviews.domain.practice import Lesson, Step, is_quoted, lesson_of, step_after, story_in

LANGUAGES = [code for code, _name in settings.LANGUAGES]


@pytest.mark.parametrize("language", LANGUAGES)
def test_every_language_of_the_pages_has_a_story_of_its_own(language: str) -> None:
    story = story_in(language)
    assert story.language.lower() == language
    assert all([story.outlet, story.title, story.before, story.claim, story.after])
    assert len({story_in(each).claim for each in LANGUAGES}) == len(LANGUAGES)


def test_any_other_language_reads_the_english_one() -> None:
    assert story_in("de") == story_in("en")


@pytest.mark.parametrize(
    ("passage", "stands_there"),
    [
        ("31,500", True),
        ("Books lent,\n  the year  before: 31,500", True),
        ("31,501", False),
        ("500", False),
        ("  ", False),
        ("Books lent, last year: 48,000 Books lent", False),
    ],
)
def test_a_passage_has_to_stand_in_one_line_of_the_page(passage: str, stands_there: bool) -> None:
    assert is_quoted(passage, story_in("en")) is stands_there


def test_only_ratings_that_weigh_both_parts_are_left_as_they_are() -> None:
    ratings = ["false", "mostly-false", "half-true", "mostly-true", "true", "unproven"]
    weighed = [each for each in ratings if lesson_of(each) == Lesson.WEIGHED]
    assert weighed == ["mostly-false", "half-true", "mostly-true"]


def test_the_steps_follow_each_other_to_the_end() -> None:
    step, taken = Step.READ, [Step.READ]
    while step != Step.DONE:
        step = step_after(step)
        taken.append(step)
    assert taken == list(Step)
    assert step_after(Step.DONE) == Step.DONE

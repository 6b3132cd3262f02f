"""The practice claim: a made-up article for each language of the pages, and what one learns of it.

Nothing of it is ever stored: town, library and figures do not exist. The figure in the claim is
right and the comparison is wrong, so that reading the evidence only halfway leads astray.
"""

from __future__ import annotations

from dataclasses import dataclass
from enum import StrEnum

from reviews.domain.practice_texts import TEXTS

LEAST_QUOTED = 4  # characters of a passage


class Step(StrEnum):
    """Where somebody is on their way through the practice claim, in this order."""

    READ = "read"
    EVIDENCE = "evidence"
    REVIEW = "review"
    EDITOR = "editor"
    DONE = "done"


class Lesson(StrEnum):
    """What a rating of the practice claim shows: the figure is right, "twice" is not."""

    FIGURE_IS_RIGHT = "figure_is_right"
    COMPARISON_IS_WRONG = "comparison_is_wrong"
    IT_CAN_BE_SHOWN = "it_can_be_shown"
    WEIGHED = "weighed"


LESSONS = {
    "false": Lesson.FIGURE_IS_RIGHT,
    "true": Lesson.COMPARISON_IS_WRONG,
    "unproven": Lesson.IT_CAN_BE_SHOWN,
}


@dataclass(frozen=True, slots=True)
class Story:
    """An article in `language` (BCP 47): the claim stands between `before` and `after`."""

    language: str
    outlet: str
    title: str
    before: str
    claim: str
    after: str
    publisher: str
    page: str
    rows: tuple[str, ...]

    @property
    def has_spaces(self) -> bool:
        """Say whether the language puts a space between sentences."""
        return not self.language.startswith("zh")


def story_in(language: str) -> Story:
    """Return the story in a language of the pages, such as zh-hant; in any other the English."""
    known = language.lower() if language.lower() in TEXTS else "en"
    tag = {"zh-hans": "zh-Hans", "zh-hant": "zh-Hant"}.get(known, known)
    return Story(tag, *TEXTS[known])


def is_quoted(passage: str, story: Story) -> bool:
    """Say whether `passage` stands in the sample page, whatever the spaces between its words."""
    wanted = " ".join(passage.split())
    return len(wanted) >= LEAST_QUOTED and any(wanted in row for row in story.rows)


def lesson_of(rating: str) -> Lesson:
    """Return what a rating of the practice claim shows."""
    return LESSONS.get(rating, Lesson.WEIGHED)


def step_after(step: Step) -> Step:
    """Return the next step; the last stays the last."""
    steps = list(Step)
    return steps[min(steps.index(step) + 1, len(steps) - 1)]

"""Fit the weights of check-worthiness to the labelled stories, and write them down."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from pathlib import Path
from typing import Any

from django.core.management.base import BaseCommand, CommandError, CommandParser

from claims.extraction.score import THRESHOLD
from claims.extraction.signals import SIGNALS
from claims.extraction.worth.reading import Example
from claims.extraction.worth.weights import SHIPPED, Weights, save
from claims.management.seeds import seeds_folder
from claims.scorecard.card import scorecards
from claims.scorecard.examples import examples_in, examples_of, judge_examples
from claims.scorecard.stories import Story, StoryFault, digest, read_stories
from claims.selectors.sentence_marks import labelled_articles


class Command(BaseCommand):
    """Write the weights with the digest of what they were fitted to; the same data, the same."""

    help = (
        "Fit the weights of check-worthiness to the training stories. Stories held out are not "
        "looked at: `manage.py scorecard --set training` says how well the weights do on them."
    )
    requires_system_checks = ()

    def add_arguments(self, parser: CommandParser) -> None:
        """Take the folder of stories and the file to write."""
        parser.add_argument(
            "--stories", type=Path, default=seeds_folder() / "training", metavar="FOLDER"
        )
        parser.add_argument("--out", type=Path, default=SHIPPED, metavar="FILE")
        parser.add_argument(
            "--feedback",
            action="store_true",
            help="learn from what reviewers marked in the database as well",
        )

    def handle(self, *, stories: Path, out: Path, feedback: bool, **options: Any) -> None:
        """Fit and write."""
        try:
            from claims.extraction.worth.fitting import fit  # slow to load, and not everywhere
        except ImportError as error:
            raise CommandError(
                f"{error}. Training needs scikit-learn: pip install -r requirements-dev.txt"
            ) from error
        try:
            every = read_stories(stories)
        except (StoryFault, OSError, UnicodeDecodeError) as error:
            raise CommandError(str(error)) from error
        learned = [story for story in every if story.split == "train"]
        if not learned:
            raise CommandError(f"{stories} has no story whose split is train.")
        examples = [example for story in learned for example in examples_of(story)]
        if feedback:
            examples += _marked()
        weights = fit(examples, {signal.id: signal.weight for signal in SIGNALS})
        save(
            weights,
            out,
            data=digest(learned),
            stories=len(learned),
            sentences=len(examples),
            held_out=_figures(weights, [story for story in every if story.split != "train"]),
        )
        self.stdout.write(f"{out}: fitted to {len(examples)} sentences.")


def _figures(weights: Weights, unseen: Sequence[Story]) -> dict[str, dict[str, float | None]]:
    """Return how the weights do on stories they were not fitted to, by language and in all."""
    judged = [
        each
        for story in unseen
        for each in judge_examples(list(examples_of(story)), weights, story.language, THRESHOLD)
    ]
    return {
        card.language: {
            "average_precision": _rounded(card.average_precision),
            "calibration_error": _rounded(card.calibration.error),
        }
        for card in scorecards(judged)
    }


def _rounded(figure: float | None) -> float | None:
    return None if figure is None else round(figure, 3)


def _marked() -> Iterator[Example]:
    """Yield what reviewers marked in the database."""
    for number, article in enumerate(labelled_articles()):
        story = f"feedback-{number}"
        yield from examples_in(article.text, article.labelled, article.language, story)

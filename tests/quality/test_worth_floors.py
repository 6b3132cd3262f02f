"""The shipped weights: what they were fitted to, and how they do on stories they never saw."""

from __future__ import annotations

import json

import pytest

from claims.extraction.pipeline import extract
from claims.extraction.worth.weights import SHIPPED
from claims.management.seeds import held_out_stories, seeds_folder
from claims.scorecard.card import Scorecard, scorecards
from claims.scorecard.joining import judge_stories
from claims.scorecard.stories import digest, read_stories

pytestmark = [pytest.mark.quality, pytest.mark.timeout(300)]  # embedding takes its time

EVERY = 8  # a sample: reading all of them takes a minute; `manage.py scorecard` does


@pytest.fixture(scope="module")
def card() -> Scorecard:
    return scorecards(judge_stories(held_out_stories()[::EVERY], extract))[-1]


def test_they_were_fitted_to_the_stories_as_they_are() -> None:
    learned = [s for s in read_stories(seeds_folder() / "training") if s.split == "train"]
    said = json.loads(SHIPPED.read_text(encoding="utf-8"))["data"]
    assert said == digest(learned), "seeds/training changed: run `manage.py train`"


def test_they_rank_what_is_worth_checking_first(card: Scorecard) -> None:
    assert card.average_precision is not None
    assert card.average_precision >= 0.91


def test_they_choose_most_of_it_and_little_else(card: Scorecard) -> None:
    assert card.choice.recall is not None
    assert card.choice.precision is not None
    assert card.choice.recall >= 0.9
    assert card.choice.precision >= 0.76


def test_a_score_can_be_read_as_a_share(card: Scorecard) -> None:
    assert card.calibration.error is not None
    assert card.calibration.error <= 0.06

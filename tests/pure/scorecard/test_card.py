"""The scorecard: a card per language and one of all."""

from __future__ import annotations

from dataclasses import replace

from claims.scorecard.card import ALL, scorecards
from tests.pure.scorecard.judgements import judged

ROWS = judged(("must", 0.9), ("no", 0.6), ("may", 0.7))


def test_a_set_in_two_languages_has_a_card_for_each_and_one_of_all() -> None:
    chinese = [replace(each, language="zh-Hans") for each in ROWS]
    cards = scorecards([*chinese, *ROWS])
    assert [(card.language, card.sentences) for card in cards] == [
        ("en", 3), ("zh-Hans", 3), (ALL, 6),
    ]  # fmt: skip


def test_a_set_in_one_language_has_one_card() -> None:
    (card,) = scorecards(ROWS)
    assert card.language == "en"
    assert (card.prevalence, card.choice.precision, card.choice.recall) == (0.5, 0.5, 1.0)
    assert card.average_precision == 1.0


def test_a_card_tells_what_each_threshold_would_choose() -> None:
    (card,) = scorecards(ROWS)
    assert [threshold for threshold, _choice in card.at] == [
        0.1, 0.2, 0.3, 0.4, 0.5, 0.6, 0.7, 0.8, 0.9,
    ]  # fmt: skip
    assert [choice.chosen for _threshold, choice in card.at] == [3, 3, 3, 3, 3, 3, 2, 1, 1]


def test_nothing_judged_has_no_card_of_a_language() -> None:
    assert scorecards([]) == []

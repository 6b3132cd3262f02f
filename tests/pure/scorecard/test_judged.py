"""What the machine made of a labelled sentence, also where it split the text otherwise."""

from __future__ import annotations

from typing import Any

from claims.extraction.types import Extraction, Sentence, Span
from claims.scorecard.judged import Judged, judge


def found(start: int, end: int, score: float, **more: Any) -> Sentence:
    return Sentence(start, end, "body", score, selected=score >= 0.5, **more)


def judged(*sentences: Sentence, span: tuple[int, int] = (10, 20)) -> Judged:
    (row,) = judge(Extraction("en", sentences, "test"), [(Span(*span), "must")], "en")
    return row


def test_a_sentence_split_as_people_split_it_is_taken_as_it_is() -> None:
    assert judged(found(0, 10, 0.9), found(10, 20, 0.4)) == Judged("en", "must", 0.4, False)


def test_half_of_a_sentence_answers_for_it_and_less_does_not() -> None:
    assert judged(found(15, 40, 0.7)).selected
    assert not judged(found(16, 40, 0.7)).selected


def test_of_two_halves_the_better_one_counts() -> None:
    assert judged(found(10, 15, 0.3), found(15, 20, 0.8)) == Judged("en", "must", 0.8, True)


def test_a_sentence_the_machine_does_not_show_has_no_score() -> None:
    assert judged() == Judged("en", "must", 0.0, False)

"""What a model that answers well can change, and what not."""

from __future__ import annotations

from dataclasses import replace
from itertools import accumulate
from typing import Literal

import pytest
from hypothesis import given
from hypothesis import strategies as st

from claims.chat.answer import Judgement
from claims.chat.combining import WEIGHT, combine
from claims.extraction.score import THRESHOLD, score
from claims.extraction.types import Reason, Sentence, Span, Speaker

WRITTEN = (
    "Tolls rose.",
    "渡輪🚢載了四萬人。",
    "Tolls rose.",
    "Odile Brandt denied it.",
    "Tolls fell.",
)
TEXT = " ".join(WRITTEN)
ENDS = tuple(accumulate(len(written) + 1 for written in WRITTEN))
SEEN = (Reason("named", 0.7),)
ROSE, FERRY, ROSE_AGAIN, DENIED, FELL = (
    Sentence(end - 1 - len(written), end - 1, "body", score(SEEN), score(SEEN) >= THRESHOLD, SEEN)
    for end, written in zip(ENDS, WRITTEN, strict=True)
)
ALL = (ROSE, FERRY, ROSE_AGAIN, DENIED, FELL)


def judged(sentence: Sentence, *judgements: Judgement) -> Sentence:
    """Return what `sentence` has become; the others must not have changed."""
    after = combine(TEXT, ALL, judgements)
    [changed] = [at for at in range(len(ALL)) if after[at] != ALL[at]]
    assert ALL[changed] == sentence
    return after[changed]


def test_a_judgement_is_one_more_reason_with_the_part_it_quotes() -> None:
    after = judged(FERRY, Judgement("載了四萬人", 0.9, "figure"))
    start = TEXT.index("載了四萬人")
    assert after.reasons == (*SEEN, Reason("chat_figure", 2.0, (Span(start, start + 5),)))


@given(st.floats(0, 1))
def test_the_score_stays_the_sum_of_what_is_shown_and_decides(certainty: float) -> None:
    after = judged(FELL, Judgement("Tolls fell.", certainty, "event"))
    assert after.score == score(after.reasons)
    assert after.selected == (after.score >= THRESHOLD)
    assert abs(after.reasons[-1].weight) <= WEIGHT


def test_a_model_can_raise_a_score_and_lower_it() -> None:
    raised = judged(FELL, Judgement("Tolls fell.", 1.0, "event"))
    lowered = judged(FELL, Judgement("Tolls fell.", 0.0, "opinion"))
    assert raised.score > FELL.score > lowered.score


def test_sentences_that_read_the_same_are_judged_alike() -> None:
    after = combine(TEXT, ALL, [Judgement("Tolls rose.", 1.0, "event")])
    assert [each.reasons == SEEN for each in after] == [False, True, False, True, True]
    spans = [each.reasons[-1].spans for each in (after[0], after[2])]
    assert spans == [(Span(each.start, each.end),) for each in (ROSE, ROSE_AGAIN)]


@pytest.mark.parametrize(
    "quote",
    ["", "Tolls", "rose. 渡", "TOLLS FELL.", "Tolls  fell.", "tolls have fallen", "\ud83d", TEXT],
)
def test_a_quotation_that_names_no_one_sentence_points_at_nothing(quote: str) -> None:
    assert combine(TEXT, ALL, [Judgement(quote, 1.0, "event")]) == ALL


def test_nothing_quoted_points_at_nothing_even_if_there_is_but_one_sentence() -> None:
    assert combine(TEXT, [FELL], [Judgement("", 1.0, "event")]) == (FELL,)


def test_of_two_judgements_of_a_sentence_the_first_counts() -> None:
    first = Judgement("Tolls fell.", 0.0, "vague")
    after = judged(FELL, first, Judgement("fell", 1.0, "event"))
    assert after == judged(FELL, first)


@pytest.mark.parametrize("kind", ["heading", "furniture"])
def test_only_the_body_is_ever_selected(kind: Literal["heading", "furniture"]) -> None:
    other = replace(FELL, kind=kind, selected=False)
    [after] = combine(TEXT, [other], [Judgement("Tolls fell.", 1.0, "event")])
    assert not after.selected


@pytest.mark.parametrize(
    ("name", "speaker"),
    [
        ("Odile Brandt", Speaker("Odile Brandt", Span(DENIED.start, DENIED.start + 12))),
        ("載了四萬人", Speaker("載了四萬人", None)),
        ("Somebody Else", None),
        ("", None),
    ],
)
def test_a_speaker_is_taken_only_if_the_article_has_the_name(
    name: str, speaker: Speaker | None
) -> None:
    after = judged(DENIED, Judgement("denied it", 1.0, "attribution", name))
    assert after.speaker == speaker


def test_a_speaker_the_rules_found_stays() -> None:
    known = replace(DENIED, speaker=Speaker("Cole"))
    judgement = Judgement("denied it", 1.0, "attribution", "Odile Brandt")
    [after] = combine(TEXT, [known], [judgement])
    assert after.speaker == Speaker("Cole")

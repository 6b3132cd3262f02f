"""A story as an article: where its sentences stand, and what the machine makes of them."""

from __future__ import annotations

from dataclasses import replace

import pytest
from hypothesis import given
from hypothesis import strategies as st

from claims.extraction.pipeline import extract
from claims.extraction.types import Extraction
from claims.scorecard.joining import join, judge_stories
from claims.scorecard.judged import Judged
from claims.scorecard.stories import KINDS, Labelled, Story

SENTENCES = st.lists(
    st.builds(
        Labelled,
        text=st.text(st.characters(exclude_characters="\n", exclude_categories=["Cs"]), min_size=1),
        label=st.just("no"),
        kind=st.sampled_from(sorted(KINDS)),
    ),
    min_size=1,
    max_size=12,
)
STORY = Story(
    id="en-quay",
    genre="wire",
    topic="harbours",
    language="en",
    split="held_out",
    sentences=(
        Labelled("The new quay cost $31 million, the port authority said on Monday.", "must"),
        Labelled("Read also: Ten walks along the sea", "no", "furniture"),
        Labelled("What a pity.", "no", "opinion"),
    ),
)


@given(SENTENCES, st.sampled_from(["en", "id", "zh-Hans", "zh-Hant"]))
def test_every_sentence_stands_verbatim_at_its_span(rows: list[Labelled], language: str) -> None:
    text, spans = join(replace(STORY, sentences=tuple(rows), language=language))
    assert [span.of(text) for span in spans] == [each.text for each in rows]


def test_furniture_stands_on_a_line_of_its_own_and_prose_runs_on() -> None:
    prose = [Labelled(f"Sentence {number}.", "may") for number in range(4)]
    advert = Labelled("Buy now", "no", "advert")
    text, _spans = join(replace(STORY, sentences=(prose[0], advert, *prose[1:])))
    assert text == "Sentence 0.\nBuy now\nSentence 1. Sentence 2. Sentence 3."


def test_paragraphs_end_after_three_sentences() -> None:
    prose = tuple(Labelled(f"句{number}。", "may") for number in range(4))
    text, _spans = join(replace(STORY, sentences=prose, language="zh-Hant"))
    assert text == "句0。句1。句2。\n句3。"


def test_the_machine_reads_the_whole_story_and_is_judged_by_sentence() -> None:
    rows = judge_stories([STORY], extract)
    assert [(each.label, each.selected) for each in rows] == [
        ("must", True), ("no", False), ("no", False),
    ]  # fmt: skip


@pytest.mark.parametrize("language", ["en", "zh-Hans"])
def test_the_language_is_the_story_s_whatever_the_machine_takes_it_for(language: str) -> None:
    def blind(text: str) -> Extraction:
        return Extraction("und", (), "blind")

    rows = judge_stories([replace(STORY, language=language)], blind)
    assert rows[0] == Judged(language, "must", 0.0, False)

"""Differences between two wordings, by words and by Chinese characters."""

from __future__ import annotations

from hypothesis import given
from hypothesis import strategies as st

from claims.evidence.passages import Change, passage_diff, tokens

TEXTS = st.text(alphabet="ab 1.,港口年\n😀", max_size=40)


@given(TEXTS)
def test_the_tokens_of_a_text_are_the_text(text: str) -> None:
    assert "".join(tokens(text)) == text


@given(TEXTS, TEXTS)
def test_the_runs_give_both_texts_back(before: str, after: str) -> None:
    runs = list(passage_diff(before, after))
    assert "".join(run.text for run in runs if run.kind != "added") == before
    assert "".join(run.text for run in runs if run.kind != "removed") == after


def test_a_latin_text_changes_by_words() -> None:
    assert list(passage_diff("five million", "six million")) == [
        Change("removed", "five"),
        Change("added", "six"),
        Change("same", " million"),
    ]


def test_a_figure_changes_as_a_whole() -> None:
    assert list(passage_diff("it took 2,4 juta", "it took 1,4 juta")) == [
        Change("same", "it took "),
        Change("removed", "2,4"),
        Change("added", "1,4"),
        Change("same", " juta"),
    ]


def test_a_chinese_text_changes_by_characters() -> None:
    assert list(passage_diff("港口处理五百万", "港口处理六百万")) == [
        Change("same", "港口处理"),
        Change("removed", "五"),
        Change("added", "六"),
        Change("same", "百万"),
    ]

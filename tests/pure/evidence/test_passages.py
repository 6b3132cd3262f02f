"""Differences between two wordings, by words and by Chinese characters."""

from __future__ import annotations

import time

import pytest
from hypothesis import given
from hypothesis import strategies as st

from claims.evidence.passages import Change, passage_diff, text_diff, tokens

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


@given(TEXTS, TEXTS)
def test_the_stretches_give_the_lines_of_both_texts_back(before: str, after: str) -> None:
    stretches = list(text_diff(before, after))
    for text, other in ((before, "added"), (after, "removed")):
        told = ("".join(c.text for c in each.changes if c.kind != other) for each in stretches)
        lines = [line for line in text.split("\n") if line.strip()]
        assert "\n".join(each for each in told if each) == "\n".join(lines)


MANY = [f"Line {number} of the table." for number in range(8_000)]
LARGE = {
    "equal lines": (["so it is"] * 8_000, ["so it is"] * 7_000 + ["or not"] + ["so it is"] * 900),
    "lines that take turns": (["a", "b", "c"] * 3_000, ["b", "c", "a", "a"] * 2_000),
    "lines of a table": (
        [f"{n * 7919 % 104729 % 109}" for n in range(16_000)],
        [f"{n * 6007 % 99991 % 109}" for n in range(16_000)],
    ),
    "one changed": (MANY, [*MANY[:4_000], "Another line.", *MANY[4_001:]]),
    "written anew": (MANY, [line.upper() for line in MANY]),
    "long paragraphs": (["港口" * 4_000 + "x"] * 50, ["口港" * 4_000 + "y"] * 50),
}


@pytest.mark.parametrize("name", LARGE)
def test_large_texts_are_compared_while_somebody_waits(name: str) -> None:
    before, after = ("\n".join(lines) for lines in LARGE[name])
    began = time.process_time()
    stretches = list(text_diff(before, after))
    assert time.process_time() - began < 2
    is_short = name in {"equal lines", "one changed"}
    assert all(each.is_compared for each in stretches) == is_short
    assert any(not each.is_same for each in stretches)


def test_two_long_passages_are_told_whole() -> None:
    before, after = "five " * 5_000, "six " * 5_000
    assert list(passage_diff(before, after)) == [Change("removed", before), Change("added", after)]

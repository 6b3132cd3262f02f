"""A span that a person chose is the words they saw, in code points, without blanks around it."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from claims.evidence.chosen_words import holds_anything, span_chosen, span_of_words
from claims.extraction.types import Span

LETTERS = "ab水𠮷😀 \n\u00a0\u3000。"
TEXT = "😀𠮷 Ten boats sank.\n\n  Nobody  drowned, she said."


@given(text=st.text(LETTERS, max_size=40), data=st.data())
def test_what_was_chosen_is_found_again_without_its_blanks(text: str, data: st.DataObject) -> None:
    start = data.draw(st.integers(0, len(text)))
    end = data.draw(st.integers(start, len(text)))
    words = text[start:end]
    found = span_chosen(text, "\n".join(words.split()), Span(start, end))
    assert (found.of(text) if found else "") == words.strip()
    assert found is None or start <= found.start < found.end <= end


@pytest.mark.parametrize(
    ("words", "span"),
    [
        ("Ten boats sank", Span(4, 18)),  # one further: counted in UTF-16 the emoji are two
        ("Ten boats sink", Span(3, 17)),
        ("Ten boats sank", Span(17, 3)),
        ("", Span(2, 3)),
        ("she said.", Span(35, 900)),
        ("said.", Span(-5, len(TEXT))),
    ],
)
def test_other_words_than_stand_there_are_none(words: str, span: Span) -> None:
    assert span_chosen(TEXT, words, span) is None


@pytest.mark.parametrize(
    ("words", "verbatim"),
    [
        ("Ten boats sank", "Ten boats sank"),
        (" nobody drowned ", "Nobody  drowned"),
        ("sank. Nobody", "sank.\n\n  Nobody"),
        ("😀𠮷\nTen", "😀𠮷 Ten"),
        ("Twelve boats sank", None),
        ("", None),
    ],
)
def test_words_alone_are_looked_for_and_taken_as_they_stand(
    words: str, verbatim: str | None
) -> None:
    found = span_of_words(TEXT, words)
    assert (found.of(TEXT) if found else None) == verbatim


def test_marks_and_blanks_alone_hold_nothing() -> None:
    assert [holds_anything(words) for words in ("…, 😀", "水", " 5 ")] == [False, True, True]

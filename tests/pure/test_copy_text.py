"""The text of a copy, however the page was written: nothing lost, nothing of its markup kept."""

from __future__ import annotations

import html

from hypothesis import given
from hypothesis import strategies as st

from claims.extraction.types import Span
from claims.sources.visible_lines import visible_lines
from claims.web.copy_text import marked_paragraphs

ANY_TEXT = st.text(st.characters(exclude_categories=["Cs"]), max_size=200)
WORDS = st.text(st.sampled_from("abc码头🚢 .,&<>\"'"), max_size=40)


@given(ANY_TEXT, st.integers(0, 200), st.integers(0, 200))
def test_the_marked_pieces_are_the_passage_and_all_pieces_the_text(
    text: str, start: int, end: int
) -> None:
    start, end = sorted((min(start, len(text)), min(end, len(text))))
    paragraphs = marked_paragraphs(text, Span(start, end))
    lines = [line for line in text.split("\n") if line.strip()]
    assert ["".join(piece.text for piece in paragraph) for paragraph in paragraphs] == lines
    marked = "".join(piece.text for each in paragraphs for piece in each if piece.is_quoted)
    assert "".join(marked.split()) == "".join(text[start:end].split())


@given(st.lists(WORDS, max_size=6))
def test_the_lines_of_a_page_are_what_stands_between_its_tags(words: list[str]) -> None:
    page = "".join(f"<p>{html.escape(each)}<script>x</script></p>" for each in words)
    wanted = [" ".join(each.split()) for each in words]
    assert visible_lines(f"<html><body>{page}</body></html>").split("\n") == (
        [each for each in wanted if each] or [""]
    )


@given(ANY_TEXT)
def test_any_text_taken_for_a_page_is_read_without_a_fault(text: str) -> None:
    assert "\n\n" not in visible_lines(f"<div>{text}")

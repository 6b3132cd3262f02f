"""Cutting a text at its marks."""

from __future__ import annotations

from dataclasses import replace

from hypothesis import given
from hypothesis import strategies as st

from claims.web.marked_text import Mark, paragraphs

TEXTS = st.text(alphabet="ab 價🙂\n", min_size=1, max_size=60)


@st.composite
def marked(draw: st.DrawFn) -> tuple[str, list[Mark]]:
    """A text and marks anywhere in it: nested, overlapping, over several lines."""
    text = draw(TEXTS)
    starts = st.integers(0, len(text) - 1)
    marks = [
        Mark(start, draw(st.integers(start + 1, len(text))), 0.5)
        for start in draw(st.lists(starts, max_size=5))
    ]
    return text, marks


@given(marked())
def test_the_pieces_of_the_lines_are_the_text_as_written(case: tuple[str, list[Mark]]) -> None:
    text, marks = case
    lines = ["".join(piece.text for piece in line) for line in paragraphs(text, marks)]
    assert lines == [line for line in text.split("\n") if line.strip()]


@given(marked())
def test_every_mark_with_something_visible_ends_exactly_once(
    case: tuple[str, list[Mark]],
) -> None:
    text, marks = case
    ends = [mark for line in paragraphs(text, marks) for piece in line for mark in piece.ends]
    visible = [mark for mark in marks if text[mark.start : mark.end].strip()]
    assert sorted(ends, key=repr) == sorted(visible, key=repr)


@given(marked())
def test_the_marked_pieces_are_what_the_marks_cover(case: tuple[str, list[Mark]]) -> None:
    text, marks = case
    covered = {place for mark in marks for place in range(mark.start, mark.end)}
    expected = "".join(
        text[at] for at in sorted(covered) if text[at] != "\n" and _line_of(text, at).strip()
    )
    pieces = [piece for line in paragraphs(text, marks) for piece in line]
    assert "".join(piece.text for piece in pieces if piece.inner) == expected


@given(marked())
def test_a_sentence_left_aside_shows_at_its_end_and_nowhere_else(
    case: tuple[str, list[Mark]],
) -> None:
    text, marks = case
    aside = [replace(mark, is_raised=False) for mark in marks]
    pieces = [piece for line in paragraphs(text, aside) for piece in line]
    assert all(piece.inner is None and piece.depth == 0 for piece in pieces)
    visible = [mark for mark in aside if text[mark.start : mark.end].strip()]
    assert sorted((mark for piece in pieces for mark in piece.ends), key=repr) == sorted(
        visible, key=repr
    )


def test_the_shortest_of_nested_marks_takes_the_click() -> None:
    outer, inner = Mark(0, 9, 0.4, "/outer"), Mark(3, 6, 0.9, "/inner")
    [line] = paragraphs("abcdefghi", [outer, inner])
    assert [(piece.text, piece.inner, piece.depth) for piece in line] == [
        ("abc", outer, 1),
        ("def", inner, 2),
        ("ghi", outer, 1),
    ]


def test_offsets_are_code_points_beyond_the_basic_plane_too() -> None:
    [line] = paragraphs("🙂𠮷家 rose", [Mark(1, 3, 0.5)])
    assert [piece.text for piece in line if piece.inner] == ["𠮷家"]


def _line_of(text: str, at: int) -> str:
    return text[text.rfind("\n", 0, at) + 1 :].split("\n", maxsplit=1)[0]

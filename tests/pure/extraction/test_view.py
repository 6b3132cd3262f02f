"""A view keeps the way back to the original, whatever is replaced in it."""

from __future__ import annotations

import re

from hypothesis import given
from hypothesis import strategies as st

from claims.extraction.view import substitute, view_of


def test_a_deleted_stretch_can_belong_to_the_character_before_it() -> None:
    view = substitute(view_of("ab--cd"), re.compile("(b)--"), r"\1")
    assert view.text == "abcd"
    assert view.span(0, 2).of("ab--cd") == "ab--"


def test_an_inserted_character_stands_for_the_whole_match() -> None:
    view = substitute(view_of("x&amp;y"), re.compile("&amp;"), "&")
    assert view.span(1, 2).of("x&amp;y") == "&amp;"
    assert view.width(0, 3) == 7


@given(st.text(max_size=60), st.sampled_from(["a+", r"\s+", "[,，]+", "."]), st.text(max_size=3))
def test_it_maps_every_character_forward_and_never_outside(
    text: str, pattern: str, new: str
) -> None:
    view = substitute(view_of(text), re.compile(pattern), lambda _: new)
    assert len(view.text) == len(view.starts) == len(view.ends)
    assert list(view.starts) == sorted(view.starts)
    assert list(view.ends) == sorted(view.ends)
    assert all(
        0 <= start < end <= len(text) for start, end in zip(view.starts, view.ends, strict=True)
    )

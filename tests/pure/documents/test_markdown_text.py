"""Any text, as Markdown, is shown and does nothing."""

from __future__ import annotations

from unicodedata import category

import pytest
from hypothesis import given
from hypothesis import strategies as st
from markdown_it import MarkdownIt

from reviews.exports.documents.markdown_text import block, line, linked

PARSER = MarkdownIt("commonmark").enable(["table", "strikethrough"])
# What makes Markdown of a text, next to one another.
MARKS = st.text(alphabet="ab1 .)-+=#*_`~|<>[]()!&;:/\\\t\n\r\"'$@{}www", max_size=40)


def shown(markdown: str) -> tuple[str, set[str]]:
    """Return the text a reader sees of it, and which parts it is made of."""
    tokens = PARSER.parse(markdown)
    children = [child for token in tokens for child in token.children or []]
    kinds = {token.type for token in tokens} | {child.type for child in children}
    text = "".join(child.content or "\n" for child in children)
    return text, kinds - {"inline", "text", "paragraph_open", "paragraph_close"}


@given(st.one_of(MARKS, st.text()))
def test_a_line_is_shown_as_it_is(text: str) -> None:
    spaced = (" " if category(each) == "Cc" else each for each in text)
    seen, kinds = shown(line(text))
    assert (seen, kinds) == (" ".join("".join(spaced).split()), set())


@given(MARKS)
def test_a_block_keeps_its_lines(text: str) -> None:
    lines = [" ".join(each.split()) for each in text.splitlines() if each.strip()]
    seen, kinds = shown(block(text))
    assert (seen.split("\n") if seen else [], kinds - {"hardbreak"}) == (lines, set())


@given(MARKS)
def test_a_cell_stays_one_cell(text: str) -> None:
    _seen, _kinds = shown(line(text))
    table = PARSER.parse(f"| a | b |\n| --- | --- |\n| {line(text)} | x |\n")
    assert [token.type for token in table].count("td_open") == 2


@given(MARKS, st.text())
def test_an_address_does_not_end_its_link(text: str, address: str) -> None:
    [paragraph] = [
        token
        for token in PARSER.parse(linked(line(f"a{text}"), f"https://desk.example/{address}"))
        if token.type == "inline"
    ]
    links = [child for child in paragraph.children or [] if child.type == "link_open"]
    assert len(links) == 1
    assert str(links[0].attrGet("href")).startswith("https://desk.example/")


@pytest.mark.parametrize("text", ["http://evil.example", "www.evil.example", "mailto:a@b.example"])
def test_what_githubs_markdown_makes_a_link_of_is_broken_up(text: str) -> None:
    assert text not in line(text)

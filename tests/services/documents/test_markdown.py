"""A Markdown report shows every text and takes none for Markdown."""

from __future__ import annotations

from markdown_it import MarkdownIt
from markdown_it.token import Token

from tests.services.documents.conftest import Made
from tests.services.documents.desk import HOSTILE, STORIES


def inlines(markdown: str) -> list[Token]:
    """Return what stands in the paragraphs, headings and cells."""
    blocks = MarkdownIt("commonmark").enable("table").parse(markdown)
    return [child for block in blocks for child in block.children or []]


def test_every_text_is_shown_and_only_our_links_are_links(made: Made) -> None:
    markdown = made.markdown.decode()
    tokens = inlines(markdown)
    shown = "".join(token.content for token in tokens if token.type == "text")
    for story in (*STORIES, HOSTILE):
        assert " ".join(story.claim.split()) in shown
        assert story.explanation.splitlines()[-1] in shown
    links = [str(token.attrGet("href")) for token in tokens if token.type == "link_open"]
    assert links
    assert not [link for link in links if "evil" in link]
    assert not {token.type for token in tokens} & {"html_inline", "image", "code_inline"}
    assert "<script" not in markdown.replace("\\<", "")
    assert "Mostly false (**retracted**)" in markdown

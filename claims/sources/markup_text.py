"""The words of a page, block by block: for markup that holds nothing but what is to be read."""

from __future__ import annotations

import re

from lxml import etree

UNSEEN = frozenset({"head", "script", "style", "noscript", "template", "svg", "math", "title"})
BLOCKS = frozenset(
    {
        "address", "article", "aside", "blockquote", "body", "br", "caption", "center", "dd", "div",
        "dl", "dt", "figcaption", "figure", "footer", "form", "h1", "h2", "h3", "h4", "h5", "h6",
        "header", "hr", "li", "main", "nav", "ol", "p", "pre", "section", "table", "td", "th", "tr",
        "ul",
    }
)  # fmt: skip
_SPACE = re.compile(r"\s+")


def markup_text(page: str) -> str:
    """Return the text of `page`, a line for each block of it; "" when there is none."""
    parser = etree.HTMLParser(
        encoding="utf-8", no_network=True, remove_comments=True, remove_pis=True
    )
    # Begun with a paragraph: of a page that is empty or one long comment, lxml makes no tree.
    parser.feed(b"<p></p>" + page.encode("utf-8", "replace"))
    root = parser.close()
    pieces: list[str] = []
    walker = etree.iterwalk(root, events=("start", "end"))
    for event, element in walker:
        is_block = element.tag in BLOCKS
        if event == "start" and element.tag in UNSEEN:
            walker.skip_subtree()
        elif event == "start":
            pieces += ("\n" if is_block else "", _SPACE.sub(" ", element.text or ""))
        else:
            pieces += ("\n" if is_block else "", _SPACE.sub(" ", element.tail or ""))
    lines = (_SPACE.sub(" ", line).strip() for line in "".join(pieces).split("\n"))
    return "\n".join(line for line in lines if line)

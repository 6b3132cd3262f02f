"""All that a reader sees of an HTML page, furniture too, line by line: no markup survives."""

from __future__ import annotations

import re
from collections.abc import Iterator

from lxml import etree

_UNSEEN = ("script", "style", "noscript", "template", "svg", "head", "iframe", "object")
_INLINE = frozenset(
    {"a", "abbr", "b", "bdi", "bdo", "cite", "code", "del", "dfn", "em", "font", "i", "ins", "kbd",
     "mark", "q", "rt", "ruby", "s", "samp", "small", "span", "strong", "sub", "sup", "time", "u",
     "var", "wbr"}
)  # fmt: skip
_SPACE = re.compile(r"\s+")
_XML_DECLARATION = re.compile(r"\A\s*<\?xml[^>]*>")  # lxml refuses a text that names an encoding


def visible_lines(page: str) -> str:
    """Return the text of `page`, a line for each block; "" if there is none."""
    try:
        # An element to begin with: of a lone comment lxml makes no tree at all.
        text = "<html>" + _XML_DECLARATION.sub("", page.replace("\x00", ""))
        root = etree.fromstring(text, etree.HTMLParser(huge_tree=True))
    except (etree.XMLSyntaxError, ValueError):  # characters that no page may have
        return ""
    unseen = (etree.Comment, etree.ProcessingInstruction, *_UNSEEN)
    etree.strip_elements(root, *unseen, with_tail=False)
    lines = (_SPACE.sub(" ", line).strip() for line in "".join(_pieces(root)).split("\n"))
    return "\n".join(line for line in lines if line)


def _pieces(root: etree._Element) -> Iterator[str]:
    """Yield the texts in reading order, with a line break at both ends of a block."""
    for event, element in etree.iterwalk(root, events=("start", "end")):
        if element.tag not in _INLINE:
            yield "\n"
        text = element.text if event == "start" else element.tail
        yield _SPACE.sub(" ", text or "")

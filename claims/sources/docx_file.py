"""The text of a Word document."""

from __future__ import annotations

from collections.abc import Iterator
from io import BytesIO

import docx
from docx.opc.exceptions import OpcError
from docx.oxml.ns import qn
from lxml import etree

from claims.sources.document import Document
from claims.sources.unreadable import Unreadable

WORDS = "{http://schemas.openxmlformats.org/wordprocessingml/2006/main}"
PARAGRAPH, TEXT = f"{WORDS}p", f"{WORDS}t"
SIGNS = {f"{WORDS}tab": "\t", f"{WORDS}br": "\n", f"{WORDS}cr": "\n", f"{WORDS}noBreakHyphen": "-"}
# Said elsewhere in the file as well: what was moved away, and what old programs are to show instead
# of a drawing. What was deleted under "track changes" is no text.
ELSEWHERE = frozenset(
    {
        f"{WORDS}moveFrom",
        "{http://schemas.openxmlformats.org/markup-compatibility/2006}Fallback",
    }
)


def read_docx(data: bytes) -> Document:
    """Return the paragraphs of the body, those of tables and text boxes among them.

    Headers, footers, notes and comments are left out. Raises Unreadable when it is damaged.
    """
    try:
        document = docx.Document(BytesIO(data))
    except (OpcError, KeyError, ValueError, AttributeError, etree.XMLSyntaxError) as error:
        raise Unreadable("file_broken") from error
    body = document.element.find(qn("w:body"))
    if body is None:
        raise Unreadable("file_broken")
    lines = (_text(each) for each in body.iter(PARAGRAPH) if not _is_elsewhere(each))
    text = "\n".join(line for line in lines if line.strip())
    return Document(text=text, title=_title(document.core_properties.title, text))


def _text(paragraph: etree._Element) -> str:
    """Return the text of a paragraph, without that of paragraphs in boxes anchored in it."""
    return "".join(_pieces(paragraph)).strip()


def _pieces(element: etree._Element) -> Iterator[str]:
    for child in element:
        if child.tag == TEXT:
            yield child.text or ""
        elif child.tag in SIGNS:
            yield SIGNS[str(child.tag)]
        elif child.tag != PARAGRAPH and child.tag not in ELSEWHERE:
            yield from _pieces(child)


def _is_elsewhere(paragraph: etree._Element) -> bool:
    return any(each.tag in ELSEWHERE for each in paragraph.iterancestors())


def _title(title: str, text: str) -> str:
    """Return the title if it stands in the text: most are those of a template."""
    return title if title and title in text[:2000] else ""

"""What a kept copy says: the text of its article, or all that is seen of the page."""

from __future__ import annotations

from dataclasses import dataclass

from django.conf import settings

from claims.sources.encodings import declared, decode
from claims.sources.reading import read_article
from claims.sources.unreadable import Unreadable
from claims.sources.visible_lines import visible_lines
from factcheck.errors import InvalidInput

# By media type the name under which the reader of articles knows what it reads.
NAMES = {
    "text/html": "page.html",
    "application/xhtml+xml": "page.html",
    "text/plain": "page.txt",
    "text/markdown": "page.txt",
    "application/pdf": "page.pdf",
}


@dataclass(frozen=True, slots=True)
class CopyText:
    """The text of a page, "" when it has none that can be read, and what it calls itself."""

    text: str = ""
    title: str = ""
    publisher: str = ""


def copy_text(body: bytes, media_type: str) -> CopyText:
    """Return what a reader reads in `body`. Nothing is refused: bytes are kept, read or not."""
    name = NAMES.get(media_type, "")
    if not name:
        return CopyText()
    limits = {"max_bytes": len(body), "max_characters": settings.ARTICLE_MAX_CHARACTERS}
    try:
        read = read_article(body, name, **limits)
    except InvalidInput:  # an overview, a table, a scan: no article is found in it
        return CopyText(text=whole_text(body, media_type))
    return CopyText(_storable(read.text), _storable(read.title)[:500], _storable(read.outlet)[:200])


def whole_text(body: bytes, media_type: str) -> str:
    """Return all that is seen of an HTML page; "" for anything else.

    A figure in a caption or a sidebar is evidence too, and the reader of articles leaves it out.
    """
    if NAMES.get(media_type) != "page.html":
        return ""
    try:
        page, _encoding = decode(body, prefer=declared(body))
    except Unreadable:
        return ""
    return _storable(visible_lines(page))[: settings.ARTICLE_MAX_CHARACTERS]


def media_type_of(content_type: str) -> str:
    """Return "text/html" of "Text/HTML; charset=utf-8"."""
    return content_type.partition(";")[0].strip().lower()[:100]


def _storable(text: str) -> str:
    """Return `text` as PostgreSQL can hold it."""
    return text.replace("\x00", "").encode("utf-8", "replace").decode()

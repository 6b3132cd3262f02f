"""What a kept copy says: the text of its article, or all that is seen of the page."""

from __future__ import annotations

import re
from dataclasses import dataclass

from django.conf import settings

from claims.sources.encodings import declared, decode
from claims.sources.kinds import Kind, kind_of
from claims.sources.reading import read_article
from claims.sources.unreadable import Unreadable
from factcheck.errors import InvalidInput

# By media type the name under which the reader of articles knows what it reads.
PAGE, TEXT = "page.html", "page.txt"
NAMES = {
    "text/html": PAGE,
    "application/xhtml+xml": PAGE,
    "application/json": TEXT,
    "application/csv": TEXT,
    "application/pdf": "page.pdf",
    "application/epub+zip": "page.epub",
    "application/vnd.openxmlformats-officedocument.wordprocessingml.document": "page.docx",
}
# What servers say that do not know, or that want a browser to save it.
UNTOLD = frozenset(
    {"", "application/octet-stream", "binary/octet-stream", "application/force-download"}
)
_HTML = re.compile(rb"<(?:!doctype\s+html|html|head|body)\b", re.IGNORECASE)
_LOOKED_AT = 1024  # bytes that say what a file is


@dataclass(frozen=True, slots=True)
class CopyText:
    """The text of a page, "" when it has none that can be read, and what it calls itself."""

    text: str = ""
    title: str = ""
    publisher: str = ""


def copy_text(body: bytes, media_type: str) -> CopyText:
    """Return what a reader reads in `body`. Nothing is refused: bytes are kept, read or not."""
    name = _name(body, media_type)
    if not name:
        return CopyText()
    limits = {"max_bytes": len(body), "max_characters": settings.ARTICLE_MAX_CHARACTERS}
    try:
        read = read_article(body, name, **limits)
    except InvalidInput:  # an overview, a table, a scan: no article is found in it
        return CopyText(text=whole_text(body, media_type))
    return CopyText(_storable(read.text), _storable(read.title)[:500], _storable(read.outlet)[:200])


def whole_text(body: bytes, media_type: str) -> str:
    """Return all that is seen of an HTML page, or all of a text; "" for anything else.

    A figure in a caption or a sidebar is evidence too, and the reader of articles leaves it out.
    """
    name = _name(body, media_type)
    if name not in {PAGE, TEXT}:
        return ""
    try:
        text, _encoding = decode(body, prefer=declared(body) if name == PAGE else "")
    except Unreadable:
        return ""
    return _storable(_seen(text, name))[: settings.ARTICLE_MAX_CHARACTERS]


def _seen(text: str, name: str) -> str:
    if name != PAGE:
        return text
    # With the first page: a worker that reads none does without lxml.
    from claims.sources.visible_lines import visible_lines

    return visible_lines(text)


def _name(body: bytes, media_type: str) -> str:
    """Return the name for the reader of articles, "" of what has no text: pictures, programs.

    What the bytes say goes before what the server said of them: many send a PDF or a table of
    figures as application/octet-stream, or as nothing at all.
    """
    named = NAMES.get(media_type, "")
    try:
        if kind_of(body, "") is Kind.PDF:
            return "page.pdf"
        return named if named.endswith((".docx", ".epub")) else "page.archive"
    except Unreadable as error:
        if error.code != "file_kind":  # an old office file, known by how it begins
            return ""
    if media_type in UNTOLD:
        return PAGE if _HTML.search(body[:_LOOKED_AT]) else TEXT
    is_text = media_type.startswith("text/") or media_type.endswith("+json")
    return named or (TEXT if is_text else "")


def media_type_of(content_type: str) -> str:
    """Return "text/html" of "Text/HTML; charset=utf-8"."""
    return content_type.partition(";")[0].strip().lower()[:100]


def _storable(text: str) -> str:
    """Return `text` as PostgreSQL can hold it."""
    return text.replace("\x00", "").encode("utf-8", "replace").decode()

"""Where in an HTML file its article stands, so that spans can count the file's own characters."""

from __future__ import annotations

import html
import re

from claims.extraction.types import Span
from claims.extraction.view import View, substitute, view_of
from claims.sources.html import page_from_html

_UNSEEN = re.compile(
    # What is never closed goes on to the end of the page, as browsers have it.
    r"<!--.*?(?:-->|\Z)|<(?P<name>title|script|style|noscript|template|svg)\b.*?(?:</(?P=name)\s*>|\Z)",
    re.IGNORECASE | re.DOTALL,
)
_TAG = re.compile(r"<[/!?a-zA-Z][^<>]*>")
_ENTITY = re.compile(r"&(?:[a-zA-Z]\w{1,30}|#\d{1,7}|#[xX][0-9a-fA-F]{1,6});")
_SPACE = re.compile(r"\s+")


def prose_of(page: str) -> str:
    """Return `page` with blanks for all that the reader of pages leaves out, of the same length.

    Each line the reader found is looked for after the one before; a line it changed beyond white
    space is left out. Inline markup within a paragraph stays, as extraction reads past it.
    """
    visible = _visible(page)
    kept: list[Span] = []
    at = 0
    for line in page_from_html(page).get("text", "").splitlines():
        wanted = _SPACE.sub("", line)
        found = visible.text.find(wanted, at) if wanted else -1
        if found >= 0:
            at = found + len(wanted)
            kept.append(visible.span(found, at))
    return _blanked(page, kept)


def _visible(page: str) -> View:
    """Return what a reader sees of the page, white space left out."""
    view = view_of(page)
    for pattern in (_UNSEEN, _TAG):
        view = substitute(view, pattern, "")
    view = substitute(view, _ENTITY, lambda match: html.unescape(match[0]))
    return substitute(view, _SPACE, "")


def _blanked(page: str, kept: list[Span]) -> str:
    """Blank all but `kept`: a line break before each, none inside, as the reader has it."""
    pieces: list[str] = []
    at = 0
    for span in kept:
        gap = span.start - at
        pieces += (" " * (gap - 1), "\n" if gap else "", span.of(page).replace("\n", " "))
        at = span.end
    pieces.append(" " * (len(page) - at))
    return "".join(pieces)

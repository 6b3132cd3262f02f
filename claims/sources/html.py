"""The article out of an HTML page, by trafilatura."""

from __future__ import annotations

from typing import TypedDict

# The second opinion trafilatura asks of other libraries takes time that grows with the square of
# the blocks: a page of 8,000 tables, half a megabyte, kept a server busy for a minute.
MOST_TAGS = 8_000


class Page(TypedDict, total=False):
    """What a page gives; keys as in `reading.ReadArticle`."""

    text: str
    title: str
    author: str
    outlet: str
    url: str
    published: str


def page_from_html(html: str) -> Page:
    """Return the main text of `html` and what its metadata tells; "" where it tells nothing.

    Pages on which trafilatura finds no article give an empty text. Links are not followed.
    """
    # With the first page: it takes 10 MB, which a worker that only writes reports need not have.
    import trafilatura
    from trafilatura.settings import Document

    document = trafilatura.bare_extraction(
        _page(html),
        with_metadata=True,
        include_comments=False,
        include_tables=True,
        favor_recall=True,
        fast=html.count("<") > MOST_TAGS,
    )
    if not isinstance(document, Document):
        return {"text": ""}
    return {
        "text": document.text or "",
        "title": document.title or "",
        "author": document.author or "",
        "outlet": document.sitename or "",
        "url": document.url or "",
        "published": document.date or "",
    }


def _page(html: str) -> str:
    """Return a whole page: trafilatura finds nothing in an <article> that stands alone."""
    return html if "<html" in html[:4096].lower() else f"<html><body>{html}</body></html>"

"""Bytes of a file into the text of an article, or a clear refusal."""

from __future__ import annotations

import dataclasses
from dataclasses import dataclass

from claims.sources.box import read_in_box
from claims.sources.document import Document
from claims.sources.encodings import declared, decode
from claims.sources.html import page_from_html
from claims.sources.kinds import SUFFIXES, Kind, kind_of, suffix_of
from claims.sources.refusals import refusal
from claims.sources.share import shared_in
from claims.sources.unreadable import Unreadable

# Of the text of a mail that the article found in its page has to hold, to be taken for it.
ENOUGH = 0.5


@dataclass(frozen=True, slots=True)
class ReadArticle:
    """What was read: the text that will be frozen, and what the file says of itself.

    `published` is an ISO 8601 date or "" where it names none. `encoding` is the kind of file where
    that is no text. `left_out` names what was in the file and was not read, such as attachments.
    """

    text: str
    encoding: str
    title: str = ""
    author: str = ""
    outlet: str = ""
    url: str = ""
    published: str = ""
    left_out: tuple[str, ...] = ()


def is_page(filename: str) -> bool:
    """Say whether the name is that of an HTML page."""
    return SUFFIXES.get(suffix_of(filename)) is Kind.HTML


def read_article(data: bytes, filename: str, *, max_bytes: int, max_characters: int) -> ReadArticle:
    """Return the article in `data`; its kind follows from what it is, and from its name.

    Raises InvalidInput (field "file") with the file's name, the reason and the remedy: a kind that
    is not read or not what the name says, empty, too large (over `max_bytes` or `max_characters`),
    damaged, locked, dangerous, or in no encoding that reads.
    """
    try:
        if len(data) > max_bytes:
            raise Unreadable("file_too_large", limit=f"{max_bytes // 1024:,}")
        kind = kind_of(data, filename)
        if kind is Kind.TEXT:
            article = _text(data)
        elif kind is Kind.HTML:
            article = _html(data)
        else:
            named = SUFFIXES.get(suffix_of(filename), "")
            found = read_in_box(data, kind, named, most_characters=max_characters)
            article = _of_document(found, named or kind)
        if not article.text.strip():
            raise Unreadable("file_blank")
        if len(article.text) > max_characters:
            raise Unreadable("file_too_long", limit=f"{max_characters:,}")
    except Unreadable as error:
        raise refusal(filename, error) from error
    return article


def _text(data: bytes) -> ReadArticle:
    text, encoding = decode(data)
    text = text.replace("\r\n", "\n").replace("\r", "\n").replace("\x00", "")
    shared = shared_in(text)
    return ReadArticle(text=text, encoding=encoding, title=shared.title, url=shared.url)


def _html(data: bytes) -> ReadArticle:
    text, encoding = decode(data, prefer=declared(data))
    return ReadArticle(encoding=encoding, **page_from_html(text))


def _of_document(document: Document, kind: str) -> ReadArticle:
    """Return the article of a document; a mail's is looked for in its page, as in any page."""
    said = {"title": document.title, "author": document.author, "published": document.published}
    article = ReadArticle(
        text=document.text, encoding=str(kind), left_out=document.left_out, **said
    )
    page = page_from_html(document.html).get("text", "") if document.html else ""
    is_whole = len(page) >= ENOUGH * len(document.text)
    return dataclasses.replace(article, text=page) if page and is_whole else article

"""Bytes of a file into the text of an article, or a clear refusal."""

from __future__ import annotations

import codecs
from dataclasses import dataclass
from pathlib import PurePath

import charset_normalizer
from django.utils.translation import gettext as _

from claims.sources.html import page_from_html
from factcheck.errors import InvalidInput

SUFFIXES = {".txt": "text", ".text": "text", ".md": "text", ".html": "html", ".htm": "html"}
BOMS = (
    (codecs.BOM_UTF8, "utf-8-sig"),
    (codecs.BOM_UTF32_LE, "utf-32"),
    (codecs.BOM_UTF32_BE, "utf-32"),
    (codecs.BOM_UTF16_LE, "utf-16"),
    (codecs.BOM_UTF16_BE, "utf-16"),
)
# Control characters no text has; a file with one of the first is an image, an archive, a program.
BINARY = frozenset(range(9)) | frozenset(range(14, 27)) | {28, 29, 30, 31}
ENOUGH_TO_TELL = 64 * 1024
# Encodings of Python that rewrite what is written instead of reading it.
NOT_OF_PAGES = frozenset({"unicode-escape", "raw-unicode-escape", "idna", "punycode", "utf-7"})


@dataclass(frozen=True, slots=True)
class ReadArticle:
    """What was read: the text that will be frozen, and what the page says of itself.

    `published` is an ISO 8601 date or "" where the page names none.
    """

    text: str
    encoding: str
    title: str = ""
    author: str = ""
    outlet: str = ""
    url: str = ""
    published: str = ""


def is_page(filename: str) -> bool:
    """Say whether the name is that of an HTML page."""
    return SUFFIXES.get(PurePath(filename).suffix.lower()) == "html"


def read_article(data: bytes, filename: str, *, max_bytes: int, max_characters: int) -> ReadArticle:
    """Return the article in `data`; the kind follows from the suffix of `filename`.

    Raises InvalidInput (field "file") with the file's name and the reason: unknown kind, empty,
    too large (over `max_bytes` or `max_characters`), binary, or in no encoding that reads.
    """
    kind = SUFFIXES.get(PurePath(filename).suffix.lower())
    if kind is None:
        raise _refusal(filename, _("only .txt and .html files can be read"), "file_kind")
    if len(data) > max_bytes:
        limit = f"{max_bytes // 1024:,} KB"
        raise _refusal(
            filename, _("it is larger than %(limit)s") % {"limit": limit}, "file_too_large"
        )
    text, encoding = decode(data, filename, prefer=_declared(data) if kind == "html" else "")
    read = (
        page_from_html(text)
        if kind == "html"
        else {"text": text.replace("\r\n", "\n").replace("\r", "\n").replace("\x00", "")}
    )
    article = ReadArticle(encoding=encoding, **read)
    if not article.text.strip():
        raise _refusal(filename, _("there is no text in it"), "file_empty")
    if len(article.text) > max_characters:
        limit = f"{max_characters:,}"
        raise _refusal(
            filename,
            _("its text is longer than %(limit)s characters") % {"limit": limit},
            "file_too_large",
        )
    return article


def decode(data: bytes, filename: str, *, prefer: str = "") -> tuple[str, str]:
    """Return the text of `data` and its encoding; tries BOM, `prefer`, UTF-8, then a guess."""
    if not data.strip():
        raise _refusal(filename, _("it is empty"), "file_empty")
    for bom, encoding in BOMS:
        if data.startswith(bom):
            return _strictly(data, encoding, filename), encoding
    if any(byte in BINARY for byte in data[:ENOUGH_TO_TELL]):
        raise _refusal(filename, _("it is not a text file"), "file_binary")
    for encoding in filter(None, (prefer, "utf-8")):
        try:
            return data.decode(encoding), encoding
        except (UnicodeError, LookupError):
            # Wrong, or "hex", "rot13": Python knows codecs that do not make text of bytes.
            continue
    guess = charset_normalizer.from_bytes(data[:ENOUGH_TO_TELL]).best()
    if guess is None:
        raise _refusal(
            filename, _("its encoding cannot be told; save it as UTF-8"), "file_encoding"
        )
    return _strictly(data, guess.encoding, filename), guess.encoding


def _strictly(data: bytes, encoding: str, filename: str) -> str:
    try:
        return data.decode(encoding)
    except UnicodeDecodeError as error:
        message = _("it is broken at byte %(at)d (read as %(encoding)s); save it as UTF-8") % {
            "at": error.start,
            "encoding": encoding,
        }
        raise _refusal(filename, message, "file_encoding") from error


def _declared(data: bytes) -> str:
    """Return the encoding an HTML page declares in its head, if Python knows it."""
    head = data[:2048].decode("ascii", "ignore").lower()
    _before, found, after = head.partition("charset=")
    name = after.lstrip("\"' ").split('"')[0].split("'")[0].split(">")[0].split(";")[0].strip()
    try:
        encoding = codecs.lookup(name).name if found and name else ""
    except LookupError:
        return ""
    return "" if encoding in NOT_OF_PAGES else encoding


def _refusal(filename: str, reason: str, code: str) -> InvalidInput:
    message = _("%(file)s was not taken: %(reason)s.") % {"file": filename, "reason": reason}
    return InvalidInput("file", message, code=code)

"""What kind of file bytes are: by what they are, with the name as a hint."""

from __future__ import annotations

import re
from enum import StrEnum
from pathlib import PurePath

from claims.sources.unreadable import Unreadable


class Kind(StrEnum):
    """A kind of file that can be read. An ARCHIVE is a .docx or .epub, told apart by content."""

    TEXT = "text"
    HTML = "html"
    PDF = "pdf"
    DOCX = "docx"
    EPUB = "epub"
    EML = "eml"
    ARCHIVE = "archive"


SUFFIXES = {
    ".txt": Kind.TEXT,
    ".text": Kind.TEXT,
    ".md": Kind.TEXT,
    ".html": Kind.HTML,
    ".htm": Kind.HTML,
    ".pdf": Kind.PDF,
    ".docx": Kind.DOCX,
    ".epub": Kind.EPUB,
    ".eml": Kind.EML,
}
# What can be saved as something that can be read, by suffix and by the first bytes.
OTHER_SUFFIXES = {".docm": "file_macros", ".dotm": "file_macros", ".doc": "file_old_office"}
OTHER_BEGINNINGS = {
    b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1": "file_old_office",
    b"{\\rtf": "file_rich_text",
}
ZIPPED = frozenset({Kind.DOCX, Kind.EPUB})
_PDF, _ZIP = b"%PDF-", b"PK\x03\x04"
# Some programs write a line before the PDF itself; readers look for it this far.
_PDF_WITHIN = 1024
_HEADER = re.compile(rb"(?:From |[!-9;-~]{1,76}:)")


def suffix_of(filename: str) -> str:
    """Return the suffix of a name in small letters, with its dot."""
    return PurePath(filename).suffix.lower()


def kind_of(data: bytes, filename: str) -> Kind:
    """Return the kind of `data`. Raises Unreadable when name and content do not fit.

    PDF and archives are known by how they begin. Text, pages and mail are not: their name has to
    say what they are.
    """
    suffix = suffix_of(filename)
    named = SUFFIXES.get(suffix)
    _refuse_others(data, suffix)
    seen = _seen(data, named)
    if seen is None and named in {Kind.TEXT, Kind.HTML, Kind.EML}:
        return named
    if seen is None and named is None:
        raise Unreadable("file_kind")
    if seen is None or not _fits(seen, named):
        raise Unreadable("file_mismatch", suffix=suffix)
    return seen


def _refuse_others(data: bytes, suffix: str) -> None:
    code = OTHER_SUFFIXES.get(suffix)
    for beginning, other in OTHER_BEGINNINGS.items():
        if data.startswith(beginning):
            code = code or other
    if code:
        raise Unreadable(code)


def _seen(data: bytes, named: Kind | None) -> Kind | None:
    """Return what the bytes say they are, None where they say nothing."""
    if data.startswith(_PDF) or (named is Kind.PDF and _PDF in data[:_PDF_WITHIN]):
        return Kind.PDF
    if data.startswith(_ZIP):
        return Kind.ARCHIVE
    if named is Kind.EML and not _HEADER.match(data.lstrip(b"\r\n")):
        raise Unreadable("file_mismatch", suffix=".eml")
    return None


def _fits(seen: Kind, named: Kind | None) -> bool:
    """Say whether the name allows what was seen; one without a suffix we know says nothing."""
    return named is None or seen is named or (seen is Kind.ARCHIVE and named in ZIPPED)

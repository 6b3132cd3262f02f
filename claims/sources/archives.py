"""Which of the kinds of document that are archives a file is, and its text."""

from __future__ import annotations

import zipfile

from claims.sources.document import Document
from claims.sources.kinds import Kind
from claims.sources.unreadable import Unreadable
from claims.sources.zips import open_archive, unpacked

CONTAINER, CONTENT_TYPES = "META-INF/container.xml", "[Content_Types].xml"
WORD = b"application/vnd.openxmlformats-officedocument.wordprocessingml."
MACROS = (b"macroEnabled", b"vbaProject")


def read_archive(data: bytes, named: str) -> Document:
    """Return the text of a .docx or .epub; `named` is the kind its name says, or "".

    Raises Unreadable when it is neither, not what its name says, or no good.
    """
    archive = open_archive(data)
    kind = _kind(archive)
    if named and named != kind:
        raise Unreadable("file_mismatch", suffix=f".{named}")
    if kind is Kind.DOCX:
        from claims.sources.docx_file import read_docx

        return read_docx(data)
    from claims.sources.epub_file import read_epub

    return read_epub(archive)


def _kind(archive: zipfile.ZipFile) -> Kind:
    names = set(archive.namelist())
    if any(name.lower().endswith("vbaproject.bin") for name in names):
        raise Unreadable("file_macros")
    if CONTENT_TYPES in names:
        types = unpacked(archive, CONTENT_TYPES)
        if any(word in types for word in MACROS):
            raise Unreadable("file_macros")
        if WORD in types:
            return Kind.DOCX
    elif CONTAINER in names:
        return Kind.EPUB
    raise Unreadable("file_kind")

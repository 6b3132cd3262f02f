"""The text of an electronic book: news sites and readers' programs save articles as such."""

from __future__ import annotations

import posixpath
import re
import zipfile
from urllib.parse import unquote

from lxml import etree

from claims.sources.archives import CONTAINER
from claims.sources.document import Document
from claims.sources.encodings import decode_anyhow
from claims.sources.markup_text import markup_text
from claims.sources.unreadable import Unreadable
from claims.sources.zips import unpacked

PACKAGE = "{http://www.idpf.org/2007/opf}"
ABOUT = "{http://purl.org/dc/elements/1.1/}"
LOCKED = "META-INF/encryption.xml"
PAGES = frozenset({"application/xhtml+xml", "text/html"})
_DAY = re.compile(r"\d{4}-\d{2}-\d{2}")
_ENTITY = re.compile(rb"<!ENTITY", re.IGNORECASE)
_ENCODING = re.compile(rb"""<\?xml[^>]{0,200}?encoding=["']([\w.-]{1,40})["']""")


def read_epub(archive: zipfile.ZipFile) -> Document:
    """Return the chapters in reading order, without the table of contents.

    Raises Unreadable when the book is damaged, locked by its seller, or declares entities.
    """
    package = _package(archive)
    root = _xml(unpacked(archive, package))
    chapters = _chapters(root, posixpath.dirname(package))
    if LOCKED in archive.namelist():
        locked = unpacked(archive, LOCKED)  # the fonts of free books are in it as well
        if any(name.encode() in locked for name in chapters):
            raise Unreadable("file_locked")
    texts = [_chapter(unpacked(archive, name)) for name in chapters if name in archive.NameToInfo]
    day = _DAY.match(_said(root, "date"))
    return Document(
        text="\n\n".join(text for text in texts if text),
        title=_said(root, "title"),
        author=_said(root, "creator"),
        published=day[0] if day else "",
    )


def _package(archive: zipfile.ZipFile) -> str:
    for file in _xml(unpacked(archive, CONTAINER)).iter("{*}rootfile"):
        if path := file.get("full-path"):
            return path
    raise Unreadable("file_broken")


def _chapters(root: etree._Element, folder: str) -> list[str]:
    """Return the names of the pages to read, in order."""
    pages = {
        item.get("id"): posixpath.normpath(posixpath.join(folder, unquote(item.get("href") or "")))
        for item in root.iter(f"{PACKAGE}item")
        if item.get("media-type") in PAGES and "nav" not in (item.get("properties") or "").split()
    }
    order = [
        each.get("idref") for each in root.iter(f"{PACKAGE}itemref") if each.get("linear") != "no"
    ]
    return [pages[name] for name in dict.fromkeys(order) if name in pages]


def _chapter(data: bytes) -> str:
    _refuse_entities(data)
    named = _ENCODING.search(data[:300])
    return markup_text(decode_anyhow(data, prefer=named[1].decode() if named else ""))


def _said(root: etree._Element, name: str) -> str:
    return next((each.text or "" for each in root.iter(f"{ABOUT}{name}")), "").strip()


def _xml(data: bytes) -> etree._Element:
    _refuse_entities(data)
    parser = etree.XMLParser(resolve_entities=False, no_network=True, load_dtd=False)
    try:
        return etree.fromstring(data, parser)
    except etree.XMLSyntaxError as error:
        raise Unreadable("file_broken") from error


def _refuse_entities(data: bytes) -> None:
    """Refuse entities that a file declares itself: each may be a thousand of another."""
    if _ENTITY.search(data):
        raise Unreadable("file_entities")

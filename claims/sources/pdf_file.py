"""The text of a PDF, by PDFium: the lines it finds, put together to paragraphs."""

from __future__ import annotations

import ctypes
import re
from collections.abc import Iterator

import pypdfium2 as pdfium
from pypdfium2 import raw

from claims.sources.document import Document
from claims.sources.pdf_lines import Line
from claims.sources.pdf_paragraphs import paragraphs
from claims.sources.unreadable import Unreadable

MOST_PAGES = 1_000
LOCKED = raw.FPDF_ERR_PASSWORD
# PDFium's own mark for a hyphen at which a line ends: the word goes on, and no other mark follows.
BROKEN_WORD = 0x02
# In lines that are spread out to an edge: a blank between two Chinese characters or beside Chinese
# punctuation, which means nothing.
_HAN, _SIGN = (
    r"[\u3000-\u30ff\u3400-\u9fff\uff00-\uffef]",
    r"[\u3001-\u303f\uff01-\uff0f\uff1a-\uff1f]",
)
_GAP = re.compile(f"(?<={_HAN}) (?={_HAN})|(?<={_SIGN}) | (?={_SIGN})")


def read_pdf(data: bytes) -> Document:
    """Return the paragraphs of a PDF.

    Raises Unreadable: damaged, locked, too many pages, or no text on any page (a scan).
    """
    try:
        document = pdfium.PdfDocument(data)
        pages = len(document)
        if pages > MOST_PAGES:
            raise Unreadable("file_pages", most=f"{MOST_PAGES:,}")
        lines = [list(_lines(document, number)) for number in range(pages)]
    except pdfium.PdfiumError as error:
        locked = getattr(error, "err_code", None) == LOCKED
        raise Unreadable("file_locked" if locked else "file_broken") from error
    text = paragraphs(lines)
    if not text.strip():
        raise Unreadable("file_scan")
    title = document.get_metadata_dict().get("Title", "").strip()
    # The title of most is that of a template or a file; it is one if it stands in the text.
    return Document(text=text, title=title if title and title in text[:2000] else "")


def _lines(document: pdfium.PdfDocument, number: int) -> Iterator[Line]:
    """Yield the lines of a page in the order of the file, which is that of columns."""
    page = document[number]
    text = page.get_textpage()
    characters: list[str] = []
    places: list[int] = []  # of the characters that are seen
    for place in range(text.count_chars()):
        code = raw.FPDFText_GetUnicode(text, place)
        if code == BROKEN_WORD:
            characters.append("-")
        elif code and code != ord("\r"):
            characters.append(chr(code))
            if not chr(code).isspace():
                places.append(place)
        if code in {BROKEN_WORD, ord("\n")}:
            if places:
                yield _line(text, characters, places)
            characters, places = [], []
    if places:
        yield _line(text, characters, places)
    text.close()
    page.close()


def _line(text: pdfium.PdfTextPage, characters: list[str], places: list[int]) -> Line:
    first, last = _box(text, places[0]), _box(text, places[-1])
    return Line(
        text=_GAP.sub("", " ".join("".join(characters).split())),
        left=min(first.left, last.left),
        right=max(first.right, last.right),
        bottom=min(first.bottom, last.bottom),
        top=max(first.top, last.top),
    )


def _box(text: pdfium.PdfTextPage, place: int) -> raw.FS_RECTF:
    """Return the box of a character with the room its font gives it: equal along a line."""
    box = raw.FS_RECTF()
    raw.FPDFText_GetLooseCharBox(text, place, ctypes.byref(box))
    return box

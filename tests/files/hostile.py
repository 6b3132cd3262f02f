"""Files made to hurt whoever reads them, by the reason they are refused for."""

from __future__ import annotations

import io
import stat
import struct
import zlib
from collections.abc import Callable
from zipfile import ZipFile, ZipInfo

from tests.files.documents import (
    CONTAINER,
    NOTICE,
    RELEASE,
    docx_file,
    epub_file,
    locked_pdf,
    pdf_file,
    scanned_pdf,
    zip_file,
)

ENTITIES = "<!DOCTYPE x [" + "".join(
    f'<!ENTITY e{n} "{f"&e{n - 1};" * 10 if n else "ha"}">' for n in range(12)
)
TYPES = (
    "<Types>application/vnd.openxmlformats-officedocument.wordprocessingml.document.main</Types>"
)
MACROS = "<Types>application/vnd.ms-word.document.macroEnabled.main+xml</Types>"


def with_entry(entry: ZipInfo, data: bytes = b"x") -> bytes:
    """Return a book with one entry more."""
    file = io.BytesIO(epub_file(NOTICE))
    with ZipFile(file, "a") as archive:
        archive.writestr(entry, data)
    return file.getvalue()


def linked() -> bytes:
    """Return a book in which an entry is a symbolic link."""
    entry = ZipInfo("OEBPS/link")
    entry.external_attr = (stat.S_IFLNK | 0o777) << 16
    return with_entry(entry, b"/etc/passwd")


def encrypted() -> bytes:
    """Return a book whose entries claim to be encrypted."""
    data = bytearray(epub_file(NOTICE))
    place = -1
    while (place := data.find(b"PK\x01\x02", place + 1)) >= 0:
        data[place + 8] |= 1
    return bytes(data)


def claiming(size: int) -> bytes:
    """Return an archive whose header claims so many bytes for an entry of a few."""
    data = bytearray(zip_file({"mimetype": "x", "word/document.xml": "y" * 50}))
    place = data.rfind(b"PK\x01\x02")
    data[place + 24 : place + 28] = struct.pack("<I", size)
    return bytes(data)


def endless_pdf() -> bytes:
    """Return a small PDF whose hundreds of pages share one content of 300,000 words."""
    words = zlib.compress(b"BT /F 9 Tf " + b"1 0 0 1 9 9 Tm (word) Tj " * 300_000 + b"ET", 9)
    pages = 900
    page = (
        b"<< /Type /Page /Parent 2 0 R /MediaBox [0 0 99 99] /Contents 3 0 R"
        b" /Resources << /Font << /F 4 0 R >> >> >>"
    )
    objects = [
        b"<< /Type /Catalog /Pages 2 0 R >>",
        b"<< /Type /Pages /Count %d /Kids [%s] >>"
        % (pages, b" ".join(b"%d 0 R" % (n + 5) for n in range(pages))),
        b"<< /Length %d /Filter /FlateDecode >>\nstream\n%s\nendstream" % (len(words), words),
        b"<< /Type /Font /Subtype /Type1 /BaseFont /Helvetica >>",
        *[page] * pages,
    ]
    data, places = b"%PDF-1.7\n", []
    for number, each in enumerate(objects, 1):
        places.append(len(data))
        data += b"%d 0 obj\n%s\nendobj\n" % (number, each)
    table = b"".join(b"%010d 00000 n \n" % place for place in places)
    head = b"xref\n0 %d\n0000000000 65535 f \n" % (len(objects) + 1)
    tail = b"trailer << /Size %d /Root 1 0 R >>\nstartxref\n%d\n%%%%EOF" % (
        len(objects) + 1,
        len(data),
    )
    return data + head + table + tail


# Name, content, and the code of the refusal. "" where no person has to be told more than a text.
HOSTILE: dict[str, tuple[str, Callable[[], bytes], str]] = {
    "a bomb in a document": (
        "a.docx",
        lambda: zip_file({"[Content_Types].xml": TYPES, "word/document.xml": "<a/>" * 9_000_000}),
        "file_bomb",
    ),
    "a bomb of many entries": (
        "a.epub",
        lambda: zip_file({f"f{number}": "" for number in range(2_500)}),
        "file_bomb",
    ),
    "an archive within an archive": (
        "a.docx",
        lambda: zip_file({"inner.zip": zip_file({"inner.zip": b"0" * 10**6})}),
        "file_kind",
    ),
    "a claim of 2 GB": ("a.docx", lambda: claiming(2**31 - 1), "file_bomb"),
    "a claim of less than there is": ("a.docx", lambda: claiming(3), "file_kind"),
    "entities that double": (
        "a.epub",
        lambda: epub_file((), **{"META-INF/container.xml": f"{ENTITIES}]>{CONTAINER}"}),
        "file_entities",
    ),
    "entities in a chapter": (
        "a.epub",
        lambda: epub_file(NOTICE, **{"OEBPS/text/c 0.xhtml": f"{ENTITIES}]><p>&e11;</p>"}),
        "file_entities",
    ),
    "a name that leads elsewhere": (
        "a.epub",
        lambda: with_entry(ZipInfo("OEBPS/../../../etc/cron.d/x")),
        "file_tricks",
    ),
    "an absolute name": ("a.epub", lambda: with_entry(ZipInfo("/etc/passwd")), "file_tricks"),
    "a symbolic link": ("a.epub", linked, "file_tricks"),
    "an encrypted book": ("a.epub", encrypted, "file_locked"),
    "a book locked by its seller": (
        "a.epub",
        lambda: epub_file(
            NOTICE, **{"META-INF/encryption.xml": "<e>OEBPS/text/c 0.xhtml</e>"}
        ),
        "file_locked",
    ),
    "a program in a document": (
        "a.docx",
        lambda: zip_file({"[Content_Types].xml": TYPES, "word/vbaProject.bin": "x"}),
        "file_macros",
    ),
    "a document with macros under another name": (
        "a.docx",
        lambda: zip_file({"[Content_Types].xml": MACROS}),
        "file_macros",
    ),
    "a document with macros": ("a.docm", lambda: b"PK\x03\x04", "file_macros"),
    "an old document": ("a.doc", lambda: b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1", "file_old_office"),
    "rich text": ("a.rtf", lambda: b"{\\rtf1 Text}", "file_rich_text"),
    "a document cut off": ("a.docx", lambda: docx_file(RELEASE)[:-200], "file_broken"),
    "a book in which there is nothing": ("a.epub", lambda: epub_file(()), "file_empty"),
    "a spreadsheet": (
        "a.docx",
        lambda: zip_file({"[Content_Types].xml": "<Types>spreadsheetml</Types>"}),
        "file_kind",
    ),
    "a book named a document": ("a.docx", lambda: epub_file(NOTICE), "file_mismatch"),
    "a document named a PDF": ("a.pdf", lambda: docx_file(RELEASE), "file_mismatch"),
    "a PDF named a text": ("a.txt", lambda: b"%PDF-1.7\n", "file_mismatch"),
    "a text named a PDF": ("a.pdf", lambda: b"Only a text.", "file_mismatch"),
    "a text named a mail": ("a.eml", "港務局說。".encode, "file_mismatch"),
    "an archive that is also a page": (
        "a.html", lambda: zip_file({"a": "<html><p>Text</p></html>"}), "file_mismatch",
    ),
    "a text without a suffix": ("a", lambda: b"Only a text.", "file_kind"),
    "a locked PDF": ("a.pdf", lambda: locked_pdf(password="secret"), "file_locked"),
    "a scan": ("a.pdf", scanned_pdf, "file_scan"),
    "a PDF cut off": ("a.pdf", lambda: pdf_file(RELEASE)[:900], "file_broken"),
    "a PDF of nothing but its first bytes": ("a.pdf", lambda: b"%PDF-1.7", "file_broken"),
    "a mail without a text": ("a.eml", lambda: b"Subject: x\n\n", "file_empty"),
    "a mail of a thousand layers": (
        "a.eml",
        lambda: b"\n".join(
            b'Content-Type: multipart/mixed; boundary="%d"\n\n--%d' % (n, n) for n in range(2_000)
        ),
        "file_broken",
    ),
}  # fmt: skip

"""Good files: each a short press release, as the programs people use would save it."""

from __future__ import annotations

import io
from email.message import EmailMessage
from importlib.util import find_spec
from pathlib import Path
from tempfile import TemporaryDirectory
from zipfile import ZIP_DEFLATED, ZIP_STORED, ZipFile

import docx
import pypdf
import typst
from docx.oxml import parse_xml

RELEASE = (
    "Badan Pangan mencatat produksi beras naik 4,5 persen dan konsumsi turun 1,2 persen.",
    "Kenaikan itu ditopang anak-anak muda yang kembali ke sawah, kata kepala badan itu, Senin.",
)
NOTICE = (
    "港務局週一表示，三月共有三千四百艘船進港，比去年增加百分之十二，新碼頭耗資三十一億元。",
    "渡輪公司說，去年載客四百二十萬人次，其中六成是遊客，比前一年多出一成。",
)
CONTAINER = (
    '<container xmlns="urn:oasis:names:tc:opendocument:xmlns:container"><rootfiles>'
    '<rootfile full-path="OEBPS/book.opf"/></rootfiles></container>'
)


def pdf_file(paragraphs: tuple[str, ...], *, columns: int = 1, head: str = "") -> bytes:
    """Return a PDF of the paragraphs in narrow columns; `head` stands on each page."""
    specs = [find_spec(name) for name in ("manimgx_fonts", "manimgx_fonts_cjk")]
    fonts = [place for spec in specs if spec for place in spec.submodule_search_locations or ()]
    font = '("Noto Sans", "Noto Sans CJK TC")'
    source = (
        f'#set page("a5", columns: {columns}, header: [{head}], numbering: "1 / 1")\n'
        f"#set text(9pt, font: {font})\n#set par(justify: true)\n" + "\n\n".join(paragraphs)
    )
    with TemporaryDirectory() as folder:
        path = Path(folder) / "release.typ"
        path.write_text(source, encoding="utf-8")
        made = typst.compile(str(path), font_paths=fonts, ignore_system_fonts=True, format="pdf")
    assert isinstance(made, bytes)
    return made


def locked_pdf(*, password: str) -> bytes:
    """Return a PDF that opens with `password`; "" for one that only forbids to print it."""
    writer = pypdf.PdfWriter(clone_from=io.BytesIO(pdf_file(RELEASE)))
    writer.encrypt(password, "owner", algorithm="RC4-128")
    file = io.BytesIO()
    writer.write(file)
    return file.getvalue()


def scanned_pdf() -> bytes:
    """Return a PDF without a word."""
    writer = pypdf.PdfWriter()
    writer.add_blank_page(300, 400)
    file = io.BytesIO()
    writer.write(file)
    return file.getvalue()


def docx_file(paragraphs: tuple[str, ...], *, title: str = "", xml: str = "") -> bytes:
    """Return a Word document: a paragraph each, the last in a table; then `xml` in the body."""
    document = docx.Document()
    document.core_properties.title = title
    for paragraph in paragraphs[:-1]:
        document.add_paragraph(paragraph)
    document.add_table(1, 1).cell(0, 0).text = paragraphs[-1]
    if xml:
        name = "http://schemas.openxmlformats.org/wordprocessingml/2006/main"
        document.element.body.append(parse_xml(f'<w:p xmlns:w="{name}">{xml}</w:p>'))
    file = io.BytesIO()
    document.save(file)
    return file.getvalue()


def zip_file(entries: dict[str, bytes | str], *, kind: int = ZIP_DEFLATED) -> bytes:
    """Return an archive of the entries, the first of them stored as it is."""
    file = io.BytesIO()
    with ZipFile(file, "w") as archive:
        for number, (name, data) in enumerate(entries.items()):
            archive.writestr(name, data, kind if number else ZIP_STORED)
    return file.getvalue()


def epub_file(chapters: tuple[str, ...], **more: bytes | str) -> bytes:
    """Return a book of the chapters, each a body of XHTML; `more` are entries by their names."""
    items = "".join(
        f'<item id="c{n}" href="text/c%20{n}.xhtml" media-type="application/xhtml+xml"/>'
        for n in range(len(chapters))
    )
    order = "".join(f'<itemref idref="c{n}"/>' for n in reversed(range(len(chapters))))
    book = (
        '<package xmlns="http://www.idpf.org/2007/opf"'
        ' xmlns:dc="http://purl.org/dc/elements/1.1/"><metadata><dc:title>港務</dc:title>'
        "<dc:creator>R. Wijaya</dc:creator><dc:date>2026-03-02T00:00:00Z</dc:date></metadata>"
        f"<manifest>{items}</manifest><spine>{order}</spine></package>"
    )
    pages = {
        f"OEBPS/text/c {n}.xhtml": f'<?xml version="1.0"?><html xmlns="http://www.w3.org/1999/'
        f'xhtml"><head><title/><style>p {{}}</style></head><body>{body}</body></html>'
        for n, body in enumerate(chapters)
    }
    kept: dict[str, bytes | str] = {"mimetype": "application/epub+zip"}
    kept |= {"META-INF/container.xml": CONTAINER, "OEBPS/book.opf": book, **pages}
    return zip_file(kept | more)


def mail(
    plain: str = "", page: str = "", *, attached: str = "", charset: str = "utf-8"
) -> EmailMessage:
    """Return a mail with a text, a page, or both, and perhaps an attachment of that name."""
    message = EmailMessage()
    message["Subject"] = "Siaran pers: 港務局"
    message["From"] = "Humas Pelabuhan <humas@port.example>"
    message["Date"] = "Mon, 02 Mar 2026 23:30:00 +0700"
    if plain:
        message.set_content(plain, charset=charset)
    if page and plain:
        message.add_alternative(page, subtype="html")
    elif page:
        message.set_content(page, subtype="html")
    if attached:
        message.add_attachment(b"%PDF-1.7 ...", "application", "pdf", filename=attached)
    return message

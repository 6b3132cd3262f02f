"""Files of each kind become the text a person would read in them."""

from __future__ import annotations

import pytest

from claims.sources.reading import ReadArticle, read_article
from tests.files.documents import NOTICE, RELEASE, docx_file, epub_file, locked_pdf, mail, pdf_file

W = "http://schemas.openxmlformats.org/wordprocessingml/2006/main"


def read(data: bytes, filename: str) -> ReadArticle:
    return read_article(data, filename, max_bytes=2**22, max_characters=10**6)


@pytest.mark.parametrize("columns", [1, 2])
def test_the_paragraphs_of_a_pdf_are_whole_over_lines_and_columns(columns: int) -> None:
    # Each a bit longer than the one before: no line but the header stands on several pages.
    texts = (*RELEASE, *NOTICE) * 15
    paragraphs = tuple(f"{'港務' * (n // 4 + 1)}：{text}" for n, text in enumerate(texts))
    article = read(pdf_file(paragraphs, columns=columns, head="Siaran Pers"), "release.pdf")
    assert article.text.split("\n") == list(paragraphs)


def test_a_pdf_that_only_forbids_printing_is_read() -> None:
    assert read(locked_pdf(password=""), "release.pdf").text.split("\n")[0] == RELEASE[0]


def test_a_word_document_is_read_with_its_tables_and_without_what_was_deleted() -> None:
    revised = (
        "<w:ins><w:r><w:t>Naik </w:t></w:r></w:ins><w:del><w:r><w:delText>Turun</w:delText></w:r>"
        "</w:del><w:smartTag><w:r><w:t>5 persen.</w:t></w:r></w:smartTag>"
        "<w:moveFrom><w:r><w:t>Dulu.</w:t></w:r></w:moveFrom>"
    )
    article = read(docx_file((*RELEASE, NOTICE[0]), title="x", xml=revised), "release.docx")
    assert article.text.split("\n") == [*RELEASE, NOTICE[0], "Naik 5 persen."]
    assert (article.title, article.encoding) == ("", "docx")


def test_a_file_without_a_suffix_is_known_by_its_content() -> None:
    assert read(docx_file(RELEASE), "siaran pers").text.split("\n") == list(RELEASE)


def test_the_chapters_of_a_book_are_read_in_their_order() -> None:
    bodies = tuple(f"<h1>{n}</h1><p>{text}&nbsp;</p>" for n, text in enumerate(NOTICE))
    article = read(epub_file(bodies), "book.epub")
    assert article.text.split() == ["1", NOTICE[1], "0", NOTICE[0]]
    assert (article.title, article.author, article.published) == ("港務", "R. Wijaya", "2026-03-02")


def test_a_mail_gives_its_text_with_subject_sender_and_day() -> None:
    article = read(mail(NOTICE[0], attached="tabel 1.pdf").as_bytes(), "pers.eml")
    assert article.text == NOTICE[0]
    assert article.title == "Siaran pers: 港務局"
    assert (article.author, article.published) == ("Humas Pelabuhan", "2026-03-02")
    assert article.left_out == ("tabel 1.pdf",)


def test_a_mail_with_a_page_and_a_broken_text_gives_the_paragraphs_of_the_page() -> None:
    page = "".join(f"<p>{text}</p>" for text in (*RELEASE, *NOTICE))
    plain = "\n".join((*RELEASE, *NOTICE))
    article = read(mail(plain, f"<html><body>{page}</body></html>").as_bytes(), "pers.eml")
    assert [line for line in article.text.split("\n") if line] == [*RELEASE, *NOTICE]


@pytest.mark.parametrize(
    ("raw", "text", "title"),
    [
        # Declared wrongly, not at all, by a name nobody knows, and bytes no header may hold.
        (b"Subject: a\nContent-Type: text/plain; charset=us-ascii\n\nHarga naik \xe2\x82\xac5.",
         "Harga naik €5.", "a"),
        (b"Subject: =?x-odd?q?Harga?=\nContent-Type: text/plain; charset=x-odd\n\n\xe2\x82\xac5.",
         "€5.", "Harga"),
        ("Subject: 港務局\nTo: \n\n船".encode(), "船", "港務局"),
        (b"Subject: b\nContent-Type: text/plain; charset=big5\n\n" + NOTICE[1].encode("big5"),
         NOTICE[1], "b"),
        (b"From: <>\nDate: yesterday\nContent-Transfer-Encoding: base64\n\nTmFpayA1IHBlcnNlbi4=",
         "Naik 5 persen.", ""),
    ],
)  # fmt: skip
def test_a_mail_with_charset_trouble_is_read_as_it_was_meant(
    raw: bytes, text: str, title: str
) -> None:
    article = read(raw, "odd.eml")
    assert (article.text, article.title) == (text, title)

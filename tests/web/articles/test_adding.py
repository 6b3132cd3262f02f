"""Articles come in through the pages."""

from __future__ import annotations

import pytest
from django.core.files.uploadedfile import SimpleUploadedFile
from django.test import Client
from django.urls import reverse

from claims.models import Article
from factcheck.accounts.models import User

pytestmark = pytest.mark.django_db
TEXT = "The harbour authority counted 3,412 ships in March, 12% more than a year before."
PAGE = (
    "<!doctype html><html><head><title>Produksi</title></head>"
    "<body><article><p>Produksi naik 4,5 persen.</p></article></body></html>"
)


@pytest.fixture
def desk(client: Client, fact_checker: User) -> Client:
    """A signed-in fact-checker's browser."""
    client.force_login(fact_checker)
    return client


def upload(desk: Client, *files: tuple[str, bytes]) -> str:
    """Send files and return the page that says what became of them."""
    sent = [SimpleUploadedFile(name, data) for name, data in files]
    answer = desk.post(reverse("article-upload"), {"upload": sent})
    assert answer.status_code == 200
    return answer.content.decode()


def test_a_pasted_text_becomes_an_article_with_what_was_typed(desk: Client) -> None:
    fields = {
        "text": f"{TEXT}\r\n",
        "title": "More ships",
        "outlet": "Harbour Gazette",
        "url": "https://gazette.example/ships",
        "author": "R. Wijaya",
        "language": "en",
        "published_at": "2026-04-02T09:30",
    }
    answer = desk.post(reverse("article-add"), fields)
    article = Article.objects.get()
    assert answer.headers["Location"] == reverse("article-detail", args=[article.pk])
    assert article.text.strip() == TEXT
    assert (article.title, article.author, article.language) == ("More ships", "R. Wijaya", "en")
    assert article.source is not None
    assert article.source.name == "Harbour Gazette"
    assert article.published_at is not None
    assert article.published_at.isoformat() == "2026-04-02T09:30:00+00:00"
    assert article.due_at is not None


def test_the_published_time_is_that_of_the_person_s_zone(desk: Client, fact_checker: User) -> None:
    fact_checker.time_zone = "Asia/Jakarta"
    fact_checker.save()
    desk.post(reverse("article-add"), {"text": TEXT, "published_at": "2026-04-02T09:30"})
    published = Article.objects.get().published_at
    assert published is not None
    assert published.isoformat() == "2026-04-02T02:30:00+00:00"


def test_the_same_text_again_leads_to_the_article_there_is(desk: Client) -> None:
    desk.post(reverse("article-add"), {"text": TEXT})
    article = Article.objects.get()
    answer = desk.post(
        reverse("article-add"), {"text": TEXT, "title": "Another title"}, follow=True
    )
    assert answer.redirect_chain == [(reverse("article-detail", args=[article.pk]), 302)]
    assert "The desk has this text already" in answer.content.decode()
    assert Article.objects.count() == 1


@pytest.mark.parametrize(
    "wrong",
    [
        {"text": ""},
        {"text": " \n "},
        {"text": "a\x00b"},
        {"url": "ftp://gazette.example/ships"},
        {"url": "javascript:alert(1)"},
        {"published_at": "yesterday"},
        {"published_at": "0001-01-01T00:00"},
        {"published_at": "9999-12-31T23:59"},
        {"title": "t" * 501},
    ],
)
def test_a_refused_form_keeps_what_was_typed(desk: Client, wrong: dict[str, str]) -> None:
    typed = {"text": TEXT, "outlet": "Quay & Crane Weekly", **wrong}
    answer = desk.post(reverse("article-add"), typed)
    assert answer.status_code == 422
    assert "Quay &amp; Crane Weekly" in answer.content.decode()
    assert 'aria-invalid="true"' in answer.content.decode()
    assert not Article.objects.exists()


def test_half_a_surrogate_pair_is_refused_and_breaks_nothing(desk: Client) -> None:
    answer = desk.post(
        reverse("article-add"),
        b"text=abc%ED%A0%80def",
        content_type="application/x-www-form-urlencoded",
    )
    assert answer.status_code in (302, 422)


def test_each_file_gets_its_own_result_and_a_bad_one_stops_no_other(desk: Client) -> None:
    page = upload(
        desk,
        ("ships.txt", TEXT.encode()),
        ("photo.png", b"\x89PNG\r\n\x1a\n\x00\x00"),
        ("renamed.txt", b"\x89PNG\r\n\x1a\n\x00\x00\x00\rIHDR"),
        ("empty.txt", b""),
        ("blank.html", b"<html><body> </body></html>"),
        ("ships-copy.txt", TEXT.encode()),
        ("nosuffix", TEXT.encode()),
        ("laporan.html", PAGE.encode("utf-16")),
    )
    assert page.count("taken in</span>") == 2
    assert page.count("here already</span>") == 1
    assert page.count("refused</span>") == 5
    assert "only .txt, .html, .pdf, .docx, .epub and .eml files can be read" in page
    assert "it is not a text file" in page
    assert "it is empty" in page
    assert Article.objects.count() == 2


def test_a_file_of_ten_megabytes_is_refused_by_its_size(desk: Client) -> None:
    page = upload(desk, ("long.txt", b"A long story. " * (10 * 2**20 // 14)), ("ok.txt", b"Fine."))
    assert "it is larger than 4,096 KB" in page
    assert page.count("taken in</span>") == 1


@pytest.mark.parametrize("encoding", ["utf-8-sig", "utf-16", "gb18030", "big5"])
def test_a_file_in_another_encoding_is_read_as_it_was_meant(desk: Client, encoding: str) -> None:
    text = "港務局統計,三月共有三千四百艘船進港,比去年增加百分之十二。" * 8
    upload(desk, ("ships.txt", text.encode(encoding)))
    assert Article.objects.get().text == text


def test_a_broken_encoding_is_refused_or_read_but_never_breaks(desk: Client) -> None:
    page = upload(desk, ("broken.txt", "港務局".encode() + b"\xff\xfe\xe6" + "船".encode()))
    assert ("refused</span>" in page) != ("taken in</span>" in page)


def test_thirty_files_at_once_are_all_taken(desk: Client) -> None:
    page = upload(
        desk, *((f"{n}.txt", f"Ship {n} carried {n} tonnes.".encode()) for n in range(30))
    )
    assert page.count("taken in</span>") == 30
    assert Article.objects.count() == 30


def test_a_hostile_file_name_is_shown_and_not_run(desk: Client) -> None:
    page = upload(desk, ("<img src=x onerror=alert(1)>.png", b"x"))
    assert "<img" not in page
    assert "&lt;img src=x onerror=alert(1)&gt;.png" in page


def test_no_file_chosen_is_said_at_the_field(desk: Client) -> None:
    answer = desk.post(reverse("article-upload"), {})
    assert answer.status_code == 422
    assert "This field is required" in answer.content.decode()


def test_a_request_that_is_too_large_is_answered_with_what_to_do(desk: Client) -> None:
    answer = desk.post(reverse("article-add"), {"text": "a" * (9 * 2**20)})
    assert answer.status_code == 400
    assert "could not be read" in answer.content.decode()

"""The versions of an article on its page, by hand and by the API."""

from __future__ import annotations

import re

import pytest
from django.core.files.uploadedfile import SimpleUploadedFile
from django.test import Client
from django.urls import reverse

from claims.models import Article
from factcheck.accounts.models import User
from tests.factories import make_article, make_version

pytestmark = pytest.mark.django_db
FIRST = "Ferry news\nThe port handled 5 million boxes in May.\nThe sun shone."
SECOND = "Ferry news\nThe port handled 3 million boxes in May.\nThe sun shone."


@pytest.fixture
def desk(client: Client, fact_checker: User) -> Client:
    """A signed-in fact-checker's browser."""
    client.force_login(fact_checker)
    return client


def test_the_page_lists_the_versions_and_shows_what_one_changed(desk: Client) -> None:
    old = make_article(FIRST)
    new = make_version(old, SECOND)
    page = desk.get(reverse("article-detail", args=[old.pk])).content.decode()
    assert "Version 1" in page
    assert reverse("article-detail", args=[new.pk]) in page
    changes = desk.get(reverse("article-changes", args=[new.pk])).content.decode()
    assert re.search(r"<del>.*5</del><ins>.*3</ins>", changes)
    assert changes.count("1 paragraph as it was") == 2
    assert desk.get(reverse("article-changes", args=[old.pk])).status_code == 404


def test_a_person_hands_in_a_newer_version_as_text_or_file(desk: Client) -> None:
    old = make_article(FIRST)
    address = reverse("article-version-add", args=[old.pk])
    second = desk.post(address, {"text": SECOND})
    third = desk.post(address, {"upload": SimpleUploadedFile("page.txt", FIRST.encode())})
    versions = Article.objects.order_by("version")
    assert [version.text.strip() for version in versions] == [FIRST, SECOND, FIRST]
    newest = versions.last()
    assert newest
    assert second.status_code == third.status_code == 302
    assert third.headers["Location"] == reverse("article-detail", args=[newest.pk])
    assert desk.post(address, {"text": FIRST}).headers["Location"].endswith(f"/{old.pk}/")


@pytest.mark.parametrize("text", ["", "  "])
def test_a_version_of_nothing_is_refused_and_the_form_kept(desk: Client, text: str) -> None:
    address = reverse("article-version-add", args=[make_article(FIRST).pk])
    answer = desk.post(address, {"text": text, "title": "Boxes"})
    assert answer.status_code == 422
    assert "Paste the text, or choose a file" in answer.content.decode()
    assert 'value="Boxes"' in answer.content.decode()


def test_the_api_takes_a_version_once_and_lists_them(desk: Client) -> None:
    old = make_article(FIRST)
    address = f"/api/v1/articles/{old.pk}/versions"
    answers = [
        desk.post(address, {"text": SECOND}, content_type="application/json") for _ in range(2)
    ]
    assert [answer.status_code for answer in answers] == [201, 200]
    assert answers[0].json()["id"] == answers[1].json()["id"]
    listed = desk.get(address).json()
    assert [row["version"] for row in listed] == [2, 1]
    assert listed[0]["supersedes"] == old.pk

"""Earlier fact-checks: found in the list, taken in by editors, put aside beside a claim."""

from __future__ import annotations

import json
import re
from typing import Any

import pytest
from django.core.files.uploadedfile import SimpleUploadedFile
from django.test import Client
from django.urls import reverse
from django.utils import timezone

from claims.models import CheckImport, EarlierCheck
from claims.services.articles import MAX_ATTEMPTS
from claims.services.check_imports import MOST_BYTES, check_import_ask, check_import_begin
from factcheck import arrivals
from factcheck.accounts.models import User
from factcheck.errors import InvalidInput
from tests.factories import make_item, make_match
from tests.web_server import PageServer

pytestmark = pytest.mark.django_db
REVIEW: dict[str, Any] = {
    "@type": "ClaimReview",
    "url": "https://lantern.example/checks/quay",
    "claimReviewed": "新码头耗资五千五百万元。",
    "author": {"name": "Lantern Desk"},
    "reviewRating": {"alternateName": "错误"},
    "datePublished": "2026-02-03",
}


def client_of(person: User) -> Client:
    client = Client()
    client.force_login(person)
    return client


def taken(client: Client, **fields: Any) -> tuple[CheckImport, str]:
    """Send fields of the form, have a worker do it, and return the import with its page."""
    answer = client.post(reverse("earlier-check-take"), fields)
    assert answer.status_code == 302, answer.content.decode()
    row = CheckImport.objects.latest("id")
    arrivals.import_checks(row.pk)
    row.refresh_from_db()
    return row, client.get(answer.headers["Location"]).content.decode()


def test_two_lists_of_one_site_are_asked_for_one_after_the_other(
    editor: User, web_server: PageServer, settings: Any
) -> None:
    settings.FETCH_HOST_PAUSE = 30.0
    asked = [
        check_import_ask(actor=editor, url=web_server.place(path, json.dumps([REVIEW])))
        for path in ("/old.json", "/new.json")
    ]
    for each in asked:
        arrivals.import_checks(each.pk)
        each.refresh_from_db()
    first, second = asked
    assert (first.new, first.due_at) == (1, None)
    assert (second.finished_at, second.failure, second.attempts) == (None, "", 0)
    assert second.due_at is not None
    assert second.due_at > timezone.now()


def test_an_editor_takes_some_in_and_finds_them_in_either_script(editor: User) -> None:
    client, address = client_of(editor), reverse("earlier-check-list")
    bad = REVIEW | {"url": "ftp://lantern.example/"}
    row, page = taken(client, document=json.dumps([REVIEW, bad, "none"]))
    assert (row.new, row.rows, row.done, row.document) == (1, 3, 3, b"")
    assert "Row 2: url has to be" in page
    refused = client.get(reverse("earlier-check-import-refused", args=[row.pk]))
    assert [each["row"] for each in json.loads(refused.content)] == [2, 3]
    again, _page = taken(
        client, file=SimpleUploadedFile("a/feed.json", json.dumps(REVIEW).encode())
    )
    assert (again.known, again.name) == (1, "feed.json")

    found = client.get(f"{address}?q=碼頭&publisher=lantern&language=zh").content.decode()
    link = re.search(r'<a href="https://lantern.example/checks/quay"[^>]*>', found)
    assert link
    assert 'rel="nofollow noopener noreferrer" lang="zh-Hans"' in link[0]
    assert "No earlier fact-check fits" in client.get(f"{address}?q=ferry").content.decode()


@pytest.mark.parametrize(
    ("fields", "words"),
    [
        ({}, "Give one of the three"),
        ({"document": "[]", "url": "https://lantern.example/"}, "Give one of the three"),
        ({"document": "{"}, "This is no JSON"),
        ({"url": "ftp://lantern.example/"}, "http"),
    ],
)
def test_what_cannot_be_taken_in_is_refused_where_it_was_typed(
    editor: User, fields: dict[str, str], words: str
) -> None:
    answer = client_of(editor).post(reverse("earlier-check-take"), fields)
    assert answer.status_code == 422
    assert words in answer.content.decode()
    assert not CheckImport.objects.exists()


def test_an_import_that_fails_says_why_and_one_that_kills_its_workers_is_given_up(
    editor: User,
) -> None:
    client = client_of(editor)
    _row, page = taken(client, document='"just a string"')
    assert "This is no ClaimReview" in page
    row = arrivals.want_checks(actor=editor, data=b"[]", url="", name="")
    assert check_import_begin(import_id=row.pk) is not None
    assert check_import_begin(import_id=row.pk) is None  # another worker has it
    CheckImport.objects.filter(pk=row.pk).update(due_at=row.due_at, attempts=MAX_ATTEMPTS)
    assert check_import_begin(import_id=row.pk) is None
    row.refresh_from_db()
    assert "died" in row.failure
    with pytest.raises(InvalidInput, match="more than 64 MB"):
        check_import_ask(actor=editor, data=b" " * MOST_BYTES + b"[]")


def test_beside_a_claim_one_is_put_aside_and_brought_back(fact_checker: User) -> None:
    item, client = make_item(), client_of(fact_checker)
    match = make_match(item.claim)
    hide, show = (
        reverse(f"earlier-check-{name}", args=[item.pk, match.pk]) for name in ("hide", "show")
    )
    page = client.post(hide, {"note": "Another quay."}, follow=True).content.decode()
    assert "1 that somebody said is not about this claim" in page
    assert "checker: Another quay." in page
    assert client.post(hide, {"note": "Another quay."}).status_code == 409
    assert "that somebody said" not in client.post(show, follow=True).content.decode()
    elsewhere = reverse("earlier-check-hide", args=[make_item().pk, match.pk])
    assert client.post(elsewhere, {"note": "Another quay."}).status_code == 404


def test_the_api_takes_in_lists_and_puts_aside(editor: User) -> None:
    client = client_of(editor)
    bad = REVIEW | {"claimReviewed": ""}
    answer = client.post(
        "/api/v1/earlier-checks", {"document": [REVIEW, bad]}, content_type="application/json"
    )
    assert answer.status_code == 202
    arrivals.import_checks(answer.json()["id"])
    told = client.get(f"/api/v1/earlier-checks/imports/{answer.json()['id']}").json()
    assert (told["new"], [each["row"] for each in told["refused"]]) == (1, [2])
    [row] = client.get("/api/v1/earlier-checks?q=码头").json()["results"]
    assert (row["url"], row["rating"], row["matches"]) == (REVIEW["url"], "错误", [])
    assert row["id"] == EarlierCheck.objects.get().pk
    match = make_match(make_item().claim)
    path = f"/api/v1/earlier-check-matches/{match.pk}"
    hidden = client.post(f"{path}/hide", {"note": "No."}, content_type="application/json").json()
    assert hidden["hidden_note"] == "No."
    assert client.post(f"{path}/show").json()["hidden_at"] is None

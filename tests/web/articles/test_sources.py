"""Sources, lists of feeds and pages by their address, through the pages and the API."""

from __future__ import annotations

import datetime
from typing import Any

import pytest
from django.core.files.uploadedfile import SimpleUploadedFile
from django.test import Client
from django.urls import reverse
from django.utils import timezone

from claims.models import Feed, PageWish, Source
from claims.services.articles import ArticleMetadata, article_receive
from claims.services.feeds import feed_add
from claims.services.page_fetching import page_fail
from claims.services.page_wishes import page_want
from factcheck.accounts.models import User
from factcheck.errors import InvalidInput
from tests.audit import events_of
from tests.factories import make_source

pytestmark = pytest.mark.django_db
FEED = "https://kabar.example/feed"


@pytest.fixture
def desk(client: Client, editor: User) -> Client:
    """A signed-in editor's browser."""
    client.force_login(editor)
    return client


def test_a_list_of_feeds_goes_in_and_comes_out(desk: Client) -> None:
    opml = f'<opml version="2.0"><body><outline text="Kabar" xmlUrl="{FEED}"/></body></opml>'
    for shown in ("added", "in the list already"):
        file = SimpleUploadedFile("reader.opml", opml.encode())
        answer = desk.post(reverse("source-import"), {"file": file})
        assert shown in answer.content.decode()
    exported = desk.get(reverse("source-export"))
    assert exported.headers["Content-Disposition"] == 'attachment; filename="sources.opml"'
    assert FEED.encode() in exported.content
    hostile = SimpleUploadedFile("a.opml", b"<!DOCTYPE opml [<!ENTITY a 'b'>]><opml/>")
    refused = desk.post(reverse("source-import"), {"file": hostile})
    assert (refused.status_code, Feed.objects.count()) == (422, 1)
    assert "entities" in refused.content.decode()


def test_a_source_saved_meanwhile_is_shown_and_then_overwritten_knowingly(desk: Client) -> None:
    source = make_source("Kabar")
    path = reverse("source-save", args=[source.pk])
    desk.post(path, {"name": "Kabar", "country": "ID", "based_on": 0})
    stale = desk.post(path, {"name": "Kabar Baru", "based_on": 0})
    page = stale.content.decode()
    assert stale.status_code == 409
    assert "stored is “Kabar”" in page
    assert 'value="Kabar Baru"' in page
    assert 'name="based_on" value="1"' in page
    desk.post(path, {"name": "Kabar Baru", "based_on": 1})
    source.refresh_from_db()
    assert (source.name, source.version) == ("Kabar Baru", 2)


def test_a_site_that_runs_a_script_is_no_link(desk: Client) -> None:
    with pytest.raises(InvalidInput) as refusal:
        article_receive(
            data=b"The ferries carried 20 thousand people.", filename="a.txt", actor=None,
            metadata=ArticleMetadata(outlet="Kabar", site="javascript:alert(1)"),
        )  # fmt: skip
    assert refusal.value.field == "site"
    source = Source.objects.create(name="From before", site="javascript:alert(1)")
    page = desk.get(reverse("source-detail", args=[source.pk])).content.decode()
    assert 'href="javascript:' not in page


def test_a_long_list_of_sources_is_shown_in_pages(
    desk: Client, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr("claims.selectors.sources.SOURCES_SHOWN", 2)
    for name in ("Delta", "alpha", "Beta", "Gamma", "渡輪"):
        make_source(name)
    shown: list[str] = []
    asked = ""
    while True:
        answer = desk.get(f"{reverse('source-list')}{asked}")
        shown += [each.name for each in answer.context["sources"]]
        asked = answer.context["more"]
        if not asked:
            break
    assert shown == list(Source.objects.order_by("name").values_list("name", flat=True))
    assert desk.get(reverse("source-list"), {"before": "9" * 30}).status_code == 200


@pytest.mark.parametrize(
    ("due", "state", "is_asked"),
    [
        (0, {}, True),
        (30, {"attempts": 1, "failure": "no answer"}, True),
        (240, {"attempts": 1}, True),  # a worker is at it
        (240, {"attempts": 1, "failure": "no answer"}, False),
        (86_400, {}, False),
    ],
)
def test_a_page_is_asked_how_far_it_is_only_while_that_changes(
    desk: Client, editor: User, due: int, state: dict[str, Any], is_asked: bool
) -> None:
    wish = page_want(url="https://kabar.example/a", actor=editor)
    due_at = timezone.now() + datetime.timedelta(seconds=due)
    PageWish.objects.update(due_at=due_at, **state)
    page = desk.get(reverse("page-detail", args=[wish.pk])).content.decode()
    assert ("hx-trigger" in page) == is_asked
    assert 'role="status"' in page


@pytest.mark.parametrize(
    ("route", "sent", "told"),
    [
        ("source-feed-add", {"url": "kabar"}, "begins with http"),
        ("source-feed-add", {"url": FEED}, "in the list already"),
        ("source-save", {"name": ""}, "required"),
        ("source-save", {"name": "A", "country": "1"}, "two letters"),
    ],
)
def test_what_is_refused_is_told_at_its_field(
    desk: Client, editor: User, route: str, sent: dict[str, str], told: str
) -> None:
    source = make_source()
    feed_add(source=source, actor=editor, url=FEED)
    answer = desk.post(reverse(route, args=[source.pk]), sent)
    assert answer.status_code == 422
    assert told in answer.content.decode()


def test_a_feed_is_not_paused_without_a_reason(desk: Client, editor: User) -> None:
    feed = feed_add(source=make_source(), actor=editor, url=FEED)
    path = reverse("source-feed-pause", args=[feed.pk])
    assert desk.post(path, {"reason": " "}).status_code == 400
    desk.post(path, {"reason": "They asked us to."})
    assert events_of(feed) == ["feed.add", "feed.pause"]


def test_over_the_api_an_address_is_an_article_to_wait_for(desk: Client) -> None:
    sent = {"url": "https://kabar.example/a?utm_source=x"}
    answer = desk.post("/api/v1/articles", sent, content_type="application/json")
    page = PageWish.objects.get()
    assert answer.status_code == 202
    assert answer.json()["id"] == page.pk
    assert answer.json()["status"] == "waiting"
    page_fail(page=page, why="No such site is known.", lasting=True)
    failed = desk.get(f"/api/v1/pages/{page.pk}").json()
    assert (failed["status"], failed["failure"]) == ("failed", "No such site is known.")
    assert desk.post(f"/api/v1/pages/{page.pk}/retry").status_code == 202
    assert desk.post(f"/api/v1/pages/{page.pk}/retry").status_code == 409
    mixed = desk.post("/api/v1/articles", sent | {"title": "A"}, content_type="application/json")
    assert [each["field"] for each in mixed.json()["errors"]] == ["title"]


def test_over_the_api_a_source_is_described_and_its_feeds_are_told(desk: Client) -> None:
    kind = "application/json"
    made = desk.post("/api/v1/sources", {"name": "Kabar"}, content_type=kind).json()
    path = f"/api/v1/sources/{made['id']}"
    feed = desk.post(f"{path}/feeds", {"url": FEED}, content_type=kind).json()
    changed = {"name": "Kabar", "language": "id", "based_on": 0}
    assert desk.put(path, changed, content_type=kind).json()["feeds"][0]["id"] == feed["id"]
    assert desk.put(path, changed, content_type=kind).status_code == 409
    paused = desk.post(f"/api/v1/feeds/{feed['id']}/pause", {"reason": "x"}, content_type=kind)
    assert paused.json()["due_at"] is None
    assert desk.post(f"/api/v1/feeds/{feed['id']}/poll").status_code == 409
    assert Source.objects.get().language == "id"

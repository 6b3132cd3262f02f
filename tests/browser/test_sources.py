"""A fact-checker adds an article by its address; an editor listens to its source."""

from __future__ import annotations

import re
from collections.abc import Callable
from typing import Literal

import pytest
from django.utils import timezone
from playwright.sync_api import expect

from claims.models import Feed, PageWish
from factcheck.accounts.models import User
from factcheck.arrivals import fetch_page, poll_feed
from tests.browser.desk import Desk
from tests.chromium import needs_chromium
from tests.services.test_feeds import feed_of
from tests.services.test_pages import page_html
from tests.web_server import PageServer, answering

SEEN: tuple[tuple[Literal["light", "dark"], int], ...] = (("light", 1200), ("dark", 360))
pytestmark = [
    pytest.mark.browser,
    needs_chromium,
    pytest.mark.timeout(180),
    pytest.mark.django_db(transaction=True),
]


def look(desk: Desk) -> None:
    """Check the page wide by day and narrow at night: no scrolling sideways, no finding."""
    for scheme, width in SEEN:
        desk.page.emulate_media(color_scheme=scheme)
        desk.page.set_viewport_size({"width": width, "height": 800})
        desk.check()


def test_a_page_is_fetched_by_its_address_after_it_failed_once(
    web_server: PageServer, fact_checker: User, open_desk: Callable[[], Desk]
) -> None:
    url = web_server.behave("/ships", answering("no", status=404), answering(page_html()))
    desk = open_desk()
    page = desk.page
    desk.log_in(fact_checker.username)
    page.goto("/articles/add/")
    look(desk)
    page.get_by_label("Address of the page").fill(url)
    page.get_by_role("button", name="Fetch").click()
    expect(page.get_by_text("being fetched")).to_be_visible()
    wish = PageWish.objects.get()
    fetch_page(wish.pk)
    expect(page.get_by_role("alert")).to_contain_text("HTTP 404")
    look(desk)
    page.get_by_role("button", name="Try again").click()
    expect(page.get_by_text("being fetched")).to_be_visible()
    fetch_page(wish.pk)
    page.wait_for_url(re.compile(r"/articles/\d+/$"))
    expect(page.get_by_text("3,412 ships").first).to_be_visible()


def test_an_editor_adds_a_source_listens_to_its_feed_and_pauses_it(
    web_server: PageServer, editor: User, open_desk: Callable[[], Desk]
) -> None:
    now = timezone.now()
    web_server.place("/feed", feed_of(web_server, (f"/{'long-' * 30}", now, now)))
    desk = open_desk()
    page = desk.page
    desk.log_in(editor.username)
    page.get_by_role("link", name="Sources", exact=True).click()
    expect(page.get_by_text("There are no sources yet.")).to_be_visible()
    look(desk)
    page.get_by_role("link", name="Add a source").first.click()
    page.get_by_label("Name").fill("Harbour Gazette")
    page.get_by_role("button", name="Add").click()
    page.get_by_label("Address of the feed").fill(web_server.url("/feed"))
    page.get_by_role("button", name="Add a feed").click()
    expect(page.get_by_text("not polled yet").first).to_be_visible()
    poll_feed(Feed.objects.get().pk)
    fetch_page(PageWish.objects.get().pk)
    page.reload()
    expect(page.get_by_text("Atom: Ports")).to_be_visible()
    look(desk)
    page.get_by_text("Pause").first.click()
    page.get_by_label("Why is it paused?").fill("They asked us to.")
    page.get_by_role("button", name="Pause").click()
    expect(page.get_by_text("Paused: They asked us to.")).to_be_visible()
    look(desk)
    page.get_by_role("link", name="All sources").click()
    expect(page.get_by_role("cell", name="paused")).to_be_visible()
    look(desk)

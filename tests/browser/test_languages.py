"""The main way through the desk in each language of the pages: whole, at both widths, and quiet."""

from __future__ import annotations

import pytest
from django.conf import settings as django_settings
from django.urls import reverse
from playwright.sync_api import Browser, BrowserContext
from pytest_django.live_server_helper import LiveServer

from tests.browser.page_faults import NARROW, Watched, cut_text, violations
from tests.browser.pages import open_all
from tests.browser.shared_desk import SharedDesk
from tests.browser.test_every_page import Windows
from tests.chromium import needs_chromium

pytestmark = [
    pytest.mark.browser,
    needs_chromium,
    pytest.mark.timeout(200),
    pytest.mark.django_db(transaction=True),
]
# English is looked at with every page.
LANGUAGES = [code for code, _name in django_settings.LANGUAGES if code != "en"]


@pytest.fixture
def shared_desk() -> SharedDesk:
    return SharedDesk()


def way_of(desk: SharedDesk) -> dict[str, tuple[str, str]]:
    """Return the pages from the queue to the reader: who opens them, and where they are."""
    assert desk.long_rows
    return {
        "queue": ("checker", reverse("queue")),
        "workspace": ("author", reverse("workspace", args=[desk.item("held")])),
        "waiting for sign-off": ("editor", reverse("sign-off-list")),
        "sign-off": ("editor", reverse("sign-off", args=[desk.verdict("drafted")])),
        "verdict": ("", reverse("verdict-detail", args=[desk.claim("corrected")])),
        "log in": ("", reverse("login")),
    }


def speak(context: BrowserContext, language: str, home: str) -> None:
    """Choose the language as the switch does."""
    context.add_cookies(
        [{"name": django_settings.LANGUAGE_COOKIE_NAME, "value": language, "url": home}]
    )


def faults_in(watched: Watched, language: str, *, by_axe: bool) -> list[str]:
    page = watched.page
    told = page.evaluate("document.documentElement.lang")
    faults = [] if told == language else [f"the page is in {told}"]
    faults += [*watched.complaints, *cut_text(page), *(violations(page) if by_axe else [])]
    page.set_viewport_size(NARROW)
    faults += [f"narrow: {fault}" for fault in cut_text(page)]
    open_all(page)
    return [*faults, *(f"narrow, unfolded: {fault}" for fault in cut_text(page))]


def test_the_way_from_the_queue_to_the_reader_is_whole_in_each_language(
    browser: Browser,
    live_server: LiveServer,
    shared_desk: SharedDesk,
    subtests: pytest.Subtests,
) -> None:
    windows = Windows(browser, live_server.url, shared_desk)
    with windows.closing:
        way = way_of(shared_desk)
        for language in LANGUAGES:
            for name, (who, where) in way.items():
                with subtests.test(name, language=language):
                    watched = windows.of(who)
                    speak(watched.page.context, language, live_server.url)
                    assert watched.open(where) == 200
                    # The desk's pages axe sees in each language in the main job.
                    assert faults_in(watched, language, by_axe=who == "") == []

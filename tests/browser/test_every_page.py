"""Every page and state, once in a real browser: readable by everybody, whole, light, and quiet."""

from __future__ import annotations

from collections.abc import Iterator
from contextlib import ExitStack
from typing import Any

import pytest
from playwright.sync_api import Browser
from pytest_django.live_server_helper import LiveServer

from tests.browser.desk import enter
from tests.browser.page_faults import Watched, faults_of
from tests.browser.pages import GUEST, PAGES
from tests.browser.shared_desk import SharedDesk
from tests.chromium import needs_chromium

pytestmark = [
    pytest.mark.browser,
    needs_chromium,
    pytest.mark.timeout(300),
    pytest.mark.django_db(transaction=True),
]
PARTS = 4  # as one test it went on for minutes when all other workers had finished


class Windows:
    """A window of the browser for each person, who is logged in."""

    def __init__(self, browser: Browser, home: str, desk: SharedDesk) -> None:
        self._browser, self._home, self._desk = browser, home, desk
        self._open: dict[str, Watched] = {}
        self.closing = ExitStack()

    def of(self, who: str) -> Watched:
        """Return the window of `who`."""
        if who not in self._open:
            context = self._browser.new_context(base_url=self._home)
            self.closing.callback(context.close)
            if who != GUEST:
                enter(context, self._desk.person(who), self._home)
            self._open[who] = Watched(context.new_page(), self._home)
        return self._open[who]


@pytest.fixture
def shared_desk(settings: Any) -> SharedDesk:
    settings.WEBHOOK_ALLOW_HOSTS = ["127.0.0.1"]
    return SharedDesk()


@pytest.fixture
def windows(
    browser: Browser, live_server: LiveServer, shared_desk: SharedDesk
) -> Iterator[Windows]:
    opened = Windows(browser, live_server.url, shared_desk)
    with opened.closing:
        yield opened


@pytest.mark.parametrize("part", range(PARTS), ids=lambda part: f"part {part + 1}")
def test_every_page_can_be_read_by_everybody(
    part: int,
    windows: Windows,
    shared_desk: SharedDesk,
    shared_files: None,
    subtests: pytest.Subtests,
) -> None:
    """One desk for many pages: filling one takes longer than looking at ten."""
    most = -(-len(PAGES) // PARTS)
    for row in PAGES[part * most : (part + 1) * most]:
        with subtests.test(row.name):
            watched = windows.of(row.who)
            row.before(watched.page)
            status = watched.open(row.where(shared_desk))
            weight = watched.bytes
            row.after(watched.page)
            faults = faults_of(watched)
            print(f"{weight / 1000:7.1f} kB  {row.name}")  # noqa: T201 (pytest -s shows it)
            assert (status, faults) == (row.status, [])

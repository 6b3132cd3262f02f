"""A real Chromium, a served desk with committed rows, and a real Celery worker beside it."""

from __future__ import annotations

import os
from collections.abc import Iterator
from contextlib import ExitStack
from pathlib import Path
from typing import Any

import pytest
from django.conf import settings as django_settings
from django.db import connections
from playwright.sync_api import Browser, sync_playwright
from pytest_django.live_server_helper import LiveServer

from tests.browser.desk import Desk, OpenDesk
from tests.browser.dresses import ENGLISH, LOCALES, Dress
from tests.chromium import launch
from tests.workers import Worker, empty_redis


@pytest.fixture(scope="session")
def static_root() -> None:
    """Make the directory WhiteNoise looks into; files come from the finders in tests."""
    django_settings.STATIC_ROOT.mkdir(parents=True, exist_ok=True)


@pytest.fixture(scope="session")
def live_server(static_root: None, live_server: LiveServer) -> LiveServer:
    """Return the server, started after the directory it looks into was made.

    Its threads live as long as the browser keeps a connection; they must not keep one to the
    database after a request, or the test database cannot be dropped.
    """
    connections.settings["default"]["CONN_MAX_AGE"] = 0
    return live_server


@pytest.fixture
def shared_files(settings: Any) -> None:
    """Keep files where the worker, a process with settings of its own, looks for them."""
    files = {"location": Path(os.environ["FACTCHECK_VAR"]) / "files"}
    storages = settings.STORAGES
    shared = storages["default"] | {"OPTIONS": files}
    settings.STORAGES = storages | {"default": shared, "vault": shared}


@pytest.fixture
def worker(transactional_db: None) -> Iterator[Worker]:
    """Return a running worker that draws no claim for a second review by lot."""
    empty_redis()
    running = Worker(concurrency=1, SECOND_REVIEW_SHARE="0")
    try:
        running.start()
        yield running
    finally:
        running.kill()


@pytest.fixture(scope="package")
def browser() -> Iterator[Browser]:
    """A running Chromium, for all tests here: starting one takes longer than most of them.

    Playwright's event loop runs in this thread meanwhile, in which Django would refuse its
    database, although nothing here is asynchronous.
    """
    with pytest.MonkeyPatch.context() as patch, sync_playwright() as playwright:
        patch.setenv("DJANGO_ALLOW_ASYNC_UNSAFE", "true")
        started = launch(playwright)
        yield started
        started.close()


@pytest.fixture
def open_desk(live_server: LiveServer, shared_files: None, browser: Browser) -> Iterator[OpenDesk]:
    """Return a function that opens the desk in a browser window of its own, as a stranger."""
    with ExitStack() as stack:

        def open_one(dress: Dress = ENGLISH, *, scripts: bool = True) -> Desk:
            context = browser.new_context(
                base_url=live_server.url,
                accept_downloads=True,
                locale=LOCALES[dress.language],
                viewport=dress.screen,
                color_scheme=dress.scheme,
                java_script_enabled=scripts,
            )
            stack.callback(context.close)
            return Desk(context.new_page(), dress, live_server.url)

        yield open_one

"""What is wrong with a page as it stands in the browser, and how heavy it was to load."""

from __future__ import annotations

import gzip
from functools import cache
from pathlib import Path
from typing import Any

from axe_playwright_python.base import AXE_SCRIPT
from django.conf import settings
from django.contrib.staticfiles import finders
from playwright.sync_api import ConsoleMessage, Page, Request, Response, ViewportSize

CUT_TEXT = Path(__file__).with_name("cut_text.js").read_text(encoding="utf-8")
WIDE = ViewportSize(width=1280, height=800)
NARROW = ViewportSize(width=360, height=740)
# At night only the colours differ.
BY_NIGHT = {"runOnly": ["color-contrast"]}
MOST_BYTES = 150_000


class Watched:
    """A page of the browser, of which is kept what it loads and what it complains of."""

    def __init__(self, page: Page, home: str) -> None:
        self.page, self.home = page, home
        self.complaints: list[str] = []
        self.bytes = 0
        self._urls: dict[str, str] = {}
        page.on("console", self._listen)
        page.on("pageerror", lambda error: self.complaints.append(f"script: {error}"))
        page.on("request", self._ask)
        page.on("response", self._answer)
        wire = page.context.new_cdp_session(page)
        wire.send("Network.enable")
        wire.send("Network.setCacheDisabled", {"cacheDisabled": True})
        wire.on("Network.responseReceived", self._name)
        wire.on("Network.loadingFinished", self._weigh)

    def open(self, path: str) -> int:
        """Load the page as somebody does who was never here; return the status of the answer."""
        self.complaints, self.bytes = [], 0
        self.page.set_viewport_size(WIDE)
        answer = self.page.goto(path, wait_until="load")
        assert answer is not None
        return answer.status

    def _listen(self, message: ConsoleMessage) -> None:
        # That its own address answers 404 is what a page of an error is for.
        if message.type in {"error", "warning"} and message.location["url"] != self.page.url:
            self.complaints.append(f"console: {message.text}")

    def _ask(self, request: Request) -> None:
        if not request.url.startswith((self.home, "data:")):
            self.complaints.append(f"asks somebody else: {request.url}")

    def _answer(self, response: Response) -> None:
        if response.status >= 400 and not response.request.is_navigation_request():
            self.complaints.append(f"HTTP {response.status}: {response.url}")

    def _name(self, told: dict[str, Any]) -> None:
        self._urls[told["requestId"]] = told["response"]["url"]

    def _weigh(self, told: dict[str, Any]) -> None:
        path = self._urls.get(told["requestId"], "").removeprefix(self.home)
        self.bytes += static_bytes(path) or int(told["encodedDataLength"])


@cache
def static_bytes(path: str) -> int:
    """Return how much of a static file is sent: gzipped, which tests leave out. 0 for all else."""
    if not path.startswith(settings.STATIC_URL):
        return 0
    found = finders.find(path.removeprefix(settings.STATIC_URL))
    return len(gzip.compress(Path(str(found)).read_bytes())) if found else 0


def faults_of(watched: Watched) -> list[str]:
    """Return what is wrong with the open page, wide and narrow, by day and by night."""
    page = watched.page
    faults = [*watched.complaints, *cut_text(page), *violations(page)]
    if watched.bytes > MOST_BYTES:
        faults.append(f"{watched.bytes:,} bytes are loaded")
    page.emulate_media(color_scheme="dark")
    faults += [f"at night: {fault}" for fault in violations(page, BY_NIGHT)]
    page.emulate_media(color_scheme="light")
    page.set_viewport_size(NARROW)
    return [*faults, *(f"narrow: {fault}" for fault in cut_text(page))]


def cut_text(page: Page) -> list[str]:
    """Return the texts that are cut off or spill out of their boxes."""
    found: list[str] = page.evaluate(CUT_TEXT)
    return found


def violations(page: Page, options: dict[str, Any] | None = None) -> list[str]:
    """Return what axe finds, each with the first elements it is about."""
    if not page.evaluate("'axe' in window"):
        page.evaluate(AXE_SCRIPT)  # half a megabyte: once is enough
    # Nothing that is asked needs the style sheets and sounds that axe would load once more.
    asked = {"resultTypes": ["violations"], "preload": False, **(options or {})}
    found = page.evaluate("(asked) => axe.run(document, asked)", asked)["violations"]
    return [f"axe {each['id']}: {_places(each)}" for each in found]


def _places(violation: dict[str, Any]) -> str:
    return ", ".join(str(node["html"])[:140] for node in violation["nodes"][:3])

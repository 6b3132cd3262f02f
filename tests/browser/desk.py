"""A person at the desk: a page, what its console complained of, and whether axe finds fault."""

from __future__ import annotations

from axe_playwright_python.sync_playwright import Axe
from playwright.sync_api import ConsoleMessage, Page

from tests.factories import PASSWORD


class Desk:
    """A browser page that remembers every error the browser reported."""

    def __init__(self, page: Page) -> None:
        self.page = page
        self.complaints: list[str] = []
        page.on("console", self._listen)
        page.on("pageerror", lambda error: self.complaints.append(str(error)))

    def _listen(self, message: ConsoleMessage) -> None:
        if message.type == "error":
            self.complaints.append(f"{message.text} at {self.page.url}")

    def log_in(self, username: str) -> None:
        """Log in by the form."""
        self.page.goto("/queue/")
        self.page.get_by_label("Username").fill(username)
        self.page.get_by_label("Password").fill(PASSWORD)
        self.page.get_by_role("button", name="Log in").click()
        self.page.wait_for_url("**/queue/")

    def check(self) -> None:
        """Fail when axe finds a violation on the page as it stands, or the browser complained."""
        found = Axe().run(self.page)
        assert found.violations_count == 0, found.generate_report()
        assert self.complaints == []

"""A person at the desk: a page, the hands that work it, and what is wrong with it as it stands."""

from __future__ import annotations

from typing import Protocol

from django.conf import settings
from django.test import Client
from django.utils import translation
from playwright.sync_api import BrowserContext, ConsoleMessage, Locator, Page, expect

from factcheck.accounts.models import User
from tests.browser.dresses import ENGLISH, Dress
from tests.browser.page_faults import cut_text, violations

MOST_TABS = 120
MOST_CHOICES = 30


class Desk:
    """A browser page that remembers every error the browser reported.

    What stands in the pages is named by the English text of the catalogue, and looked for as it
    reads in the language of the dress. Without a mouse all is done by keys.
    """

    def __init__(self, page: Page, dress: Dress = ENGLISH, home: str = "") -> None:
        self.page, self.dress, self.home = page, dress, home
        self.complaints: list[str] = []
        page.on("console", self._listen)
        page.on("pageerror", lambda error: self.complaints.append(str(error)))

    def _listen(self, message: ConsoleMessage) -> None:
        if message.type == "error":
            self.complaints.append(f"{message.text} at {self.page.url}")

    def log_in(self, username: str) -> None:
        """Open the queue as somebody who has logged in."""
        enter(self.page.context, User.objects.get(username=username), self.home)
        self.page.goto("/queue/")

    def says(self, message: str, **values: object) -> str:
        """Return how the pages say `message`, with `values` in its places."""
        with translation.override(self.dress.language):
            said = translation.gettext(message)
        return said % values if values else said

    def sees(self, message: str, **values: object) -> None:
        """Wait until the page says `message`."""
        expect(self.page.get_by_text(self.says(message, **values)).first).to_be_visible()
        self.page.wait_for_load_state()  # a key pressed before its script ran is lost

    def field(self, label: str) -> Locator:
        """Return the field with this label."""
        return self.page.get_by_label(self.says(label), exact=True)

    def button(self, name: str) -> Locator:
        """Return the button of this name."""
        return self.page.get_by_role("button", name=self.says(name), exact=True)

    def link(self, name: str) -> Locator:
        """Return the link of this name."""
        return self.page.get_by_role("link", name=self.says(name), exact=True)

    def press(self, target: Locator, key: str = "") -> None:
        """Press what `target` is; without a mouse by its key, or by Tab and Enter."""
        if not self.dress.by_keyboard:
            target.click()
        elif key:
            self.page.keyboard.press(key)
        else:
            self.tab_to(target)
            self.page.keyboard.press("Enter")

    def type(self, target: Locator, text: str, key: str = "") -> None:
        """Type `text` into a field; without a mouse get there by its key, or by Tab."""
        if not self.dress.by_keyboard:
            target.fill(text)
            return
        if key:
            self.page.keyboard.press("Escape")  # out of the field before
            self.page.keyboard.press(key)
            expect(target).to_be_focused()
        self.tab_to(target)
        self.page.keyboard.type(text)

    def choose(self, target: Locator, option: str) -> None:
        """Choose an option of a list."""
        label = self.says(option)
        if not self.dress.by_keyboard:
            target.select_option(label=label)
            return
        self.tab_to(target)
        self.page.keyboard.press("Home")
        for _ in range(MOST_CHOICES):
            if target.evaluate("list => list.selectedOptions[0].label") == label:
                return
            self.page.keyboard.press("ArrowDown")
        raise AssertionError(f"no key reaches {label}")

    def tab_to(self, target: Locator) -> None:
        """Press Tab until `target` has the focus: what no Tab reaches, no keyboard opens."""
        for _ in range(MOST_TABS):
            if target.evaluate("element => element === document.activeElement"):
                return
            self.page.keyboard.press("Tab")
        expect(target).to_be_focused()

    def check(self) -> None:
        """Fail when the page as it stands shuts somebody out, or the browser complained."""
        self.page.wait_for_load_state()  # after a click the page may have no body yet, nor a style
        told = self.page.evaluate("document.documentElement.lang")
        assert told == self.dress.language
        assert [*self.complaints, *violations(self.page), *cut_text(self.page)] == []


def enter(context: BrowserContext, person: User, home: str) -> None:
    """Log in without the form, which takes two pages; the main job is begun by it."""
    client, name = Client(), settings.SESSION_COOKIE_NAME
    client.force_login(person)
    context.add_cookies([{"name": name, "value": client.cookies[name].value, "url": home}])


class OpenDesk(Protocol):
    """Opens the desk in a browser window of its own, as a stranger."""

    def __call__(self, dress: Dress = ENGLISH, *, scripts: bool = True) -> Desk:
        """Return the window; without `scripts` it runs none."""

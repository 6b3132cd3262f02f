"""One claim after another without a mouse: rate, write, hand in, go on, take back."""

from __future__ import annotations

from collections.abc import Callable

import pytest
from playwright.sync_api import Page, expect

from factcheck.accounts.models import User
from tests.browser.desk import Desk
from tests.chromium import needs_chromium
from tests.factories import make_claim, make_evidence, make_item

pytestmark = [pytest.mark.browser, needs_chromium, pytest.mark.timeout(180)]

FIRST, SECOND = "The port handled 5 million boxes.", "The ferry carried 2 million people."


@pytest.fixture
def desk(transactional_db: None, fact_checker: User, open_desk: Callable[[], Desk]) -> Desk:
    """A window of a fact-checker, in front of a queue of two claims."""
    for text in (FIRST, SECOND):
        make_evidence(make_item(make_claim(text)).claim, fact_checker)
    opened = open_desk()
    opened.log_in(fact_checker.username)
    return opened


def rate_and_write(page: Page) -> None:
    page.keyboard.press("2")
    page.keyboard.press("s")
    page.keyboard.type("It was half of that.")
    page.keyboard.press("Escape")
    page.keyboard.press("r")
    page.keyboard.type("The yearbook has the table.")


def test_a_person_reviews_goes_on_and_takes_back_by_keyboard_alone(desk: Desk) -> None:
    page = desk.page
    page.keyboard.press("n")
    expect(page.locator("h1")).to_have_text(FIRST)
    expect(page.locator("h1")).to_be_focused()
    rate_and_write(page)
    page.keyboard.press("Control+Enter")
    expect(page.locator("h1")).to_have_text(SECOND)
    expect(page.locator("h1")).to_be_focused()
    expect(page.get_by_text("1 review by you today")).to_be_visible()
    desk.check()
    page.keyboard.press("z")
    expect(page.locator("h1")).to_have_text(FIRST)
    expect(page.get_by_label("Summary")).to_have_value("It was half of that.")
    expect(page.get_by_role("radio", name="False", exact=True)).to_be_checked()


def test_what_an_input_method_composes_is_no_command(desk: Desk) -> None:
    page = desk.page
    page.keyboard.press("n")
    expect(page.locator("h1")).to_be_focused()
    rate_and_write(page)
    chromium = page.context.new_cdp_session(page)
    chromium.send("Input.imeSetComposition", {"text": "xi", "selectionStart": 2, "selectionEnd": 2})
    for key in ("2", "z", "Enter"):
        composed = {"key": key, "code": key, "windowsVirtualKeyCode": 229}
        chromium.send("Input.dispatchKeyEvent", {"type": "rawKeyDown", "modifiers": 2} | composed)
    expect(page.locator("h1")).to_have_text(FIRST)
    chromium.send("Input.insertText", {"text": "喜"})
    expect(page.get_by_label("Rationale")).to_have_value("The yearbook has the table.喜")
    expect(page.locator("h1")).to_have_text(FIRST)


def test_on_a_phone_the_button_that_submits_is_in_sight(desk: Desk) -> None:
    page = desk.page
    page.set_viewport_size({"width": 360, "height": 740})
    page.emulate_media(color_scheme="dark")
    page.keyboard.press("n")
    expect(page.locator("h1")).to_be_focused()
    expect(page.get_by_role("button", name="Submit review")).to_be_in_viewport(ratio=1)
    expect(page.locator("#lease-clock")).to_be_in_viewport()
    desk.check()

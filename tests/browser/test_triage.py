"""Triage by keyboard: rows are chosen, dismissed and brought back without a mouse."""

from __future__ import annotations

from collections.abc import Callable

import pytest
from playwright.sync_api import Page, expect

from factcheck.accounts.models import User
from tests.browser.desk import Desk, OpenDesk
from tests.browser.dresses import INDONESIAN, SIMPLIFIED
from tests.chromium import needs_chromium
from tests.factories import make_claim, make_item

pytestmark = [pytest.mark.browser, needs_chromium, pytest.mark.timeout(180)]


def claims(page: Page) -> list[str]:
    return page.locator("[data-step]").all_inner_texts()


@pytest.fixture
def five_rows(transactional_db: None, fact_checker: User) -> list[str]:
    """Fill the queue, and return the wordings in the order of the list."""
    texts = [f"The port of Tanjung Biru handled {number} ships in May." for number in range(5)]
    for number, text in enumerate(texts):
        make_item(make_claim(text), priority=50 - number)
    return texts


def test_rows_are_dismissed_and_brought_back_by_keys(
    five_rows: list[str], fact_checker: User, open_desk: OpenDesk
) -> None:
    desk = open_desk(SIMPLIFIED)
    page = desk.page
    desk.log_in(fact_checker.username)
    desk.check()
    page.keyboard.press("j")
    page.keyboard.press("x")
    page.keyboard.press("j")
    page.keyboard.press("j")
    page.keyboard.press("Shift+X")
    expect(page.locator("[data-chosen]")).to_have_text("3")
    desk.check()
    page.keyboard.press("e")
    expect(desk.field("Why")).to_be_focused()
    desk.choose(desk.field("Why"), "an opinion")
    desk.press(desk.button("Apply"))
    expect(page.locator("#queue-total")).to_have_text(desk.says("%(total)s open", total=2))
    assert claims(page) == five_rows[3:]
    desk.check()
    page.locator("[data-step]").first.focus()
    page.keyboard.press("z")
    desk.sees("Undone: %(act)s.", act=desk.says("dismissed"))
    expect(page.locator("#queue-total")).to_have_text(desk.says("%(total)s open", total=5))
    assert claims(page) == five_rows
    desk.check()


def test_the_bar_goes_with_the_last_row_and_comes_back_with_it_on_a_phone(
    five_rows: list[str], fact_checker: User, open_desk: OpenDesk
) -> None:
    desk = open_desk(INDONESIAN)
    page = desk.page
    desk.log_in(fact_checker.username)
    bar = page.get_by_role("form", name=desk.says("Chosen rows"))
    for text in five_rows:
        page.get_by_label(text).check()
    desk.choose(desk.field("Why"), "an opinion")
    desk.check()
    desk.press(desk.button("Apply"))
    expect(page.locator("[data-step]")).to_have_count(0)
    expect(bar).to_be_hidden()
    desk.check()
    desk.press(desk.button("Undo"))
    expect(page.locator("[data-step]")).to_have_count(5)
    expect(bar).to_be_visible()


def test_the_rows_stay_chosen_and_in_sight_when_the_list_is_replaced(
    five_rows: list[str], fact_checker: User, open_desk: Callable[[], Desk]
) -> None:
    desk = open_desk()
    page = desk.page
    desk.log_in(fact_checker.username)
    page.set_viewport_size({"width": 900, "height": 300})
    page.get_by_label("Choose all rows of this page").check()
    for text in five_rows[:3]:
        page.get_by_label(f"Choose: {text}").uncheck()
    top = page.evaluate("window.scrollY")
    page.locator("[data-step]").nth(4).focus()
    page.keyboard.press("a")
    page.get_by_label("To", exact=True).select_option(label=fact_checker.username)
    page.get_by_role("button", name="Apply").press("Enter")
    expect(page.get_by_text("2 claims assigned.")).to_be_visible()
    expect(page.get_by_text(f"for {fact_checker.username}")).to_have_count(2)
    expect(page.locator("[data-chosen]")).to_have_text("2")
    assert top > 0


def test_filters_are_kept_as_a_view_by_keys(
    five_rows: list[str], fact_checker: User, open_desk: Callable[[], Desk]
) -> None:
    desk = open_desk()
    page = desk.page
    desk.log_in(fact_checker.username)
    page.keyboard.press("/")
    page.keyboard.type("3 ships")
    page.keyboard.press("Enter")
    expect(page.locator("[data-step]")).to_have_count(1)
    page.wait_for_load_state()  # for its keys
    page.locator("h1").click()
    page.keyboard.press("v")
    expect(page.get_by_label("Save these filters as")).to_be_focused()
    page.keyboard.type("Three ships")
    page.keyboard.press("Enter")
    view = page.get_by_role("link", name="Three ships 1")
    expect(view).to_have_attribute("aria-current", "page")
    desk.check()
    page.goto("/queue/")
    view.press("Enter")
    expect(page.locator("[data-step]")).to_have_count(1)
    assert claims(page) == [five_rows[3]]


def test_a_key_that_is_typed_into_a_field_does_nothing_else(
    five_rows: list[str], fact_checker: User, open_desk: Callable[[], Desk]
) -> None:
    desk = open_desk()
    page = desk.page
    desk.log_in(fact_checker.username)
    page.keyboard.press("/")
    page.keyboard.type("xeatsbz")
    expect(page.get_by_label("Words of the claim or speaker")).to_have_value("xeatsbz")
    expect(page.locator("[data-chosen]")).to_have_text("0")

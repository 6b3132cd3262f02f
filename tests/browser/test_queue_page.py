"""The queue on a laptop: fifty rows in sight, read by key, kept true while it is open."""

from __future__ import annotations

import re
from collections.abc import Callable

import pytest
from playwright.sync_api import Page, expect

from factcheck.accounts.models import Practice, User
from reviews.services.dismissals import item_dismiss, item_restore
from reviews.services.leases import lease_take
from reviews.services.practice import practice_note
from tests.browser.desk import Desk
from tests.browser.shared_desk import long_item
from tests.chromium import needs_chromium
from tests.factories import make_item

pytestmark = [
    pytest.mark.browser,
    needs_chromium,
    pytest.mark.timeout(180),
    pytest.mark.django_db(transaction=True),
]
IN_SIGHT = """[...document.querySelectorAll("tr[id]")]
    .filter((row) => row.getBoundingClientRect().bottom <= innerHeight).length"""


def come_back(page: Page) -> None:
    """Do what the browser does when somebody comes back to the tab."""
    page.evaluate("document.dispatchEvent(new Event('visibilitychange'))")


def test_fifty_rows_are_in_sight_and_stay_where_they_are_when_others_come(
    fact_checker: User, second_checker: User, open_desk: Callable[[], Desk]
) -> None:
    practice_note(actor=fact_checker, outcome=Practice.DECLINED)
    items = [long_item(number) for number in range(51)]
    desk = open_desk()
    page = desk.page
    page.set_viewport_size({"width": 1440, "height": 900})
    desk.log_in(fact_checker.username)
    assert page.evaluate(IN_SIGHT) == 50
    for _ in range(3):
        page.keyboard.press("j")
    here = page.locator("[data-step]").nth(2)
    expect(here).to_be_focused()
    assert here.evaluate("each => each.scrollWidth <= each.clientWidth")
    top = page.locator(f"#row-{items[9].pk}").bounding_box()

    item_dismiss(item=items[1], actor=second_checker, note="An opinion.")
    lease_take(item=items[0], actor=second_checker)
    urgent = make_item(priority=99)
    come_back(page)
    expect(page.locator(f"#row-{items[1].pk}")).to_contain_text("no longer in this list")
    expect(page.locator(f"#row-{items[0].pk}")).to_contain_text("held by second-checker")
    expect(page.get_by_role("heading", name="Queue 51 open")).to_be_visible()
    expect(page.get_by_text("1 of 52 done today")).to_be_visible()
    expect(page.get_by_role("status").get_by_text("1 claim has come")).to_be_visible()
    expect(here).to_be_focused()
    assert page.locator(f"#row-{items[9].pk}").bounding_box() == top
    desk.check()

    page.keyboard.press("r")
    expect(page.locator(f"#row-{urgent.pk}")).to_be_visible()
    expect(page.locator(f"#row-{items[2].pk} [data-step]")).to_be_focused()
    expect(page.locator("#queue-news")).to_be_empty()
    desk.check()

    another, changing = make_item(priority=98), page.locator(f"#row-{items[5].pk}")
    item_dismiss(item=items[5], actor=second_checker, note="An opinion.")
    come_back(page)
    expect(changing).to_contain_text("no longer in this list")
    expect(page.get_by_role("status").get_by_text("1 claim has come")).to_be_visible()
    item_restore(item=items[5], actor=second_checker)
    come_back(page)
    expect(changing).not_to_contain_text("no longer in this list")
    expect(changing).not_to_have_class(re.compile("queue__gone"))
    page.keyboard.press("r")
    expect(page.locator(f"#row-{another.pk}")).to_be_visible()


def test_the_keys_are_shown_by_key_and_by_button_and_menus_close_by_escape(
    fact_checker: User, open_desk: Callable[[], Desk]
) -> None:
    make_item()
    desk = open_desk()
    page = desk.page
    page.set_viewport_size({"width": 1440, "height": 900})
    desk.log_in(fact_checker.username)
    keys = page.get_by_role("dialog", name="Keys")
    page.keyboard.press("?")
    expect(keys).to_be_visible()
    keys.get_by_role("button", name="Close").click()
    page.get_by_role("button", name="Keys").click()
    expect(keys).to_be_visible()
    page.keyboard.press("Escape")
    page.locator("[data-menu] summary").press("Enter")
    expect(page.get_by_role("link", name="dismissed")).to_be_visible()
    page.keyboard.press("Escape")
    expect(page.get_by_role("link", name="dismissed")).to_be_hidden()
    expect(page.locator("[data-menu] summary")).to_be_focused()

"""A page changes a passage behind the desk's back: an editor reads the alert and settles it."""

from __future__ import annotations

from collections.abc import Callable

import pytest
from playwright.sync_api import expect

from factcheck.accounts.models import User
from factcheck.flow import advance
from tests.browser.desk import Desk
from tests.chromium import needs_chromium
from tests.factories import make_article, make_version

pytestmark = [pytest.mark.browser, needs_chromium, pytest.mark.timeout(180)]
FIRST = (
    "Pelabuhan Teluk Aru\n\nMenteri mengatakan pelabuhan itu memuat 2,4 juta peti kemas sepanjang"
    " 2025.\n\nCuaca di dermaga cerah."
)


def look(desk: Desk) -> None:
    """Check the page wide and narrow, light and dark: nothing that axe finds, nothing cut off."""
    for width, scheme in ((1200, "light"), (360, "dark")):
        desk.page.emulate_media(color_scheme="dark" if scheme == "dark" else "light")
        desk.page.set_viewport_size({"width": width, "height": 800})
        desk.check()


def test_a_silent_edit_is_read_compared_and_settled(
    transactional_db: None, editor: User, open_desk: Callable[[], Desk]
) -> None:
    old = make_article(FIRST)
    advance(old.pk)
    advance(make_version(old, FIRST.replace("2,4 juta", "1,4 juta")).pk)
    desk = open_desk()
    page = desk.page
    desk.log_in("editor")
    page.get_by_role("link", name="Alerts open: 1").click()
    expect(page.locator("del", has_text="2,4")).to_be_visible()
    look(desk)
    page.get_by_role("link", name="what version 2 changed").click()
    expect(page.get_by_role("heading", name="What version 2 changed")).to_be_visible()
    look(desk)
    page.get_by_role("link", name="Version 1").click()
    look(desk)
    page.get_by_role("link", name="Hand in a newer version").click()
    look(desk)
    page.get_by_role("link", name="Alerts").click()
    page.get_by_role("link", name="the claim").click()
    expect(page.get_by_text("changed the passage on")).to_be_visible()
    look(desk)
    page.get_by_role("link", name="Alerts").click()
    page.get_by_label("What was done about it").fill("Asked the outlet why.")
    page.get_by_role("button", name="Settle").click()
    expect(page.get_by_text("Nothing waits.")).to_be_visible()
    look(desk)

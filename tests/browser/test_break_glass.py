"""An administrator frees a claim whose holder is away, and finds it in the audit log."""

from __future__ import annotations

from collections.abc import Callable

import pytest
from playwright.sync_api import expect

from factcheck.accounts.models import User
from reviews.models import QueueItem
from reviews.services.leases import lease_take
from tests.browser.desk import Desk
from tests.chromium import needs_chromium
from tests.factories import make_item

pytestmark = [pytest.mark.browser, needs_chromium]


@pytest.fixture
def held(transactional_db: None, fact_checker: User) -> QueueItem:
    """An item that a fact-checker holds."""
    item = make_item()
    lease_take(item=item, actor=fact_checker)
    return item


@pytest.mark.parametrize("width", [360, 1280])
def test_an_administrator_breaks_the_glass_and_everybody_reads_of_it(
    width: int, held: QueueItem, administrator: User, open_desk: Callable[[], Desk]
) -> None:
    desk = open_desk()
    page = desk.page
    page.set_viewport_size({"width": width, "height": 800})
    desk.log_in(administrator.username)
    page.goto(f"/queue/{held.pk}/")
    page.get_by_role("link", name="Break-glass").click()
    desk.check()
    page.get_by_label("Reason").fill("Her train stands in the snow.")
    page.get_by_label("Nobody whose job this is").check()
    page.get_by_role("button", name="Force it").click()
    expect(page.get_by_text("Forced. The desk")).to_be_visible()
    expect(page.get_by_text("Her train stands in the snow.").first).to_be_visible()
    desk.check()
    page.goto("/queue/")
    expect(page.get_by_text("An administrator forced moves")).to_be_visible()
    page.goto("/audit/?action=break_glass.release")
    page.get_by_text("Details").first.click()
    expect(page.locator("ins", has_text="queued")).to_be_visible()
    desk.check()

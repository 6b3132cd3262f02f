"""An editor adds a webhook, reads its log, and sees who has a verdict that was retracted."""

from __future__ import annotations

import re
from collections.abc import Callable
from typing import Any

import pytest
from playwright.sync_api import Page, expect

from factcheck import flow
from factcheck.accounts.models import User
from reviews.models import Verdict, WebhookDelivery
from reviews.services.corrections import verdict_retract
from reviews.services.webhooks import webhook_add
from tests.browser.desk import Desk
from tests.chat.behaviours import responding
from tests.chat.server import running_server
from tests.chromium import needs_chromium
from tests.walks import published_verdict

pytestmark = [pytest.mark.browser, needs_chromium, pytest.mark.timeout(180)]


@pytest.fixture
def retracted(transactional_db: None, fact_checker: User, editor: User, settings: Any) -> Verdict:
    """A retracted verdict that a receiver has, whose tombstone it refused."""
    settings.WEBHOOK_ALLOW_HOSTS = ["127.0.0.1"]
    with running_server() as receiver:
        receiver.behave(responding(b""), responding(b"busy", status="503 Busy"))
        events = ["verdict.published", "verdict.retracted"]
        webhook_add(actor=editor, url=f"{receiver.url}/{'long-' * 20}", events=events)
        verdict = published_verdict(fact_checker, editor)
        verdict_retract(verdict=verdict, actor=editor, note="The table was wrong.")
        for delivery in WebhookDelivery.objects.order_by("id"):
            flow.deliver(delivery.pk)
    return verdict


def look(desk: Desk, width: int) -> None:
    """Check the page at a width: nothing to scroll sideways, nothing that axe finds."""
    desk.page.set_viewport_size({"width": width, "height": 800})
    desk.check()


def add(page: Page, url: str) -> None:
    page.get_by_label("Address").fill(url)
    page.get_by_label("a verdict is corrected").uncheck()
    page.get_by_role("button", name="Add").click()


def test_a_webhook_is_added_read_about_and_held_to_account(
    retracted: Verdict, open_desk: Callable[[], Desk]
) -> None:
    desk = open_desk()
    page = desk.page
    desk.log_in("editor")
    page.get_by_role("banner").get_by_text("editor", exact=True).click()
    page.get_by_role("link", name="Webhooks").click()
    look(desk, 1200)
    add(page, "http://127.0.0.1:9/")
    expect(page.get_by_label("Secret")).to_have_value(re.compile("^whsec_"))
    look(desk, 360)
    page.get_by_role("link", name="I have it; go on").click()
    expect(page.get_by_text("Nothing was sent yet.")).to_be_visible()
    page.get_by_role("link", name="All webhooks").click()
    page.get_by_role("link", name="long-").click()
    expect(page.get_by_text("503", exact=True)).to_be_visible()
    page.get_by_text("Answer").click()
    with page.expect_response(lambda answer: answer.status == 204):
        pass  # the row has asked what came of it, and nothing did
    expect(page.get_by_text("busy")).to_be_visible()
    look(desk, 1200)
    look(desk, 360)
    page.goto(f"/sign-off/{retracted.pk}/")
    expect(page.get_by_text("does not know yet")).to_be_visible()
    page.emulate_media(color_scheme="dark")
    look(desk, 1200)
    look(desk, 360)

"""A reviewer reads an article and says what the machine missed, in a real browser."""

from __future__ import annotations

import re
from collections.abc import Callable

import pytest
from playwright.sync_api import expect

from claims.models import Article
from factcheck import flow
from factcheck.accounts.models import User
from tests.browser.desk import Desk
from tests.chromium import needs_chromium
from tests.factories import make_article

ARTICLE = """Tanjung Biru, 3 March 2025 - The port of Tanjung Biru handled 5.2 million containers \
in 2024, up 12% from the year before.

Ships queued for days in the strait. The old pier has seen better days by anybody. What comes next?
"""
MISSED = "The old pier has seen better days by anybody."

pytestmark = [pytest.mark.browser, needs_chromium, pytest.mark.timeout(180)]


@pytest.fixture
def article(transactional_db: None) -> Article:
    """An article the machine is done with."""
    received = make_article(ARTICLE)
    flow.advance(received.pk)
    return received


@pytest.mark.usefixtures("worker")
def test_a_missed_sentence_is_marked_by_keyboard_and_enters_the_queue(
    article: Article, fact_checker: User, open_desk: Callable[[], Desk]
) -> None:
    desk = open_desk()
    desk.log_in(fact_checker.username)
    page = desk.page
    page.goto(f"/articles/{article.pk}/")
    page.get_by_text(re.compile("left aside")).press("Enter")
    missed = page.locator(".found", has_text=MISSED)
    desk.check()
    button = missed.get_by_role("button", name="This should be checked")
    expect(button).to_have_accessible_description(MISSED)
    button.press("Enter")
    back = missed.get_by_role("button", name="Take back")
    expect(back).to_be_focused()
    expect(page.locator("#mark-status")).to_contain_text("Marked.")
    # It follows the worker by itself, and the focus stays where it is.
    expect(missed.get_by_role("link", name=MISSED)).to_be_visible(timeout=60_000)
    expect(back).to_be_focused()
    desk.check()
    back.press("Enter")
    expect(missed.get_by_role("button", name="Take back")).to_have_count(0)
    desk.check()


def test_a_raised_sentence_is_dismissed_on_a_phone(
    article: Article, fact_checker: User, open_desk: Callable[[], Desk]
) -> None:
    desk = open_desk()
    desk.log_in(fact_checker.username)
    page = desk.page
    page.set_viewport_size({"width": 360, "height": 740})
    page.goto(f"/articles/{article.pk}/")
    page.get_by_text("Not a claim").click()
    desk.check()
    page.get_by_label("Why is it not worth checking?").fill("The port's own advert")
    page.get_by_role("button", name="Dismiss").click()
    expect(page.get_by_text("You say: not a claim – The port's own advert")).to_be_visible()
    desk.check()


def test_a_click_in_the_text_leads_to_the_sentence_in_the_list(
    article: Article, fact_checker: User, open_desk: Callable[[], Desk]
) -> None:
    desk = open_desk()
    desk.log_in(fact_checker.username)
    page = desk.page
    page.goto(f"/articles/{article.pk}/")
    page.locator(".article-text .left-aside").nth(1).click()
    chosen = page.locator(".found:target")
    expect(chosen).to_contain_text(MISSED)
    expect(chosen.get_by_role("button", name="This should be checked")).to_be_visible()
    desk.check()

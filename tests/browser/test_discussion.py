"""Talking about a claim, in a browser: by keyboard, while somebody else types their review."""

from __future__ import annotations

from collections.abc import Callable
from typing import Any

import pytest
from playwright.sync_api import Page, expect

from factcheck.accounts.models import User
from reviews.models import Comment, Notification, QueueItem, Review
from tests.browser.desk import Desk
from tests.browser.test_holds import in_database, taken
from tests.chromium import needs_chromium
from tests.deadlines import wait_until
from tests.factories import make_item

pytestmark = [pytest.mark.browser, needs_chromium, pytest.mark.timeout(180)]

LOOK = """document.body.dispatchEvent(
    new CustomEvent("discussion", { detail: { unread: 0, stamp: "another" } }))"""


@pytest.fixture
def item(transactional_db: None, settings: Any) -> QueueItem:
    """A claim that waits, on a desk whose pages tell every second that they are alive."""
    settings.LEASE_HEARTBEAT_SECONDS = 1
    return make_item()


def mend_the_first(page: Page) -> None:
    """Change the comment at the top, for which the server needs to be asked twice."""
    own, said = page.locator(".comment").first, page.locator("#discussion [data-said]")
    own.get_by_text("Change", exact=True).click()
    own.get_by_label("Your comment").fill("Which year?")
    page.route("**/edit/", lambda route: route.fulfill(status=502, body="Bad gateway"), times=1)
    own.get_by_role("button", name="Save").click()
    expect(said).to_contain_text("Not sent")
    own.get_by_role("button", name="Save").click()
    expect(own.locator(".comment__text")).to_have_text("Which year?")
    expect(own).to_be_focused()
    expect(said).to_be_empty()
    with page.expect_response("**/discussion/"):
        page.evaluate(LOOK)
    page.evaluate("new Promise((done) => setTimeout(done, 200))")
    expect(said).to_be_empty()


def test_a_comment_written_by_keyboard_reaches_whoever_is_typing_a_review(
    item: QueueItem,
    fact_checker: User,
    second_checker: User,
    editor: User,
    open_desk: Callable[[], Desk],
) -> None:
    reviewing = taken(item, fact_checker, open_desk)
    reviewing.get_by_label("Summary").fill("Half a sentence")

    asking = open_desk()
    asking.log_in(editor.username)
    page = asking.page
    page.set_viewport_size({"width": 360, "height": 740})
    page.goto(f"/queue/{item.pk}/")
    text = page.get_by_label("Say something about this claim")
    text.focus()
    page.keyboard.type("Which year, @")
    options = page.get_by_role("listbox").get_by_role("option")
    expect(options).to_have_text(["@checker", "@second-checker"])
    page.keyboard.type("che")
    expect(options).to_have_count(2)
    page.keyboard.press("ArrowDown")
    expect(options.nth(1)).to_have_attribute("aria-selected", "true")
    asking.check()
    page.keyboard.press("ArrowDown")
    page.keyboard.press("Enter")
    expect(text).to_have_value("Which year, @checker ")
    expect(options).to_have_count(0)
    page.keyboard.type("? See https://bureau.example/4.")
    page.keyboard.press("Control+Enter")
    expect(page.locator(".comment")).to_contain_text("Which year, @checker ? See")
    expect(text).to_be_focused()
    expect(text).to_have_value("")
    assert page.evaluate("document.documentElement.scrollWidth") <= 360

    expect(reviewing.locator(".comment .mention--me")).to_have_text("@checker")
    expect(reviewing.get_by_label("Summary")).to_have_value("Half a sentence")
    read = Notification.objects.filter(person=fact_checker, read_at__isnull=False)
    wait_until(lambda: in_database(read.exists), seconds=20, what="what is in sight is read")

    reviewing.locator(".thread").get_by_text("Answer", exact=True).first.click()
    answer = reviewing.get_by_label("Your answer")
    answer.fill("2024.")
    answer.press("Control+Enter")
    expect(reviewing.locator(".thread .comment")).to_have_count(2)
    assert in_database(Comment.objects.count) == 2
    assert not in_database(lambda: Review.objects.filter(submitted_at__isnull=False).exists())

    mend_the_first(page)
    asking.complaints.clear()  # the browser tells of the server that failed
    page.goto("/notifications/")
    asking.check()
    expect(page.get_by_text("wrote in a thread of yours")).to_be_visible()
    page.get_by_role("button", name="Mark all read").click()
    expect(page.locator("#bell [data-unread]")).to_be_hidden()


def test_a_discussion_works_without_script(
    item: QueueItem, fact_checker: User, editor: User, open_desk: Callable[[], Desk]
) -> None:
    desk = open_desk()
    desk.log_in(editor.username)
    page = desk.page
    page.route("**/discussion.js", lambda route: route.abort())
    page.goto(f"/queue/{item.pk}/")
    page.get_by_label("Say something about this claim").fill("@checker, which year?")
    page.get_by_role("button", name="Comment").click()
    expect(page.locator(".comment .mention")).to_have_text("@checker")
    page.get_by_role("button", name="Resolve").click()
    expect(page.get_by_text("Resolved by")).to_be_visible()
    # Chromium unfolds what an address leads into; others may not.
    page.locator(".thread__resolved").evaluate("(folded) => { folded.open = true; }")
    page.get_by_text("Delete", exact=True).click()
    page.get_by_role("button", name="Delete this comment").click()
    assert in_database(lambda: Comment.objects.get().text) == ""

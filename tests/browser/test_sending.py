"""A page that is read is sent to the desk by the bookmarklet."""

from __future__ import annotations

from collections.abc import Callable

import pytest
from playwright.sync_api import FilePayload, Page, expect

from factcheck.accounts.models import User
from tests.browser.desk import Desk

pytestmark = pytest.mark.browser
STORY = "Kapal feri mengangkut 40 ribu orang. 渡輪載了四萬人。" * 40


def test_the_bookmarklet_brings_address_title_and_selection(
    transactional_db: None, fact_checker: User, open_desk: Callable[[], Desk]
) -> None:
    desk = open_desk()
    desk.log_in("checker")
    desk.page.goto("/articles/add/")
    desk.page.get_by_role("link", name="Send pages from").click()
    bookmarklet = desk.page.locator("code").inner_text()
    desk.page.set_viewport_size({"width": 360, "height": 700})
    desk.check()
    read = desk.page.context.new_page()
    read.set_content(f"<title>Feri & 渡輪</title><p>{STORY}</p>")
    read.locator("p").select_text()
    with read.expect_popup() as opened:
        read.evaluate(bookmarklet.removeprefix("javascript:"))
    sent = Desk(opened.value)
    expect(sent.page.get_by_label("Text", exact=True)).to_have_value(STORY)
    expect(sent.page.get_by_label("Title", exact=True)).to_have_value("Feri & 渡輪")
    assert "#" not in sent.page.url
    desk.page.evaluate(
        "([path, title]) => { history.replaceState(null, '', path); document.title = title }",
        [f"/queue/?{'q=渡&' * 80}", "渡輪" * 150],
    )
    with desk.page.expect_popup() as opened:
        desk.page.evaluate(bookmarklet.removeprefix("javascript:"))
    opened.value.wait_for_url("**/articles/add/**")
    assert len(opened.value.url) < 3700  # of 4094 that servers take
    assert (
        Desk(opened.value).page.get_by_label("Title", exact=True).input_value().startswith("渡輪")
    )
    sent.check()


def test_an_upload_that_gets_no_answer_says_so_also_after_a_refusal(
    transactional_db: None, fact_checker: User, open_desk: Callable[[], Desk]
) -> None:
    desk = open_desk()
    desk.log_in("checker")
    page = desk.page
    page.goto("/articles/add/")
    said = page.get_by_text("The desk gave no answer.")
    too_large = {"status": 413, "body": "no", "content_type": "text/plain"}
    page.route("**/articles/upload/", lambda route: route.fulfill(**too_large))
    upload(page)
    expect(said).to_be_visible()
    page.unroute("**/articles/upload/")
    page.locator("input[type=file]").set_input_files([])
    page.evaluate("document.querySelector('input[type=file]').required = false")
    page.get_by_role("button", name="Upload").click()
    expect(page.get_by_text("This field is required.")).to_be_visible()
    expect(said).to_be_hidden()
    page.route("**/articles/upload/", lambda route: route.abort())
    upload(page)
    expect(said).to_be_visible()


def upload(page: Page) -> None:
    """Upload a file."""
    story = FilePayload(name="story.txt", mimeType="text/plain", buffer=STORY.encode())
    page.locator("input[type=file]").set_input_files([story])
    page.get_by_role("button", name="Upload").click()

"""What is typed survives what happens to windows and connections, in a real browser."""

from __future__ import annotations

from collections.abc import Callable

import pytest
from playwright.sync_api import Page, Route, expect

from factcheck.accounts.models import User
from reviews.models import QueueItem, Review, ReviewStatus
from reviews.services.leases import lease_take
from tests.browser.desk import Desk, enter
from tests.chromium import needs_chromium
from tests.concurrency.threads import at_once
from tests.deadlines import wait_until
from tests.factories import make_evidence, make_item

pytestmark = [pytest.mark.browser, needs_chromium, pytest.mark.timeout(180)]

SUMMARY = "The port handled 2.4 million containers."


@pytest.fixture
def item(transactional_db: None, fact_checker: User) -> QueueItem:
    """A claim with evidence that waits for a review."""
    waiting = make_item()
    make_evidence(waiting.claim, fact_checker)
    return waiting


@pytest.fixture
def desk(item: QueueItem, fact_checker: User, open_desk: Callable[[], Desk]) -> Desk:
    """A window of the fact-checker, who has taken the claim."""
    lease_take(item=item, actor=fact_checker)
    opened = open_desk()
    enter(opened.page.context, fact_checker, opened.home)
    opened.page.goto(f"/queue/{item.pk}/")
    return opened


def summary(page: Page) -> str:
    return page.get_by_label("Summary").input_value()


def complete(page: Page) -> None:
    """Type a review that can be submitted."""
    page.get_by_role("radio", name="False", exact=True).check()
    page.get_by_label("Summary").fill(SUMMARY)
    page.get_by_label("Rationale").fill("The yearly table of the bureau says so.")


def stored_reviews() -> list[tuple[str, str]]:
    """Return status and summary of all reviews; from a thread, as the browser holds this one."""
    found = at_once([lambda: list(Review.objects.values_list("status", "summary"))])[0]
    assert isinstance(found, list)
    return found


def wait_until_stored(status: str, text: str) -> None:
    """Return when there is one review, of this status and summary."""
    wait_until(lambda: stored_reviews() == [(status, text)], seconds=15, what=f"{text} is {status}")


def test_what_is_typed_offline_is_saved_when_the_line_is_back(desk: Desk) -> None:
    page = desk.page
    page.context.set_offline(True)
    page.get_by_label("Summary").fill(SUMMARY)
    expect(page.locator("#saved")).to_contain_text("Not saved yet – retrying")
    assert stored_reviews() == []
    page.context.set_offline(False)
    expect(page.locator("#saved")).to_contain_text("Saved", timeout=15_000)
    assert stored_reviews() == [(ReviewStatus.DRAFT, SUMMARY)]


def test_a_server_that_fails_is_asked_again(desk: Desk) -> None:
    page = desk.page
    page.route("**/review/", lambda route: route.fulfill(status=502, body="Bad gateway"))
    page.get_by_label("Summary").fill(SUMMARY)
    expect(page.locator("#saved")).to_contain_text("Not saved yet – retrying")
    page.unroute("**/review/")
    expect(page.locator("#saved")).to_contain_text("Saved", timeout=15_000)
    assert stored_reviews() == [(ReviewStatus.DRAFT, SUMMARY)]


def test_what_was_not_saved_is_there_again_after_a_reload(desk: Desk) -> None:
    page = desk.page
    page.route("**/review/", lambda route: route.abort())
    page.get_by_label("Rationale").fill("Typed into the dark.")
    expect(page.locator("#saved")).to_contain_text("Not saved yet")
    page.unroute("**/review/")
    page.route("**/review/", lambda route: route.abort())
    page.reload()
    expect(page.get_by_label("Rationale")).to_have_value("Typed into the dark.")
    expect(page.get_by_text("did not save stands here again")).to_be_visible()
    page.unroute("**/review/")
    expect(page.locator("#saved")).to_contain_text("Saved", timeout=15_000)
    desk.complaints.clear()  # the browser tells of the requests that were broken off
    desk.check()


def test_evidence_that_was_added_does_not_come_back_as_unsaved(desk: Desk) -> None:
    page = desk.page
    page.keyboard.press("e")
    page.get_by_label("Address", exact=True).fill("https://statistics.example/ports")
    page.get_by_label("What it does").select_option(label="speaks against it")
    page.get_by_role("button", name="Add evidence").click()
    expect(page.get_by_role("link", name="statistics.example/ports")).to_be_visible()
    page.reload()
    expect(page.get_by_role("link", name="statistics.example/ports")).to_be_visible()
    form = page.locator("#add-evidence")
    expect(form.get_by_text("did not save stands here again")).to_have_count(0)
    expect(form.get_by_label("Address", exact=True)).to_have_value("")


def test_whoever_signs_in_next_in_the_same_window_does_not_read_it(
    second_checker: User, item: QueueItem, desk: Desk
) -> None:
    page = desk.page
    page.route("**/review/", lambda route: route.abort())
    page.get_by_label("Rationale").fill("Typed by the first.")
    expect(page.locator("#saved")).to_contain_text("Not saved yet")
    page.get_by_role("button", name="Give back").click()
    page.get_by_text("checker", exact=True).first.click()
    page.get_by_role("button", name="Log out").click()
    desk.log_in(second_checker.username)
    page.goto(f"/queue/{item.pk}/")
    page.get_by_role("button", name="Take this claim").click()
    expect(page.get_by_label("Rationale")).to_have_value("")


def test_a_draft_typed_while_signed_out_is_saved_after_signing_in_again(desk: Desk) -> None:
    page = desk.page
    (session,) = [c["value"] for c in page.context.cookies() if c["name"] == "sessionid"]
    page.context.clear_cookies(name="sessionid")
    page.get_by_label("Summary").fill(SUMMARY)
    expect(page.locator("#saved")).to_contain_text("you are signed out")
    page.context.add_cookies([{"name": "sessionid", "value": session, "url": page.url}])
    wait_until_stored(ReviewStatus.DRAFT, SUMMARY)
    expect(page.locator("#saved [data-version]")).to_be_visible()


def test_an_answer_that_got_lost_is_no_clash(desk: Desk) -> None:
    page, lost = desk.page, []

    def lose(route: Route) -> None:
        lost.append(route.fetch().status)  # the server saves, the browser never learns of it
        route.abort()

    page.route("**/review/", lose, times=1)
    page.get_by_label("Summary").fill(SUMMARY)
    expect(page.locator("#saved")).to_contain_text("Saved", timeout=15_000)
    assert lost == [200]
    assert stored_reviews() == [(ReviewStatus.DRAFT, SUMMARY)]


def test_two_windows_with_one_review_show_what_differs_and_let_one_choose(desk: Desk) -> None:
    one, two = desk.page, desk.page.context.new_page()
    two.goto(one.url)
    one.get_by_label("Summary").fill("Typed in one window.")
    expect(one.locator("#saved")).to_contain_text("Saved")
    two.get_by_label("Summary").fill("Typed in another window.")
    two.get_by_label("Rationale").fill("Only here.")
    expect(two.locator("#saved")).to_contain_text("Not saved:")
    expect(two.locator("#saved del").first).to_have_text("one")
    assert summary(two) == "Typed in another window."
    Desk(two).check()
    two.get_by_role("button", name="Take the stored Summary").click()
    assert summary(two) == "Typed in one window."
    two.get_by_role("button", name="Save mine over it").click()
    expect(two.locator("#saved [data-version]")).to_be_visible()
    one.reload()
    assert summary(one) == "Typed in one window."
    expect(one.get_by_label("Rationale")).to_have_value("Only here.")


def test_mine_can_be_dropped_for_what_is_stored(desk: Desk) -> None:
    one, two = desk.page, desk.page.context.new_page()
    two.goto(one.url)
    one.get_by_label("Summary").fill("Typed in one window.")
    expect(one.locator("#saved")).to_contain_text("Saved")
    two.get_by_label("Summary").fill("Typed in another window.")
    two.get_by_role("link", name="Drop mine").click()
    expect(two.get_by_label("Summary")).to_have_value("Typed in one window.")
    assert stored_reviews() == [(ReviewStatus.DRAFT, "Typed in one window.")]


def test_a_double_click_on_submit_stores_one_review(desk: Desk) -> None:
    page = desk.page
    complete(page)
    page.get_by_role("button", name="Submit review").dblclick()
    expect(page.get_by_role("button", name="Submit review")).to_have_count(0)
    expect(page.get_by_text("Reviews: 1 of 1")).to_be_visible()
    assert stored_reviews() == [(ReviewStatus.SUBMITTED, SUMMARY)]
    desk.check()


def test_going_back_after_submitting_and_submitting_again_changes_nothing(desk: Desk) -> None:
    page = desk.page
    complete(page)
    page.get_by_role("button", name="Submit review").click()
    expect(page.get_by_text("Review submitted.")).to_be_visible()
    page.go_back()
    again = page.get_by_role("button", name="Submit review")
    if again.count():  # some browsers show the form as it was, some ask the server
        again.click()
    page.goto(page.url)
    expect(page.get_by_text("Reviews: 1 of 1")).to_be_visible()
    assert stored_reviews() == [(ReviewStatus.SUBMITTED, SUMMARY)]


def test_ctrl_enter_sends_the_form_one_types_in_and_the_review_only_from_its_own(
    desk: Desk,
) -> None:
    page = desk.page
    complete(page)
    wait_until_stored(ReviewStatus.DRAFT, SUMMARY)
    address = page.locator("[data-key=e]")
    page.keyboard.press("Escape")
    page.keyboard.press("e")
    address.fill("no address")  # the form says so, and keeps it
    address.press("Control+Enter")
    page.get_by_label("Summary").dispatch_event(
        "keydown", {"key": "Enter", "ctrlKey": True, "repeat": True, "bubbles": True}
    )
    expect(address).to_have_value("no address")
    address.fill("https://bureau.example/yearbook")
    page.get_by_label("What it does").select_option(label="speaks against it")
    with page.expect_request(lambda each: each.url.endswith("/evidence/")):
        address.press("Control+Enter")
    assert stored_reviews() == [(ReviewStatus.DRAFT, SUMMARY)]
    page.get_by_label("Summary").press("Control+Enter")
    wait_until_stored(ReviewStatus.SUBMITTED, SUMMARY)


def test_a_window_closed_in_the_middle_of_a_word_has_saved_it(desk: Desk) -> None:
    page = desk.page
    page.get_by_label("Summary").press_sequentially("The port hand")
    page.goto("/methodology/")
    wait_until_stored(ReviewStatus.DRAFT, "The port hand")


def test_a_stale_window_does_not_overwrite_the_first_verdict(desk: Desk) -> None:
    one = desk.page
    complete(one)
    one.get_by_role("button", name="Submit review").click()
    expect(one.get_by_text("Your verdict")).to_be_visible()
    two = one.context.new_page()
    two.goto(one.url)
    for page, words in ((one, "Written in one window."), (two, "Written in another window.")):
        page.get_by_label("Explanation").fill(words)
        page.get_by_role("button", name="Save verdict").click()
    expect(one.get_by_text("Verdict saved.")).to_be_visible()
    expect(two.get_by_role("alert")).to_contain_text("Compare, then save again")
    expect(two.get_by_label("Explanation")).to_have_value("Written in another window.")
    one.reload()
    expect(one.get_by_label("Explanation")).to_have_value("Written in one window.")
    two.get_by_role("button", name="Save mine over it").click()
    expect(two.get_by_text("Verdict saved.")).to_be_visible()
    expect(two.get_by_label("Explanation")).to_have_value("Written in another window.")

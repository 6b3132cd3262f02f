"""Evidence by its address alone, copied by a worker, read back without anything of it running."""

from __future__ import annotations

from collections.abc import Callable, Iterator

import pytest
from playwright.sync_api import expect

from factcheck.accounts.models import User
from reviews.models import QueueItem
from tests.browser.desk import Desk
from tests.chromium import needs_chromium
from tests.factories import make_item
from tests.services.test_copies import QUOTE
from tests.web.desk.test_copies import HOSTILE
from tests.web_server import PageServer
from tests.workers import Worker, empty_redis

pytestmark = [pytest.mark.browser, needs_chromium, pytest.mark.timeout(180)]


@pytest.fixture
def fetching_worker(transactional_db: None) -> Iterator[Worker]:
    """A worker that may fetch from this machine."""
    empty_redis()
    running = Worker(concurrency=1, FETCH_ALLOW_HOSTS="127.0.0.1", FETCH_HOST_PAUSE="0")
    try:
        running.start()
        yield running
    finally:
        running.kill()


@pytest.fixture
def item(transactional_db: None) -> QueueItem:
    """A claim that waits in the queue."""
    return make_item()


@pytest.mark.usefixtures("fetching_worker")
def test_an_address_becomes_a_copy_whose_programs_do_not_run(
    item: QueueItem, fact_checker: User, web_server: PageServer, open_desk: Callable[[], Desk]
) -> None:
    desk = open_desk()
    page = desk.page
    page.on("dialog", lambda dialog: desk.complaints.append(dialog.message))
    desk.log_in(fact_checker.username)
    page.goto(f"/queue/{item.pk}/")
    page.get_by_role("button", name="Take").first.click()
    panel = page.locator("#evidence")
    panel.get_by_label("Address").fill(web_server.place("/evil", HOSTILE))
    panel.get_by_label("Quoted passage").fill(QUOTE)
    panel.get_by_label("What it does").select_option("against")
    panel.get_by_role("button", name="Add evidence").click()
    kept = panel.get_by_role("link", name="Copy kept on")
    expect(kept).to_be_visible(timeout=60_000)
    expect(panel).to_contain_text("found in the copy")
    expect(panel.get_by_role("link", name="Throughput", exact=True)).to_be_visible()
    desk.check()
    kept.click()
    expect(page.locator("mark")).to_have_text(QUOTE)
    expect(page.locator("article")).to_contain_text("<script>alert(4)</script>")
    desk.check()
    page.set_viewport_size({"width": 360, "height": 740})
    desk.check()
    with page.expect_download() as download:
        page.get_by_role("link", name="Download the bytes").click()
    assert download.value.path().read_bytes() == HOSTILE.encode()
    assert desk.complaints == []

"""The hold on a claim as the page keeps it: heartbeats, the clock, running out, in a browser."""

from __future__ import annotations

import datetime
from collections.abc import Callable
from typing import Any

import pytest
from django.utils import timezone
from playwright.sync_api import Page, expect

from factcheck.accounts.models import User
from reviews.models import Lease, LeaseEnd, QueueItem
from reviews.services.leases import leases_expire
from tests.browser.desk import Desk
from tests.chromium import needs_chromium
from tests.concurrency.threads import at_once
from tests.deadlines import wait_until
from tests.factories import make_item

pytestmark = [pytest.mark.browser, needs_chromium, pytest.mark.timeout(180)]


@pytest.fixture
def item(transactional_db: None, settings: Any) -> QueueItem:
    """A claim that waits, on a desk whose pages tell every second that they are alive."""
    settings.LEASE_HEARTBEAT_SECONDS = 1
    return make_item()


def taken(item: QueueItem, person: User, open_desk: Callable[[], Desk]) -> Page:
    desk = open_desk()
    desk.log_in(person.username)
    desk.page.goto(f"/queue/{item.pk}/")
    desk.page.get_by_role("button", name="Take this claim").click()
    desk.sees("Yours until")
    return desk.page


def in_database(call: Callable[[], Any]) -> Any:
    """Return what `call` returns; in a thread, as the browser holds this one."""
    return at_once([call])[0]


def runs_out_in(seconds: float) -> None:
    now = timezone.now()
    in_database(
        lambda: Lease.objects.filter(ended_at__isnull=True).update(
            taken_at=now - datetime.timedelta(hours=1),
            expires_at=now + datetime.timedelta(seconds=seconds),
        )
    )


def test_an_open_page_keeps_its_hold_and_shows_the_time_left(
    item: QueueItem, fact_checker: User, open_desk: Callable[[], Desk]
) -> None:
    page = taken(item, fact_checker, open_desk)
    runs_out_in(60)
    soon = timezone.now() + datetime.timedelta(minutes=5)
    wait_until(
        lambda: in_database(lambda: Lease.objects.get().expires_at) > soon,
        seconds=20,
        what="the page extends the hold",
    )
    expect(page.locator("#lease-clock [data-left]")).to_contain_text(":")


def test_a_hold_that_ran_out_keeps_the_text_and_taking_again_brings_it_back(
    item: QueueItem, fact_checker: User, open_desk: Callable[[], Desk]
) -> None:
    page = taken(item, fact_checker, open_desk)
    runs_out_in(-1)
    assert in_database(leases_expire) == 1
    page.get_by_label("Summary").fill("Typed a moment too late.")
    expect(page.locator("#saved")).to_contain_text("You do not hold this claim any more")
    expect(page.get_by_label("Summary")).to_have_value("Typed a moment too late.")
    page.reload()
    page.get_by_role("button", name="Take this claim").click()
    expect(page.get_by_label("Summary")).to_have_value("Typed a moment too late.")
    expect(page.locator("#saved [data-version]")).to_be_visible()
    ends = in_database(lambda: list(Lease.objects.order_by("id").values_list("end", flat=True)))
    assert ends == [LeaseEnd.EXPIRED, ""]
    page.get_by_text("History").click()
    expect(page.locator(".history")).to_contain_text("expired")

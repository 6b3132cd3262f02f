"""The main job, from a pasted article to a line in a report, in a real browser."""

from __future__ import annotations

import csv
import json
import re
from collections.abc import Callable
from pathlib import Path
from typing import Any

import pytest
from playwright.sync_api import Page, expect

from factcheck.accounts.models import User
from tests.browser.desk import Desk
from tests.chromium import needs_chromium

# One outlet and no speaker: nothing asks for a second review.
ARTICLE = """Harbour sets a record

Tanjung Biru, 3 March 2025 - The port of Tanjung Biru handled 5.2 million containers in 2024, \
up 12% from the year before.

Ships queued for days in the strait. What comes next?
"""
CLAIM = "handled 5.2 million containers"
SUMMARY = "The port handled 2.4 million containers in 2024, not 5.2 million."

pytestmark = [pytest.mark.browser, needs_chromium, pytest.mark.timeout(180)]


@pytest.mark.usefixtures("worker")
def test_an_article_becomes_a_published_verdict_and_a_line_in_a_report(
    fact_checker: User, editor: User, open_desk: Callable[[], Desk], tmp_path: Path
) -> None:
    checker, chief, reader = open_desk(), open_desk(), open_desk()
    checker.log_in(fact_checker.username)
    paste_article(checker)
    take_the_claim(checker)
    add_evidence(checker)
    review(checker)

    chief.log_in(editor.username)
    sign_off_and_publish(chief)
    read(reader)
    rows = report(chief, tmp_path)
    assert [row for row in rows if SUMMARY in row.values()]


def paste_article(desk: Desk) -> None:
    page = desk.page
    page.goto("/articles/add/")
    desk.check()
    page.get_by_label("Text", exact=True).fill(ARTICLE)
    page.get_by_label("Title").fill("Harbour sets a record")
    page.get_by_label("Outlet").fill("Strait Courier")
    page.get_by_role("button", name="Take in").click()
    # The page follows the worker by itself until the claims are in the queue.
    expect(page.locator("mark", has_text=CLAIM).first).to_be_visible(timeout=60_000)
    desk.check()


def take_the_claim(desk: Desk) -> None:
    page = desk.page
    page.goto("/queue/")
    expect(page.get_by_role("link", name=re.compile(CLAIM))).to_be_visible()
    desk.check()
    page.keyboard.press("j")
    expect(page.locator("[data-step]").first).to_be_focused()
    page.get_by_role("button", name=re.compile("Take next")).click()
    expect(page.locator("#claim")).to_contain_text(CLAIM)
    expect(page.get_by_text("Yours until")).to_be_visible()
    desk.check()


def add_evidence(desk: Desk) -> None:
    page = desk.page
    page.get_by_label("Address").fill("https://statistics.example/ports/2024")
    page.get_by_label("Publisher").fill("Bureau of Statistics")
    page.get_by_label("Quoted passage").fill("Throughput came to 2.4 million containers.")
    page.get_by_label("What it does").select_option(label="speaks against it")
    page.get_by_role("button", name="Add evidence").click()
    expect(page.get_by_role("checkbox", name="used")).to_be_checked()


def review(desk: Desk) -> None:
    page = desk.page
    page.locator("h1").click()
    page.keyboard.press("2")
    expect(page.get_by_role("radio", name="False", exact=True)).to_be_checked()
    page.get_by_label("Summary").fill(SUMMARY)
    page.get_by_label("Rationale").fill("The yearly table of the bureau gives 2.4 million.")
    expect(page.locator("#saved")).to_contain_text("Saved")
    desk.check()
    page.keyboard.press("Control+Enter")
    expect(page.get_by_text("Review submitted.")).to_be_visible()
    desk.check()


def sign_off_and_publish(desk: Desk) -> None:
    page = desk.page
    page.goto("/sign-off/")
    desk.check()
    page.get_by_role("link", name=re.compile(CLAIM)).click()
    desk.check()
    page.get_by_label("Why this evidence is enough").fill("Nobody else counts.")
    page.get_by_role("button", name="Sign off").click()
    page.get_by_role("button", name="Publish").click()
    expect(page.get_by_text("Published. Readers can see it now.")).to_be_visible()
    desk.check()


def read(desk: Desk) -> None:
    page = desk.page
    page.goto("/")
    desk.check()
    page.get_by_role("link", name=re.compile(CLAIM)).first.click()
    expect(page.get_by_text(SUMMARY).first).to_be_visible()
    published = claim_review(page)
    assert published["@type"] == "ClaimReview"
    assert CLAIM in str(published["claimReviewed"])
    assert published["reviewRating"]["ratingValue"] == 1
    desk.check()


def claim_review(page: Page) -> dict[str, Any]:
    text = page.locator('script[type="application/ld+json"]').text_content()
    found: dict[str, Any] = json.loads(text or "")
    return found


def report(desk: Desk, folder: Path) -> list[dict[str, str]]:
    page = desk.page
    page.goto("/reports/")
    page.get_by_label("Period").select_option("the days below")
    expect(page.locator("#preview")).to_contain_text("1 verdict")
    desk.check()
    page.get_by_label("Period").select_option("this month")
    page.get_by_role("button", name="Build report").click()
    link = page.get_by_role("link", name="Download")
    expect(link).to_be_visible(timeout=30_000)
    desk.check()
    with page.expect_download() as download:
        link.click()
    download.value.save_as(folder / "report.csv")
    with (folder / "report.csv").open(encoding="utf-8-sig", newline="") as file:
        return list(csv.DictReader(file))

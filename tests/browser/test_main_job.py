"""The main job, from an article that comes in to a line in a report, in a real browser.

Two people review, an editor decides, a reader reads: in each language of the pages, at a laptop and
with a telephone, by day and by night, with a mouse and without.
"""

from __future__ import annotations

import csv
import json
import re
from collections.abc import Iterator
from pathlib import Path
from typing import Any, NamedTuple

import pytest
from playwright.sync_api import Page, expect

from factcheck.accounts.models import User
from tests.browser.desk import Desk, OpenDesk
from tests.browser.dresses import DRESSES, Dress
from tests.browser.page_faults import cut_text
from tests.chromium import needs_chromium
from tests.factories import PASSWORD
from tests.workers import Worker, empty_redis


class Story(NamedTuple):
    """An article with one claim, words of the claim, and what people find out about it."""

    article: str
    claim: str
    summary: str


STORIES = {
    "en": Story(
        "Harbour sets a record\n\n"
        "Tanjung Biru, 3 March 2025 - The port of Tanjung Biru handled 5.2 million containers in"
        " 2024, up 12% from the year before.\n\n"
        "Ships queued for days in the strait. What comes next?\n",
        "handled 5.2 million containers",
        "The port handled 2.4 million containers in 2024, not 5.2 million.",
    ),
    "id": Story(
        "Pabrik pengalengan tumbuh\n\n"
        "Muara Tenang, 3 Maret 2025 - Pabrik pengalengan di Muara Tenang memproduksi 41.000 ton"
        " ikan kaleng sepanjang 2024, naik 8 persen dari tahun sebelumnya.\n\n"
        "Banyak nelayan menunggu di dermaga. Apa yang akan terjadi selanjutnya?\n",
        "memproduksi 41.000 ton ikan kaleng",
        "Pabrik itu memproduksi 14.000 ton pada 2024, bukan 41.000 ton.",
    ),
    "zh-hans": Story(
        "图书馆创下纪录\n\n"
        "青禾市3月3日电 青禾市的公共图书馆2024年共借出310万册图书,比上一年增加12%。\n\n"
        "读者在门口排起了长队。接下来会怎样?\n",
        "共借出310万册图书",
        "借出的是130万册,不是310万册。",
    ),
    "zh-hant": Story(
        "電車乘客增加\n\n"
        "海口鎮的電車2024年共載運540萬名乘客,比前一年增加9%。\n\n"
        "許多人在月台上等候。接下來會怎樣?\n",
        "共載運540萬名乘客",
        "載運的是450萬名,不是540萬名。",
    ),
}

pytestmark = [
    pytest.mark.browser,
    needs_chromium,
    pytest.mark.timeout(180),
    pytest.mark.django_db(transaction=True),
]


@pytest.fixture(scope="module")
def worker(django_db_setup: None) -> Iterator[None]:
    """Run a worker that has every claim reviewed by two people."""
    empty_redis()
    running = Worker(concurrency=1, SECOND_REVIEW_SHARE="1")
    try:
        running.start()
        yield
    finally:
        running.kill()


@pytest.fixture
def people(fact_checker: User, second_checker: User, editor: User) -> tuple[User, User, User]:
    """Two who review, and who decides."""
    return fact_checker, second_checker, editor


@pytest.mark.usefixtures("worker")
@pytest.mark.parametrize("dress", DRESSES, ids=str)
def test_an_article_becomes_a_published_verdict_and_a_line_in_a_report(
    dress: Dress, people: tuple[User, User, User], open_desk: OpenDesk, tmp_path: Path
) -> None:
    fact_checker, second_checker, editor = people
    story = STORIES[dress.language]
    checker, second, chief = open_desk(dress), open_desk(dress), open_desk(dress)
    log_in(checker, fact_checker)
    paste_article(checker, story)
    take_the_claim(checker, story)
    add_evidence(checker)
    review(checker, story)

    second.log_in(second_checker.username)
    take_the_claim(second, story)
    review(second, story)

    chief.log_in(editor.username)
    sign_off_and_publish(chief, story)
    read(open_desk(dress, scripts=False), story)
    rows = report(chief, story, tmp_path)
    assert [row for row in rows if story.summary in row.values()]


def log_in(desk: Desk, person: User) -> None:
    """Log in by the form, to which the first page leads."""
    desk.page.goto("/queue/")
    desk.check()
    desk.type(desk.page.get_by_label(desk.says("username")), person.username)  # of Django
    desk.type(desk.field("Password"), PASSWORD)
    desk.press(desk.button("Log in"))
    expect(desk.page).to_have_url(re.compile("^[^?]+/queue/$"))


def paste_article(desk: Desk, story: Story) -> None:
    """Hand in the article, and watch its stages until its claim is in the queue."""
    page = desk.page
    page.goto("/articles/add/")
    desk.check()
    desk.type(desk.field("Text"), story.article)
    desk.type(desk.field("Outlet"), "Strait Courier")
    desk.press(desk.button("Take in"))
    # The page follows the worker by itself until the claims are in the queue.
    expect(page.locator("mark", has_text=story.claim).first).to_be_visible(timeout=60_000)
    expect(page.locator("#progress[hx-get]")).to_have_count(0, timeout=60_000)
    desk.check()


def take_the_claim(desk: Desk, story: Story) -> None:
    """Find the claim in the queue, and take it."""
    page = desk.page
    page.goto("/queue/")
    row = page.get_by_role("link", name=re.compile(story.claim))
    expect(row).to_be_visible()
    desk.check()
    if desk.dress.by_keyboard:
        page.keyboard.press("j")
        expect(row).to_be_focused()
        page.keyboard.press("Enter")
        desk.press(desk.button("Take this claim"))
    else:
        desk.press(desk.button("Take next"))
    expect(page.locator("h1")).to_contain_text(story.claim)
    desk.sees("Yours until")
    expect(page.locator("#claim-title")).to_be_focused()
    desk.check()


def add_evidence(desk: Desk) -> None:
    desk.type(desk.field("Address"), "https://statistics.example/ports/2024", key="e")
    desk.choose(desk.field("What it does"), "speaks against it")
    desk.type(desk.field("Quoted passage"), "The table has another figure.")
    desk.press(desk.page.get_by_text(desk.says("Title, publisher, note")))
    desk.type(desk.field("Publisher"), "Bureau of Statistics")
    desk.press(desk.button("Add evidence"))
    expect(desk.page.get_by_role("checkbox", name=desk.says("used"))).to_be_checked()


def review(desk: Desk, story: Story) -> None:
    """Rate the claim, write why, and hand it in once it was saved by itself."""
    page = desk.page
    rating = page.get_by_role("radio").nth(1)
    desk.press(rating, key="2")
    expect(rating).to_be_checked()
    desk.type(desk.field("Summary"), story.summary, key="s")
    desk.type(desk.field("Rationale"), "The yearly table of the bureau says so.", key="r")
    expect(page.locator("#saved [data-version]")).to_be_visible()
    desk.check()
    desk.press(desk.button("Submit review"), key="Control+Enter")
    desk.sees("Review submitted. Thank you.")
    desk.check()


def sign_off_and_publish(desk: Desk, story: Story) -> None:
    """Follow what the gate misses to the form, sign off with the reason, and publish."""
    page = desk.page
    page.goto("/sign-off/")
    desk.check()
    desk.press(page.get_by_role("link", name=re.compile(story.claim)))
    expect(page.locator("h1")).to_contain_text(story.claim)
    desk.check()
    desk.press(page.locator("main").get_by_role("link", name=desk.says("Sign off"), exact=True))
    expect(page.locator("#sign-off")).to_be_focused()
    desk.type(desk.field("Why this evidence is enough"), "Nobody else counts.")
    desk.press(desk.button("Sign off"))
    desk.press(desk.button("Publish"))
    desk.sees("Published. Readers can see it now.")
    desk.check()


def read(desk: Desk, story: Story) -> None:
    """Find the verdict and read it, in a browser that runs no script."""
    page = desk.page
    page.goto("/")
    desk.press(page.get_by_role("link", name=re.compile(story.claim)))
    expect(page.get_by_text(story.summary).first).to_be_visible()
    published = claim_review(page)
    assert published["@type"] == "ClaimReview"
    assert story.claim in str(published["claimReviewed"])
    assert published["reviewRating"]["ratingValue"] == 1
    assert [*desk.complaints, *cut_text(page)] == []


def claim_review(page: Page) -> dict[str, Any]:
    text = page.locator('script[type="application/ld+json"]').text_content()
    found: dict[str, Any] = json.loads(text or "")
    return found


def report(desk: Desk, story: Story, folder: Path) -> list[dict[str, str]]:
    """See on the dashboard that something was done, and take it away as a table."""
    page = desk.page
    page.goto("/dashboard/")
    expect(page.locator(".totals")).to_be_visible()
    desk.check()
    page.goto("/reports/")
    desk.choose(desk.field("Period"), "the days below")
    expect(page.locator("#preview")).to_contain_text(story.summary)
    desk.check()
    desk.choose(desk.field("Period"), "this month")
    desk.press(desk.button("Build report"))
    link = desk.link("Download")
    expect(link).to_be_visible(timeout=30_000)
    desk.check()
    with page.expect_download() as download:
        desk.press(link)
    download.value.save_as(folder / "report.csv")
    with (folder / "report.csv").open(encoding="utf-8-sig", newline="") as file:
        return list(csv.DictReader(file))

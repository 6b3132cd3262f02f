"""An HTML report can be read by everybody: wide or narrow, by day or at night, seen or heard."""

from __future__ import annotations

from typing import Literal

import pytest
from axe_playwright_python.sync_playwright import Axe
from playwright.sync_api import Browser

from reviews.exports.documents.entry import (
    Entry,
    Fact,
    Group,
    Notice,
    Piece,
    Place,
    Reply,
    Words,
)
from reviews.exports.documents.front import Chart, Front
from reviews.exports.documents.html import Page
from reviews.exports.documents.tally import Bar
from tests.chromium import needs_chromium

pytestmark = [pytest.mark.browser, needs_chromium]

SCHEMES: list[Literal["light", "dark"]] = ["light", "dark"]
CLAIM = Words("市长说,新码头花费了3100万美元。", "zh-Hans")
LONG = Words("https://statistics.example/" + "tables" * 40, "")
NONE = Words("", "")
TELUK = Words("Suara Teluk", "id")
DIGEST = Fact("SHA-256 of the content", "8ce8a69c" * 8)
ENTRY = Entry(
    key="verdict-1-2", number=1, line="", group=Group("", "March 2026"), rating="False",
    colour="#a4161a", status="retracted", claim=CLAIM, clarified=CLAIM, language="Chinese",
    notices=(Notice("retracted", "Retracted.", Words("It was another year.", "en")),),
    speaker=Words("市长", "zh-Hans"), outlets=(TELUK,), summary=Words("It was less.", "en"),
    explanation=(Words("The report names 19 million.", "en"),) * 2, no_evidence=NONE,
    evidence=(Piece("context", "primary", LONG, LONG.text, Words("Bureau", "en"), CLAIM, NONE),),
    replies=(Reply("The mayor was asked on 2 March and said:", Words("No.", "en")),),
    places=(Place(TELUK, "1 March 2026", CLAIM, "https://teluk.example/1", CLAIM),),
    record=(Fact("Version", "2"), DIGEST), url="https://desk.example/verdicts/1/",
)  # fmt: skip
FRONT = Front(
    title="Verdicts of March",
    desk="Harbour Desk",
    language="en",
    facts=(Fact("Published", "any day"), DIGEST),
    charts=(Chart("Ratings", (Bar("False", 1, 100.0, "#a4161a"),)),),
)


def page_of(entry: Entry) -> str:
    """Return the page of a report with one entry."""
    page = Page()
    before, behind = page.contents_of(entry.group, 1)
    opening, closing = page.section_of(entry.group, 1)
    contents = before + page.line(entry) + behind
    entries = opening + page.entry(entry) + closing
    return page.head(FRONT) + contents + page.between(1) + entries + page.tail()


@pytest.mark.parametrize("scheme", SCHEMES)
def test_axe_finds_nothing_and_nothing_is_wider_than_a_phone(
    browser: Browser, scheme: Literal["light", "dark"]
) -> None:
    page = browser.new_page(color_scheme=scheme, viewport={"width": 360, "height": 800})
    page.set_content(page_of(ENTRY))
    found = Axe().run(page)
    assert found.violations_count == 0, found.generate_report()
    assert page.evaluate("document.documentElement.scrollWidth") == 360
    assert page.locator("article [lang='zh-Hans']").count() == 6
    page.keyboard.press("Tab")
    assert page.evaluate("document.activeElement.textContent") == "Skip to the verdicts"
    page.close()

"""Words selected in a text: a claim of an article's, a quotation of a copy's."""

from __future__ import annotations

from collections.abc import Callable

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st
from playwright.sync_api import Page, expect

from claims.models import Article, Evidence, SentenceMark
from factcheck import flow
from factcheck.accounts.models import User
from reviews.models import QueueItem
from tests.browser.desk import Desk
from tests.chromium import needs_chromium
from tests.factories import keep_copy, make_article, make_claim, make_evidence

ARTICLE = """Tanjung Biru, 3 March 2025 - The port of Tanjung Biru handled 5.2 million containers \
in 2024, up 12% from the year before. Nobody asked 😀 why.

  The old pier 𠮷𠮷 has seen better days by anybody.
"""
# Over a mark, its score and a blank line, with emoji on both sides of where it begins and ends.
WORDS = "😀 why.\n\n  The old pier 𠮷𠮷"
SELECT = """([text, start, end]) => {
  const nodes = [];
  const walker = document.createTreeWalker(document.querySelector(text), NodeFilter.SHOW_TEXT);
  while (walker.nextNode()) nodes.push(walker.currentNode);
  const first = nodes.find((node) => node.data.includes(start));
  const last = nodes.findLast((node) => node.data.includes(end));
  document.getSelection().setBaseAndExtent(
    first, first.data.indexOf(start), last, last.data.lastIndexOf(end) + end.length);
}"""
OFFSETS = """async ([text, from, to]) => {
  const { chosen } = await import(document.querySelector("script[src*=passages]").src);
  const box = document.createElement("div");
  const paragraph = box.appendChild(document.createElement("p"));
  paragraph.dataset.start = 7;
  paragraph.append(text.slice(0, 1), document.createElement("mark"));
  paragraph.lastChild.append(text.slice(1));
  const found = document.createRange();
  const at = (offset) => offset <= 1 ? [paragraph.firstChild, offset]
    : [paragraph.lastChild.firstChild, offset - 1];
  found.setStart(...at(from));
  found.setEnd(...at(to));
  return chosen(box, found);
}"""

pytestmark = [pytest.mark.browser, needs_chromium, pytest.mark.timeout(180)]


@pytest.fixture
def article(transactional_db: None) -> Article:
    """An article the machine is done with."""
    received = make_article(ARTICLE)
    flow.advance(received.pk)
    return Article.objects.get(pk=received.pk)


def units(text: str) -> int:
    """Return the length of `text` as a browser counts it."""
    return len(text.encode("utf-16-le")) // 2


def offsets_hold(page: Page) -> None:
    """Try the counting of the page with texts whose characters are one or two units long."""

    @settings(max_examples=60, deadline=None, suppress_health_check=list(HealthCheck))
    @given(text=st.text("a水😀𠮷", min_size=2, max_size=9), data=st.data())
    def tried(text: str, data: st.DataObject) -> None:
        text = f"x{text}"  # the first piece is one unit long
        start = data.draw(st.integers(0, len(text) - 1))
        end = data.draw(st.integers(start + 1, len(text)))
        found = page.evaluate(OFFSETS, [text, units(text[:start]), units(text[:end])])
        assert found == {"start": 7 + start, "end": 7 + end, "words": text[start:end]}

    tried()


def test_words_selected_on_a_phone_become_a_claim(
    article: Article, fact_checker: User, open_desk: Callable[[], Desk]
) -> None:
    desk = open_desk()
    desk.log_in(fact_checker.username)
    page = desk.page
    page.set_viewport_size({"width": 360, "height": 740})
    page.goto(f"/articles/{article.pk}/")
    offsets_hold(page)
    button = page.locator("[data-passage-button]")
    expect(button).to_be_hidden()
    page.evaluate(SELECT, [".article-text", "😀 why.", "The old pier 𠮷𠮷"])
    expect(button).to_be_in_viewport(ratio=1)
    desk.check()
    button.click()
    expect(page.locator("#messages")).to_contain_text("Marked.")
    mark = SentenceMark.objects.get()
    assert article.text[mark.start : mark.end] == WORDS
    expect(page.locator(".found:target")).to_contain_text("raised by a person")
    desk.check()


def test_words_typed_beside_a_review_become_a_claim_by_keyboard(
    article: Article, fact_checker: User, open_desk: Callable[[], Desk]
) -> None:
    item = QueueItem.objects.get()
    desk = open_desk()
    desk.log_in(fact_checker.username)
    page = desk.page
    page.goto(f"/queue/{item.pk}/")
    page.keyboard.press("m")
    words = page.get_by_label("Words of the article that make a claim")
    expect(words).to_be_focused()
    page.keyboard.type("5.2 million containers in 2024")
    page.keyboard.press("Tab")
    page.keyboard.press("Enter")
    refusal = page.locator("#passage-result")
    expect(refusal.get_by_role("alert")).to_contain_text("part of a claim already")
    expect(refusal.get_by_role("link", name="Open that claim")).to_be_visible()
    expect(words).to_have_value("5.2 million containers in 2024")
    desk.complaints.clear()  # of the status 409
    desk.check()
    words.fill("the OLD pier 𠮷𠮷 has seen")
    words.press("Tab")
    page.keyboard.press("Enter")
    expect(page.get_by_role("button", name="Take back")).to_be_visible()
    expect(words).to_have_value("")
    mark = SentenceMark.objects.get()
    assert article.text[mark.start : mark.end] == "The old pier 𠮷𠮷 has seen"
    desk.check()


def test_words_selected_in_a_copy_become_the_quotation(
    transactional_db: None, fact_checker: User, open_desk: Callable[[], Desk]
) -> None:
    evidence = keep_copy(make_evidence(make_claim(), fact_checker), ARTICLE)
    desk = open_desk()
    desk.log_in(fact_checker.username)
    page = desk.page
    page.goto(f"/evidence/{evidence.pk}/copy/")
    page.evaluate(SELECT, [".article-text", "😀 why.", "The old pier 𠮷𠮷"])
    page.locator("[data-passage-button]").click()
    expect(page.locator("mark").first).to_contain_text("😀 why.")
    assert Evidence.objects.get().quote == WORDS
    page.get_by_text("Choose the quotation").press("Enter")
    words = page.get_by_label("Quotation", exact=True)
    words.fill("nobody Asked")
    desk.check()
    words.press("Tab")
    page.keyboard.press("Enter")
    expect(page.locator("mark")).to_have_text("Nobody asked")
    assert Evidence.objects.get().quote == "Nobody asked"
    desk.check()

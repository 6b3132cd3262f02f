"""A comment on words of an article: from the selection to the comment, its place, and back."""

from __future__ import annotations

from collections.abc import Callable

import pytest
from playwright.sync_api import expect

from factcheck.accounts.models import User
from reviews.models import Comment
from tests.browser.desk import Desk
from tests.browser.test_holds import in_database
from tests.browser.test_passages import SELECT
from tests.chromium import needs_chromium
from tests.factories import make_appearance, make_article, make_item

TEXT = "Quay 😀 carried ten.\n\n" + "The weather was mild.\n\n" * 40 + "Berth 𠮷 closed in May."

pytestmark = [pytest.mark.browser, needs_chromium, pytest.mark.timeout(180)]


def test_words_selected_in_the_article_are_commented_on_and_found_again(
    transactional_db: None, editor: User, open_desk: Callable[[], Desk]
) -> None:
    article = make_article(TEXT)
    item = make_item()
    make_appearance(item.claim, article=article, end=20)
    desk = open_desk()
    desk.log_in(editor.username)
    page = desk.page
    page.set_viewport_size({"width": 360, "height": 740})
    page.goto(f"/queue/{item.pk}/")
    page.evaluate(SELECT, [".source__text", "Berth 𠮷", "closed"])
    button = page.get_by_role("button", name="Comment on this")
    expect(button).to_be_in_viewport(ratio=1)
    assert page.evaluate("document.documentElement.scrollWidth") <= 360
    page.locator(".source__text").focus()
    page.keyboard.press("c")
    text = page.get_by_label("Say something about this claim")
    expect(text).to_be_focused()
    expect(page.get_by_label("Words of the article", exact=True)).to_have_value("Berth 𠮷 closed")
    desk.check()
    page.keyboard.type("Which pier?")
    page.keyboard.press("Control+Enter")
    quote = page.locator(".comment__quote a")
    expect(quote).to_have_text("Berth 𠮷 closed")
    expect(page.get_by_label("Words of the article", exact=True)).to_have_value("")
    comment = in_database(Comment.objects.get)
    assert TEXT[comment.start : comment.end] == comment.quote

    quote.click()
    shown = page.locator(".commented--shown")
    expect(shown).to_have_text("Berth 𠮷 closed")
    expect(shown).to_be_in_viewport(ratio=1)
    desk.check()
    page.reload()
    expect(shown).to_be_in_viewport(ratio=1)
    sign = page.get_by_role("link", name="Comment by editor on the words that follow")
    expect(sign).to_be_focused()
    page.keyboard.press("Enter")
    expect(page.locator(".comment:target")).to_be_in_viewport()
    desk.check()

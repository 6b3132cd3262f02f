"""Text in another language than the page's says so: voices and glyphs follow from that."""

from __future__ import annotations

import re
from typing import Any

import lxml.html
import pytest
from django.test import Client

from claims.models import Appearance, Article, Claim, Evidence
from tests.browser.pages import GUEST, PAGES, break_server
from tests.browser.shared_desk import SharedDesk

CHINESE = re.compile(r"[\u4e00-\u9fff]")
# In a list of choices no browser tells languages apart, and a title is a single text.
WITHOUT = {"option", "title", "script", "style", "textarea"}
# No speaker: a name stands within sentences of the page's own language.
CLAIM = {"text": "港口去年處理了五百萬個貨櫃。"}
QUOTE = {"quote": "全年吞吐量為二百四十萬個貨櫃。", "title": "統計年報"}


def unnamed(element: Any, language: str = "") -> list[str]:
    """Return the Chinese texts under `element` of which nothing says that they are Chinese."""
    if not isinstance(element.tag, str) or element.tag in WITHOUT:
        return []
    language = element.get("lang", language)
    texts = [element.text or "", *(child.tail or "" for child in element)]
    own = [text.strip() for text in texts if CHINESE.search(text) and language[:2] != "zh"]
    return own + [text for child in element for text in unnamed(child, language)]


def test_it_finds_a_text_that_does_not_say_its_language() -> None:
    page = '<html lang="en"><p>門 <b lang="zh-Hant">門 <i>開</i></b>窗</p></html>'
    assert unnamed(lxml.html.fromstring(page)) == ["門", "窗"]


@pytest.mark.django_db
def test_what_articles_claims_and_evidence_say_carries_its_language_on_every_page(
    settings: Any, subtests: pytest.Subtests
) -> None:
    settings.WEBHOOK_ALLOW_HOSTS = ["127.0.0.1"]
    desk = SharedDesk()
    ways = {row: row.where(desk) for row in PAGES if row.before is not break_server}
    Claim.objects.filter(language="en").update(language="zh-Hant", **CLAIM)
    Evidence.objects.update(**QUOTE)
    Article.objects.update(title="港口貨櫃", language="zh-Hant")
    Appearance.objects.update(text=CLAIM["text"])
    for row, way in ways.items():
        client = Client()
        if row.who != GUEST:
            client.force_login(desk.person(row.who))
        page = client.get(way).content.decode()
        with subtests.test(row.name):
            assert unnamed(lxml.html.fromstring(page)) == []

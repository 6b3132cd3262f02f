"""Nothing that people read stays English: every page and state, in a made-up language."""

from __future__ import annotations

import re
from collections.abc import Iterator
from typing import Any

import pytest
from django.apps import apps
from django.conf import settings as django_settings
from django.test import Client
from django.utils import translation

from reviews.domain.practice_texts import TEXTS
from tests.browser.pages import GUEST, PAGES, break_server
from tests.browser.shared_desk import SharedDesk
from tests.pseudo_language import CODE, MARK, pseudo_language
from tests.web.languages.reading import said_by

OURS = ("accounts", "audit", "claims", "reviews")
WORD = re.compile(rf"[A-Za-z]{{2,}}(?!{MARK})")
# What people wrote has a blank, a capital or a digit; what has none may be a code shown by mistake.
WRITTEN = re.compile(r"[ A-Z0-9]")
# The same in all languages: names, addresses, digests and units of the figures people gave.
NAMES = re.compile(
    r"https?://\S*|\{\w+\}|/[\w/?=-]+|\b\w+\.txt\b|\b[0-9a-f]{40,}\b|\butf-8\b|\d ha\b|\bUS\$"
    r"|\b(?:ClaimReview|Markdown|JSON Lines|JSON-LD|JSON|CSV|HTML|PDF|SHA|ID|URL|API|UTC)\b"
)

SHOWN = 59  # characters of a text that is shortened, at least


def texts_of(value: Any) -> Iterator[str]:
    """Yield the texts in a value of a row, also those within JSON."""
    if isinstance(value, str):
        yield value
    elif isinstance(value, (dict, list, tuple)):
        for each in value.values() if isinstance(value, dict) else value:
            yield from texts_of(each)


def stored_texts() -> set[str]:
    """Return all texts the database holds."""
    return {
        text
        for app in OURS
        for model in apps.get_app_config(app).get_models()
        for row in model._default_manager.values()
        for value in row.values()
        for text in texts_of(value)
    }


def written(stored: set[str]) -> list[str]:
    """Return what people wrote, longest first."""
    texts = {text for text in stored if WRITTEN.search(text) and len(text) > 2}
    names = {django_settings.SITE_NAME, *(name for _code, name in django_settings.LANGUAGES)}
    return sorted(texts | names, key=len, reverse=True)


def english_in(text: str, known: list[str]) -> list[str]:
    """Return the words of `text` that were not translated and are of nobody's `known` texts."""
    for each in known:
        if each in text:
            text = text.replace(each, " ")
        elif "…" in text and len(each) > SHOWN:
            text = without_start(text, each)
    return WORD.findall(NAMES.sub(" ", text))


def without_start(text: str, each: str) -> str:
    """Return `text` without `each` where it stands shortened: its first words and a "…"."""
    start = text.find(each[:SHOWN])
    end = text.find("…", start)
    is_there = 0 <= start < end and each.startswith(text[start:end])
    return f"{text[:start]} {text[end + 1 :]}" if is_there else text


@pytest.fixture
def desk(db: None, settings: Any) -> SharedDesk:
    settings.WEBHOOK_ALLOW_HOSTS = ["127.0.0.1"]
    return SharedDesk()


def test_no_page_keeps_a_word_of_english_and_no_row_a_word_of_a_language(
    desk: SharedDesk, subtests: pytest.Subtests
) -> None:
    rows = [row for row in PAGES if row.before is not break_server]
    with pseudo_language():
        ways = {row.name: row.where(desk) for row in rows}
        stored = stored_texts()
        # The practice claim is a story of its own in each language, as the desk's claims are.
        known = [*written(stored | {*texts_of(TEXTS[CODE])}), *desk.desk.people]
        assert [text for text in stored if MARK in text] == [], "stored in one reader's language"
        for row in rows:
            client = Client(headers={"accept-language": CODE})
            if row.who != GUEST:
                client.force_login(desk.person(row.who))
            answer = client.get(ways[row.name])
            with subtests.test(row.name):
                found = {text.strip(): english_in(text, known) for text in said_by(answer.content)}
                assert {text: words for text, words in found.items() if words} == {}


def test_the_made_up_language_marks_what_is_translated_and_leaves_what_is_put_in() -> None:
    with pseudo_language():
        shown = translation.gettext("Sent to %(name)s <b>now</b>") % {"name": "Ada"}
    assert WORD.findall(shown.replace("<b>", "").replace("</b>", "")) == ["Ada"]
    assert english_in("Settings of Ada", ["Ada"]) == ["Settings", "of"]

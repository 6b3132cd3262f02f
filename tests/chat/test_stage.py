"""The whole first stage of an article with a chat endpoint set."""

from __future__ import annotations

import logging
from typing import Any

import pytest
from django.db import connections

from claims.models import Appearance, Article, Sentence, Stage
from claims.services.articles import article_begin_step
from claims.services.extracting import article_extract
from tests.chat.behaviours import claim, claiming, hanging
from tests.chat.server import KEY, ChatServer, Exchange
from tests.chat.stories import FIGURE, MISSED, STORY, found_in
from tests.factories import make_article

BUILT_IN = found_in(STORY).engine
GOOD = claiming(
    claim(MISSED, 1.0, reason="event", speaker="Odile Brandt"),
    claim(FIGURE, 0.0, reason="vague"),
)


@pytest.fixture(autouse=True)
def chat(settings: Any, server: ChatServer) -> None:
    """Set the endpoint, as the environment would."""
    settings.CHAT_URL, settings.CHAT_MODEL, settings.CHAT_KEY = server.url, "test-model", KEY
    settings.CHAT_TIMEOUT = 20.0


def extracted() -> Article:
    """Take an article through its first stage; return it as stored."""
    article = article_begin_step(article_id=make_article(STORY).pk)
    assert article is not None
    article_extract(article=article)
    return Article.objects.get(pk=article.pk)


def selected() -> set[str]:
    return set(Appearance.objects.values_list("text", flat=True))


@pytest.mark.django_db
def test_a_model_that_answers_decides_with_the_built_in_engine(server: ChatServer) -> None:
    server.behave(GOOD)
    assert extracted().stage == Stage.MATCH
    assert set(Sentence.objects.values_list("engine", flat=True)) == {f"{BUILT_IN}+chat:test-model"}
    raised = Appearance.objects.get(text=MISSED)
    assert raised.speaker == "Odile Brandt"
    assert raised.reasons[-1] == {
        "signal": "chat_event",
        "weight": 2.5,
        "spans": [[raised.start, raised.end]],
    }
    lowered = Sentence.objects.get(start=STORY.index(FIGURE))
    built_in = next(each for each in found_in(STORY).sentences if each.start == lowered.start)
    assert lowered.score < built_in.score


@pytest.mark.django_db
def test_a_model_that_hangs_leaves_the_built_in_result_and_a_line_in_the_log(
    settings: Any, server: ChatServer, caplog: pytest.LogCaptureFixture
) -> None:
    server.behave(hanging)
    settings.CHAT_TIMEOUT = 0.25
    article = extracted()
    found = found_in(STORY).sentences
    assert article.stage == Stage.MATCH
    assert set(Sentence.objects.values_list("engine", flat=True)) == {BUILT_IN}
    assert selected() == {STORY[each.start : each.end] for each in found if each.selected}
    warning = f"article {article.pk}: the chat endpoint timed out"
    assert ("claims.services.extracting", logging.WARNING, warning) in caplog.record_tuples
    assert KEY not in caplog.text


@pytest.mark.django_db
def test_without_an_address_nobody_is_asked(settings: Any, server: ChatServer) -> None:
    server.behave(GOOD)
    settings.CHAT_URL = ""
    extracted()
    assert server.requests == []
    assert MISSED not in selected()


@pytest.mark.django_db(transaction=True)
def test_no_transaction_is_open_while_the_model_thinks(server: ChatServer) -> None:
    connection = connections["default"]
    open_meanwhile: list[bool] = []

    def looking(exchange: Exchange) -> None:
        open_meanwhile.append(connection.in_atomic_block)
        GOOD(exchange)

    server.behave(looking)
    extracted()
    assert open_meanwhile == [False]

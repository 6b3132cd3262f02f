"""Rare and common words find the same items, in the order of the list."""

from __future__ import annotations

from collections.abc import Iterator

import pytest
from django.db import connection

from claims.models.claim_words import has_words
from claims.selectors.word_shares import share_of, shares_of_period, word_shares
from factcheck.accounts.models import User
from reviews.selectors import queue_words
from reviews.selectors.queue import queue_page
from reviews.selectors.queue_counts import count_of
from reviews.selectors.queue_filter import QueueFilter
from reviews.selectors.queue_words import search_for
from tests.factories import make_claim, make_item


@pytest.fixture(autouse=True)
def nothing_is_known_of_words() -> Iterator[None]:
    """Forget what another test's claims taught the process, and what this one's do."""
    shares_of_period.cache_clear()
    yield
    shares_of_period.cache_clear()


@pytest.mark.parametrize("most_found", [0, 1, 5000])
def test_it_finds_the_same_items_however_common_the_words_are(
    most_found: int, fact_checker: User, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(queue_words, "MOST_FOUND", most_found)
    texts = ("The port grew.", "Rice fell.", "The port of rice fell.")
    items = [make_item(make_claim(text), priority=points) for points, text in enumerate(texts)]

    assert _found("port", fact_checker) == [items[2].pk, items[0].pk]
    assert _found("rice port", fact_checker) == [items[2].pk]
    assert _found("ship", fact_checker) == _found("!", fact_checker) == []


def test_a_count_of_common_words_says_that_there_may_be_more(
    fact_checker: User, monkeypatch: pytest.MonkeyPatch
) -> None:
    for _number in range(3):
        make_item(make_claim("The port grew."))
    assert str(count_of(QueueFilter(text="port"), fact_checker)) == "3"
    monkeypatch.setattr(queue_words, "MOST_FOUND", 2)
    assert str(count_of(QueueFilter(text="port"), fact_checker)) == "2+"
    assert str(count_of(QueueFilter(text="!"), fact_checker)) == "0"


def test_the_index_is_asked_for_the_rare_word_only(fact_checker: User) -> None:
    items = [make_item(make_claim(f"The port counted {number} ships.")) for number in range(60)]
    before = {text: _found(text, fact_checker) for text in ("port 7", "7 port", "port", "port-7")}
    take_a_sample()
    search = search_for("port 7")
    assert search is not None
    assert repr(search.asked) == repr(has_words("7"))
    assert {text: _found(text, fact_checker) for text in before} == before
    assert before["port 7"] == before["7 port"] == [items[7].pk]
    assert before["port"] == [item.pk for item in items[:50]]
    assert before["port-7"] == []


def test_words_are_common_by_the_statistics_of_the_index() -> None:
    for number in range(60):
        make_claim(f"The 港口 counted {number} ships.")
    take_a_sample()
    shares = word_shares()
    assert share_of("SHIP", shares) == share_of("港口", shares) == 1
    assert share_of("港口7", shares) == share_of("ships-7", shares) == share_of("7", shares) < 0.05
    assert share_of("boats", shares) == share_of("口岸", shares) == 0
    searches = [search_for(text) for text in ("ships", "ships the", "the-ships", "ships 7")]
    assert [search and search.are_many for search in searches] == [True, True, False, False]


def take_a_sample() -> None:
    """Let PostgreSQL count the words there are, and forget what was known of them."""
    with connection.cursor() as cursor:
        cursor.execute("ANALYZE claims_claim")
    shares_of_period.cache_clear()


def _found(text: str, person: User) -> list[int]:
    return [row.item.pk for row in queue_page(QueueFilter(text=text), person).rows]

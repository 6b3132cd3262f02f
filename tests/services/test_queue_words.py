"""Rare and common words find the same items, in the order of the list."""

from __future__ import annotations

import pytest

from factcheck.accounts.models import User
from reviews.selectors import queue_words
from reviews.selectors.queue import queue_page
from reviews.selectors.queue_counts import count_of
from reviews.selectors.queue_filter import QueueFilter
from tests.factories import make_claim, make_item


@pytest.mark.parametrize("most_found", [0, 1, 5000])
def test_it_finds_the_same_items_however_common_the_words_are(
    most_found: int, fact_checker: User, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(queue_words, "MOST_FOUND", most_found)
    texts = ("The port grew.", "Rice fell.", "The port of rice fell.")
    items = [make_item(make_claim(text), priority=points) for points, text in enumerate(texts)]

    def found(text: str) -> list[int]:
        page = queue_page(QueueFilter(text=text), fact_checker)
        return [row.item.pk for row in page.rows]

    assert found("port") == [items[2].pk, items[0].pk]
    assert found("rice port") == [items[2].pk]
    assert found("ship") == found("!") == []


def test_a_count_of_common_words_says_that_there_may_be_more(
    fact_checker: User, monkeypatch: pytest.MonkeyPatch
) -> None:
    for _number in range(3):
        make_item(make_claim("The port grew."))
    assert str(count_of(QueueFilter(text="port"), fact_checker)) == "3"
    monkeypatch.setattr(queue_words, "MOST_FOUND", 2)
    assert str(count_of(QueueFilter(text="port"), fact_checker)) == "2+"
    assert str(count_of(QueueFilter(text="!"), fact_checker)) == "0"

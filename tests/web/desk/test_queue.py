"""The queue page: its filters, its order, its pages, and what it costs."""

from __future__ import annotations

import re

import pytest
from django.db import connection
from django.test import Client
from django.test.utils import CaptureQueriesContext
from django.urls import reverse

from factcheck.accounts.models import User
from reviews.selectors import queue as selector
from reviews.selectors import queue_filter
from reviews.services.leases import lease_take
from tests.factories import make_appearance, make_article, make_claim, make_item
from tests.web.desk.conftest import LogIn


def shown(client: Client, query: str = "") -> list[int]:
    page = client.get(f"{reverse('queue')}?{query}").content.decode()
    return [int(found) for found in re.findall(r"/queue/(\d+)/#claim", page)]


def test_the_most_urgent_claim_comes_first_and_ties_go_to_the_oldest(
    fact_checker: User, log_in: LogIn
) -> None:
    low, first, second = (make_item(priority=points) for points in (10, 50, 50))
    assert shown(log_in(fact_checker)) == [first.pk, second.pk, low.pk]


def test_the_pages_of_the_queue_show_each_claim_once(
    fact_checker: User, log_in: LogIn, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(selector, "PAGE", 3)
    items = [make_item(priority=points) for points in (20, 50, 50, 20, 20, 50, 10)]
    client, seen, query = log_in(fact_checker), list[int](), ""
    while True:
        page = client.get(f"{reverse('queue')}?{query}").content.decode()
        seen += [int(found) for found in re.findall(r"/queue/(\d+)/#claim", page)]
        more = re.search(r'href="\?([^"]*after=[^"]*)"', page)
        if more is None:
            break
        query = more[1].replace("&amp;", "&")
    assert seen == [item.pk for item in sorted(items, key=lambda each: (-each.priority, each.pk))]


def test_a_filter_leaves_what_it_says(fact_checker: User, log_in: LogIn) -> None:
    chinese = make_item(make_claim("港口处理了五百万个集装箱。", language="zh-Hans"))
    english = make_item(make_claim("The port handled 5 million boxes."))
    held = make_item()
    lease_take(item=held, actor=fact_checker)
    client = log_in(fact_checker)
    assert shown(client, "language=zh-Hans") == [chinese.pk]
    assert shown(client, "q=million+BOXES") == [english.pk]
    assert shown(client, "mine=1") == [held.pk]
    assert shown(client, "state=in_review") == [held.pk]
    assert shown(client, "state=published") == []


@pytest.mark.parametrize("few_articles", [0, 200])
def test_the_claims_of_an_outlet_are_found_however_many_articles_it_has(
    few_articles: int, fact_checker: User, log_in: LogIn, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(queue_filter, "FEW_ARTICLES", few_articles)
    first, second = (make_appearance(article=make_article(outlet="Evening Post")) for _ in range(2))
    other = make_appearance()
    items = [make_item(each.claim, priority=9) for each in (other, first, second)]
    asked = [each.article.source_id for each in (first, other)]
    client = log_in(fact_checker)
    assert [shown(client, f"source={source}") for source in (*asked, 10**9)] == [
        [items[1].pk, items[2].pk], [items[0].pk], [],
    ]  # fmt: skip


@pytest.mark.parametrize("query", ["state=nonsense", "after=x", "after=99999999", "q=%00"])
def test_a_senseless_filter_shows_the_queue(query: str, fact_checker: User, log_in: LogIn) -> None:
    item = make_item()
    assert shown(log_in(fact_checker), query) == [item.pk]


def test_more_claims_cost_no_more_queries(fact_checker: User, log_in: LogIn) -> None:
    client = log_in(fact_checker)

    def cost() -> int:
        with CaptureQueriesContext(
            connection,
        ) as queries:
            client.get(reverse("queue"))
        return len(queries)

    def add(count: int) -> None:
        for _ in range(count):
            claim = make_claim()
            make_appearance(claim)
            make_item(claim)

    add(2)
    client.get(reverse("queue"))
    before = cost()
    add(20)
    assert cost() == before
    assert before <= 13

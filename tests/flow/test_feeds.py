"""A feed through a real worker: polled by the sweep, its page fetched, the article in the queue."""

from __future__ import annotations

from collections.abc import Iterator

import pytest
from django.utils import timezone

from claims.models import Article, Feed, PageWish, Stage
from claims.services.feeds import feed_add
from factcheck import flow
from factcheck.accounts.models import User
from tests.deadlines import wait_until
from tests.factories import make_source
from tests.services.test_feeds import feed_of
from tests.services.test_pages import page_html
from tests.web_server import PageServer
from tests.workers import Worker, empty_redis


@pytest.fixture
def worker(transactional_db: None) -> Iterator[Worker]:
    """A worker that may fetch from this machine without a pause."""
    empty_redis()
    running = Worker(FETCH_ALLOW_HOSTS="127.0.0.1", FETCH_HOST_PAUSE="0")
    try:
        running.start()
        yield running
    finally:
        running.kill()


def test_what_a_feed_names_arrives_by_itself_once(
    worker: Worker, web_server: PageServer, editor: User
) -> None:
    now = timezone.now()
    web_server.place("/feed", feed_of(web_server, ("/a", now, now), ("/b", now, now)))
    web_server.place("/a", page_html())
    web_server.place("/b", page_html("The mill ground 88,000 tons of rice in April."))
    feed = feed_add(source=make_source(), actor=editor, url=web_server.url("/feed"))

    def are_done() -> bool:
        return Article.objects.filter(stage=Stage.DONE).count() == 2

    def is_polled() -> bool:
        return Feed.objects.filter(pk=feed.pk, polled_at__isnull=False).exists()

    flow.sweep()
    wait_until(is_polled, seconds=60, what="the feed is polled")
    flow.sweep()
    flow.sweep()
    wait_until(are_done, seconds=60, what="both pages are articles")
    assert {article.source for article in Article.objects.all()} == {feed.source}
    assert [len(web_server.asked_for(path)) for path in ("/a", "/b")] == [1, 1]
    assert not PageWish.objects.exclude(failure="").exists()

"""Pages wanted by several people and fetched by several workers at once; feeds polled so."""

from __future__ import annotations

from functools import partial

from django.utils import timezone

from claims.models import Article, Feed, PageWish
from claims.services.feeds import feed_add
from claims.services.page_wishes import page_want
from factcheck.accounts.models import User
from factcheck.arrivals import fetch_page, poll_feed
from tests.audit import assert_chain_is_intact, events_of
from tests.concurrency.threads import at_once
from tests.factories import make_source
from tests.services.test_feeds import feed_of
from tests.services.test_pages import page_html
from tests.web_server import PageServer


def test_a_page_wanted_and_fetched_by_many_at_once_is_fetched_once(
    web_server: PageServer, fact_checker: User
) -> None:
    url = web_server.place("/a", page_html())
    wanted = at_once([partial(page_want, url=url, actor=fact_checker)] * 6)
    (page,) = {each.pk for each in wanted if isinstance(each, PageWish)}
    assert not [each for each in wanted if isinstance(each, Exception)]
    assert at_once([partial(fetch_page, page)] * 6) == [None] * 6
    assert len(web_server.asked_for("/a")) == 1
    assert events_of(PageWish.objects.get()) == ["page.want", "page.take"]
    assert Article.objects.count() == 1
    assert_chain_is_intact()


def test_two_feeds_that_name_one_page_polled_at_once_have_it_fetched_once(
    web_server: PageServer, editor: User
) -> None:
    now = timezone.now()
    entries = [(f"/{number}", now, now) for number in range(9)]
    for path, named in (("/one", entries), ("/two", entries[::-1])):
        url = web_server.place(path, feed_of(web_server, *named))
        feed_add(source=make_source(), actor=editor, url=url)
    polls = [partial(poll_feed, feed.pk) for feed in Feed.objects.all()]
    assert at_once([*polls, *polls]) == [None] * 4
    assert [len(web_server.asked_for(path)) for path in ("/one", "/two")] == [1, 1]
    assert PageWish.objects.count() == 9
    assert not Feed.objects.exclude(failure="").exists()
    assert_chain_is_intact()

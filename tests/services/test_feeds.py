"""Feeds: added, polled, backing off, moved, gone, quiet."""

from __future__ import annotations

import datetime
from typing import Any

import pytest
from django.utils import timezone
from hypothesis import given
from hypothesis import strategies as st

from claims.models import Alert, AlertKind, Feed, FeedKind, PageOutcome, PageWish, Source
from claims.services.feed_answers import FeedAnswer
from claims.services.feed_polling import (
    MOST_DEATHS,
    feed_begin,
    feed_note,
    feed_postpone,
)
from claims.services.feed_rhythm import (
    LONGEST_BACK_OFF,
    LONGEST_GAP,
    LONGEST_INTERVAL,
    SHORTEST_INTERVAL,
    back_off,
    gap_of,
    interval_of,
    quiet_from,
)
from claims.services.feed_silence import feeds_note_quiet
from claims.services.feeds import feed_add, feed_pause, feed_poll_now, feed_resume
from claims.services.page_wishes import PAGES_PER_POLL, pages_want_of_feed
from claims.sources.feed_entries import FeedEntry, ReadFeed
from claims.sources.fetching import FetchFailed, Why
from factcheck.accounts.models import User
from factcheck.arrivals import fetch_page, poll_feed
from factcheck.errors import WrongState
from tests.audit import events_of
from tests.factories import make_source
from tests.services.test_pages import page_html
from tests.web_server import PageServer, answering, redirecting, revalidating
from tests.workers import empty_redis

pytestmark = pytest.mark.django_db
HOUR = datetime.timedelta(hours=1)
NAMES_ANOTHER = "<link rel='alternate' type='application/rss+xml' href='/another'>"


def feed_of(server: PageServer, *items: tuple[str, datetime.datetime, datetime.datetime]) -> str:
    """Return an Atom feed: of each item the path, when it was written, and when it changed."""
    entries = "".join(
        f"<entry><link href='{server.url(path)}'/><title>{path}</title>"
        f"<published>{written.isoformat()}</published><updated>{changed.isoformat()}</updated>"
        "</entry>"
        for path, written, changed in items
    )
    return f'<feed xmlns="http://www.w3.org/2005/Atom"><title>Ports</title>{entries}</feed>'


def polled(feed: Feed) -> Feed:
    """Return the feed once a worker has polled it, whenever it is due."""
    Feed.objects.filter(pk=feed.pk).update(due_at=timezone.now())
    poll_feed(feed.pk)
    return Feed.objects.get(pk=feed.pk)


@pytest.fixture
def feed(web_server: PageServer, editor: User) -> Feed:
    """A feed at /feed, not polled yet."""
    return feed_add(source=make_source(), actor=editor, url=web_server.url("/feed"))


def test_a_poll_has_new_pages_fetched_and_changed_ones_again(
    web_server: PageServer, feed: Feed
) -> None:
    now = timezone.now()
    old = now - datetime.timedelta(days=30)
    first = feed_of(web_server, ("/a", now - 5 * HOUR, now - 5 * HOUR), ("/old", old, old))
    web_server.behave("/feed", revalidating(first, etag='"1"'))
    row = polled(feed)
    page = PageWish.objects.get()
    assert (row.kind, row.title, row.failure, row.etag) == (FeedKind.ATOM, "Ports", "", '"1"')
    assert (page.feed, page.source, page.title) == (feed, feed.source, "/a")
    web_server.place("/a", page_html())
    fetch_page(page.pk)
    row = polled(feed)
    assert web_server.asked_for("/feed")[1].headers["If-None-Match"] == '"1"'
    second = feed_of(web_server, ("/a", now - 5 * HOUR, now + HOUR), ("/b", now, now))
    web_server.place("/feed", second)
    web_server.place("/a", page_html("The harbour handled 99 ships in March."))
    polled(feed)
    assert PageWish.objects.filter(due_at__isnull=False).count() == 2
    fetch_page(page.pk)
    page.refresh_from_db()
    assert page.outcome == PageOutcome.VERSION
    polled(feed)
    page.refresh_from_db()
    assert page.due_at is None  # told of the same change again, nothing is fetched
    assert events_of(feed) == ["feed.add", "feed.poll", "feed.poll"]


def test_a_poll_takes_no_more_than_its_share_and_the_next_one_the_rest(
    web_server: PageServer, feed: Feed
) -> None:
    now = timezone.now()
    items = [(f"/{n}", now - n * HOUR / 10, now - n * HOUR / 10) for n in range(PAGES_PER_POLL + 5)]
    web_server.behave("/feed", revalidating(feed_of(web_server, *items), etag='"1"'))
    row = polled(feed)
    assert row.etag == ""  # or the rest would never be seen
    assert set(PageWish.objects.values_list("title", flat=True)) == {
        path for path, *_times in items[:PAGES_PER_POLL]
    }
    assert polled(feed).etag == '"1"'
    assert PageWish.objects.count() == PAGES_PER_POLL + 5


def test_a_page_that_names_its_feed_stands_for_it(web_server: PageServer, editor: User) -> None:
    link = "<link rel='alternate' type='application/rss+xml' href='/feed'>"
    site = web_server.place("/", f"<html><head>{link}</head></html>")
    web_server.place("/feed", "<rss version='2.0'><channel><title>Ports</title></channel></rss>")
    begun = polled(feed_add(source=make_source(), actor=editor, url=site))
    feed = polled(begun)
    assert (feed.url, feed.kind, feed.failure) == (web_server.url("/feed"), "rss", "")
    assert events_of(feed) == ["feed.add", "feed.poll"]


@pytest.mark.parametrize(("status", "is_followed"), [(301, True), (308, True), (302, False)])
def test_a_feed_that_has_moved_for_good_is_asked_there_from_now_on(
    web_server: PageServer, feed: Feed, status: int, is_followed: bool
) -> None:
    web_server.behave("/feed", redirecting("/new", status=status))
    web_server.behave("/new", redirecting("/tonight"))
    web_server.place("/tonight", feed_of(web_server))
    row = polled(feed)
    assert row.failure == ""
    assert row.url == web_server.url("/new" if is_followed else "/feed")
    assert events_of(feed) == ["feed.add", *(["feed.poll"] if is_followed else [])]


@pytest.mark.parametrize(("site", "is_followed"), [("", False), ("http://localhost/", True)])
def test_a_feed_that_has_moved_to_another_site_is_paused_unless_that_is_its_outlets(
    web_server: PageServer, feed: Feed, settings: Any, site: str, is_followed: bool
) -> None:
    settings.FETCH_ALLOW_HOSTS = ["127.0.0.1", "localhost"]
    Source.objects.filter(pk=feed.source_id).update(site=site)
    there = web_server.url("/new").replace("127.0.0.1", "localhost")
    web_server.place("/feed", feed_of(web_server))
    polled(feed)
    web_server.behave("/feed", redirecting(there, status=301))
    now = timezone.now()
    web_server.place("/new", feed_of(web_server, ("/a", now, now)))
    row = polled(feed)
    assert PageWish.objects.exists() == is_followed
    assert (row.url == there) == is_followed == (row.paused_at is None)
    if not is_followed:
        assert (row.due_at, there in row.paused_because) == (None, True)
        assert Alert.objects.get().details["moved_to"] == there
        assert events_of(feed) == ["feed.add", "feed.elsewhere"]


def test_an_index_of_sitemaps_is_followed_in_turn_but_not_without_end(
    web_server: PageServer, feed: Feed, settings: Any
) -> None:
    settings.FETCH_HOST_PAUSE = 30
    index = "<sitemapindex><sitemap><loc>/feed</loc></sitemap><sitemap><loc>/s</loc></sitemap>"
    web_server.place("/feed", f"{index}<sitemap><loc>/none</loc></sitemap></sitemapindex>")
    today = timezone.now().isoformat()
    page = f"<url><loc>/a</loc><lastmod>{today}</lastmod></url>"
    web_server.place("/s", f"<urlset>{page}</urlset>")
    begun = polled(feed)
    assert [depth for _url, depth in begun.parts] == [1, 1, 1]
    assert begun.due_at is not None
    assert begun.due_at <= timezone.now()  # at once, not after the usual interval
    poll_feed(feed.pk)  # sooner than its site may be asked: put off, by nobody who sleeps
    put_off = Feed.objects.get(pk=feed.pk)
    assert (put_off.parts, put_off.attempts, put_off.failure) == (begun.parts, 0, "")
    settings.FETCH_HOST_PAUSE = 0
    empty_redis()
    polls = 0
    while (row := polled(feed)).parts:
        polls += 1
        assert polls < 9
    assert row.due_at is not None
    assert (row.kind, row.due_at > timezone.now()) == (FeedKind.SITEMAP, True)
    assert PageWish.objects.get().url == web_server.url("/a")
    assert len(web_server.requests) <= 9


@pytest.mark.parametrize(
    ("answer", "told"),
    [
        (answering("no", status=500), "(HTTP 500)"),
        (answering("<html><p>no feed here</p></html>"), "names no feed"),
        (answering("<!DOCTYPE a [<!ENTITY b 'c'>]><rss/>"), "entities"),
        (answering("words"), "no feed and no sitemap"),
        (answering(f"<html><head>{NAMES_ANOTHER}</head></html>"), "(HTTP 404)"),
    ],
)
def test_a_feed_that_fails_is_asked_ever_more_rarely_and_at_once_when_told(
    web_server: PageServer, feed: Feed, editor: User, answer: Any, told: str
) -> None:
    web_server.behave("/feed", answer)
    pauses = []
    for _poll in range(3):
        row = polled(feed)
        if row.parts:
            row = polled(feed)
        assert row.due_at is not None
        pauses.append(row.due_at - timezone.now())
    assert told in row.failure
    assert row.attempts == 3
    assert pauses == sorted(pauses)
    assert pauses[-1] > datetime.timedelta(hours=3)
    assert events_of(feed) == ["feed.add", "feed.fail"]
    web_server.place("/feed", feed_of(web_server))
    feed_poll_now(feed=row, actor=editor)
    poll_feed(feed.pk)
    row.refresh_from_db()
    assert (row.failure, row.failing_since, row.attempts) == ("", None, 0)


def test_a_feed_that_is_gone_is_paused_with_an_alert_and_can_be_resumed(
    web_server: PageServer, feed: Feed, editor: User
) -> None:
    web_server.place("/feed", "gone", status=410)
    row = polled(feed)
    assert (row.due_at, bool(row.paused_at)) == (None, True)
    alert = Alert.objects.get()
    assert (alert.kind, alert.source) == (AlertKind.FEED_GONE, feed.source)
    with pytest.raises(WrongState):
        feed_poll_now(feed=row, actor=editor)
    row = feed_resume(feed=row, actor=editor)
    assert (row.paused_at, row.failure, bool(row.due_at)) == (None, "", True)
    assert events_of(feed) == ["feed.add", "feed.gone", "feed.resume"]


def test_a_feed_that_kills_its_workers_is_asked_ever_more_rarely_and_then_given_up(
    feed: Feed,
) -> None:
    leases = []
    for _worker in range(MOST_DEATHS):
        begun = feed_begin(feed_id=feed.pk)
        assert begun is not None
        assert begun.due_at is not None
        leases.append(begun.due_at - timezone.now())
        Feed.objects.update(due_at=timezone.now())
    assert leases == sorted(leases)
    assert leases[-1] > 4 * HOUR
    assert feed_begin(feed_id=feed.pk) is None
    row = Feed.objects.get()
    assert (row.due_at, bool(row.paused_at)) == (None, True)
    assert "died" in row.failure
    alert = Alert.objects.get()
    assert (alert.kind, alert.source) == (AlertKind.FEED_DEAD, feed.source)
    assert events_of(feed) == ["feed.add", "feed.fail"]


@pytest.mark.parametrize("why", [Why.TOO_SOON, Why.REDIS_AWAY, Why.TIMED_OUT])
def test_a_feed_that_says_why_it_fails_is_never_given_up(
    feed: Feed, monkeypatch: pytest.MonkeyPatch, why: Why
) -> None:
    def failing(**_: object) -> None:
        raise FetchFailed(why, "not now", retry_after=2)

    monkeypatch.setattr("factcheck.arrivals.feed_ask", failing)
    for _poll in range(MOST_DEATHS + 2):
        row = polled(feed)
        assert row.paused_at is None
    assert row.attempts == (MOST_DEATHS + 2 if why == Why.TIMED_OUT else 0)


@pytest.mark.parametrize("years", [(1700, 1900, 2100), (1650, 1651, 1652), (2190, 2191, 2192)])
def test_a_feed_with_dates_of_other_centuries_is_noted_like_any_other(
    feed: Feed, years: tuple[int, ...]
) -> None:
    begun = feed_begin(feed_id=feed.pk)
    assert begun is not None
    dates = [datetime.datetime(year, 1, 1, tzinfo=datetime.UTC) for year in years]
    entries = tuple(FeedEntry(f"https://kabar.example/{each.year}", "", "", each) for each in dates)
    answer = FeedAnswer(f"https://kabar.example/{'a' * 2_000}", ReadFeed("rss", "", entries))
    row = feed_note(feed=begun, answer=answer)
    row.refresh_from_db()
    assert (row.url, row.attempts) == (feed.url, 0)
    assert row.usual_gap is None or row.usual_gap <= LONGEST_GAP
    assert row.quiet_from is not None
    assert row.quiet_from < timezone.now() + datetime.timedelta(days=300)


def test_a_page_published_long_ago_is_fetched_again_when_it_changes(feed: Feed) -> None:
    now = timezone.now()
    old = now - datetime.timedelta(days=30)
    url = "https://kabar.example/a"
    unseen = FeedEntry(url, "", "", old, now)
    assert pages_want_of_feed(feed=feed, entries=[unseen])[:2] == (0, 0)
    page = PageWish.objects.create(
        url=url, key=unseen.key, wanted_at=old, fetched_at=old, due_at=None, failure="Not found."
    )
    assert pages_want_of_feed(feed=feed, entries=[unseen])[:2] == (0, 1)
    page.refresh_from_db()
    assert (page.changed_at, bool(page.due_at)) == (now, True)


def test_a_source_that_has_gone_quiet_raises_one_alert_for_each_silence(
    web_server: PageServer, feed: Feed
) -> None:
    now = timezone.now()
    web_server.place("/feed", feed_of(web_server, ("/a", now, now)))
    row = polled(feed)
    assert row.last_new_at is not None
    assert row.quiet_from == row.last_new_at + datetime.timedelta(days=2)
    feeds_note_quiet()
    assert not Alert.objects.exists()
    for _silence in range(2):
        Feed.objects.update(quiet_from=timezone.now())
        feeds_note_quiet()
        feeds_note_quiet()
    alert = Alert.objects.get()  # the same silence, whoever asks again
    assert (alert.kind, alert.source) == (AlertKind.SOURCE_QUIET, feed.source)
    web_server.place("/feed", feed_of(web_server, ("/b", now, now)))
    polled(feed)
    Feed.objects.update(quiet_from=timezone.now())
    feeds_note_quiet()
    assert Alert.objects.count() == 2


def test_a_paused_feed_is_not_polled_nor_missed(
    web_server: PageServer, feed: Feed, editor: User
) -> None:
    begun = feed_begin(feed_id=feed.pk)
    assert begun is not None
    assert feed_begin(feed_id=feed.pk) is None  # it is held
    paused = feed_pause(feed=feed, actor=editor, reason="They asked us to.")
    feed_note(feed=begun, answer=FeedAnswer(feed.url, None))
    feed_postpone(feed=begun, seconds=1)
    paused.refresh_from_db()
    assert (paused.due_at, paused.polled_at, paused.quiet_from) == (None, None, None)


times = st.integers(1_500_000_000, 1_900_000_000).map(
    lambda seconds: datetime.datetime.fromtimestamp(seconds, datetime.UTC)
)


@given(
    st.lists(times, max_size=40), st.integers(0, 10**9), st.integers(0, 5_000), st.floats(0, 1e12)
)
def test_the_rhythm_of_a_feed_stays_within_its_bounds(
    dates: list[datetime.datetime], before: int, failures: int, asked: float
) -> None:
    gap = gap_of(dates)
    interval = interval_of(gap, before)
    assert SHORTEST_INTERVAL <= interval <= LONGEST_INTERVAL
    assert back_off(interval, failures, asked) <= LONGEST_BACK_OFF
    assert back_off(interval, failures + 1, None) >= back_off(interval, failures, None)
    last = datetime.datetime(2026, 5, 1, tzinfo=datetime.UTC)
    assert quiet_from(last, gap) >= last + datetime.timedelta(days=2)


def test_the_usual_gap_is_not_that_of_a_holiday() -> None:
    start = datetime.datetime(2026, 5, 1, tzinfo=datetime.UTC)
    hours = [0, 24, 48, 72, 72 + 24 * 9, 72 + 24 * 10]
    gap = gap_of(start + hour * HOUR for hour in hours)
    assert gap == 24 * 3600
    assert quiet_from(start, gap) == start + datetime.timedelta(days=3)
    assert gap_of([start, start + HOUR]) is None

"""One request after the other to a host, by all workers together."""

from __future__ import annotations

import datetime
from concurrent.futures import ThreadPoolExecutor
from typing import Any

import pytest
from hypothesis import given
from hypothesis import strategies as st

from claims.sources.fetching import FetchFailed, Why, page_fetch
from claims.sources.host_store import host_store
from claims.sources.pacing import LONGEST_HOLD, LONGEST_WAIT, host_hold, turn_take
from claims.sources.retry_after import retry_after_seconds
from tests.fetched_hosts import hosts_forget
from tests.web_server import PageServer, answering, redirecting

NOW = datetime.datetime(2026, 11, 22, 8, 0, tzinfo=datetime.UTC)


@pytest.fixture(autouse=True)
def nobody_asked_yet() -> None:
    hosts_forget()


def failure(url: str) -> FetchFailed:
    with pytest.raises(FetchFailed) as caught:
        page_fetch(url)
    return caught.value


def test_of_many_workers_one_has_the_turn_and_the_others_come_one_after_the_other() -> None:
    with ThreadPoolExecutor(16) as workers:
        waits = sorted(workers.map(lambda _: turn_take("a.example", pause=10), range(16)))
    assert waits[0] == 0
    # Told within moments of one another: ten seconds, twenty, …
    assert [round(wait / 10) for wait in waits] == list(range(16))


def test_hosts_do_not_wait_for_one_another() -> None:
    assert [turn_take(f"{name}.example", pause=10) for name in "abc"] == [0, 0, 0]


def test_nobody_is_told_to_wait_for_hours() -> None:
    waits = [turn_take("a.example", pause=60) for _ in range(40)]
    assert max(waits) <= LONGEST_WAIT


def test_a_host_that_asks_to_be_left_alone_is_and_never_for_more_than_an_hour() -> None:
    host_hold("a.example", seconds=30)
    host_hold("a.example", seconds=5)  # the longer one stays
    assert 20 < turn_take("a.example", pause=0) <= 30
    host_hold("b.example", seconds=1e9)
    assert LONGEST_HOLD - 10 < turn_take("b.example", pause=0) <= LONGEST_HOLD


def test_a_page_of_a_host_that_was_asked_a_moment_ago_comes_later(
    web_server: PageServer, settings: Any
) -> None:
    settings.FETCH_HOST_PAUSE = 5.0
    web_server.behave("/old", redirecting("/a"))
    web_server.place("/a", "<p>x</p>")
    # Its redirect to itself is no second visit.
    assert page_fetch(web_server.url("/old")).body == b"<p>x</p>"
    second = failure(web_server.url("/a"))
    assert second.why == Why.TOO_SOON
    assert second.retry_after is not None
    assert 1 < second.retry_after <= 5
    assert len(web_server.asked_for("/a")) == 1


@pytest.mark.parametrize(("delay", "seconds"), [("7.5", 7.5), ("86400", 60), ("-1", 0), ("x", 0)])
def test_the_pause_a_site_asks_for_is_made_within_reason(
    web_server: PageServer, delay: str, seconds: float
) -> None:
    web_server.place("/robots.txt", f"User-agent: *\nCrawl-delay: {delay}\n")
    page_fetch(web_server.place("/a", "<p>x</p>"))
    wait = turn_take("127.0.0.1", pause=0)
    assert 0.8 * seconds < wait <= seconds if seconds else wait == 0


@pytest.mark.parametrize(
    ("status", "retry_after", "seconds"),
    [
        (429, "120", 120),
        (503, "120", 120),
        (429, "999999999", LONGEST_HOLD),
        (429, "soon", 60),
        (429, None, 60),
        (503, None, None),
        (503, "-5", None),
        (404, "120", None),
    ],
)
def test_a_site_that_has_had_enough_is_left_alone_by_all(
    web_server: PageServer, status: int, retry_after: str | None, seconds: float | None
) -> None:
    headers = {} if retry_after is None else {"retry_after": retry_after}
    url = web_server.behave("/a", answering("", status=status, **headers))
    first = failure(url)
    assert (first.why, first.status, first.retry_after) == (Why.HTTP_STATUS, status, seconds)
    second = failure(url)
    assert second.why == (Why.TOO_SOON if seconds else Why.HTTP_STATUS)


def test_without_redis_nothing_is_fetched(web_server: PageServer, settings: Any) -> None:
    settings.REDIS_URL = "unix:///nowhere/redis.sock?db=0"
    gone = failure(web_server.place("/a", "<p>x</p>"))
    assert gone.why == Why.REDIS_AWAY
    assert gone.retry_after
    assert web_server.requests == []


@pytest.mark.parametrize(
    ("value", "seconds"),
    [
        ("0", 0),
        (" 120 ", 120),
        ("Sun, 22 Nov 2026 08:02:00 GMT", 120),
        ("Sunday, 22-Nov-26 08:02:00 GMT", 120),
        ("Sun, 22 Nov 2026 08:02:00 -0000", 120),
        ("Sun, 22 Nov 2026 07:00:00 GMT", 0),
        ("", None),
        ("soon", None),
        ("1.5", None),
        ("-3", None),
        ("\u0663", None),
        ("9" * 4000, None),
        ("Sun, 99 Nov 2026 08:02:00 GMT", None),
    ],
)
def test_both_forms_of_retry_after_are_read(value: str, seconds: float | None) -> None:
    assert retry_after_seconds(value, now=NOW) == seconds


@given(st.text(max_size=40))
def test_any_other_retry_after_is_none_at_all_or_seconds(value: str) -> None:
    seconds = retry_after_seconds(value, now=NOW)
    assert seconds is None or seconds >= 0


def test_what_is_known_of_a_host_is_forgotten_by_itself(web_server: PageServer) -> None:
    page_fetch(web_server.place("/a", "<p>x</p>"))
    with host_store() as store:
        keys = list(store.scan_iter("factcheck:fetch:*"))
        assert len(keys) == 2
        assert all(store.ttl(key) > 0 for key in keys)

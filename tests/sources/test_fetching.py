"""A page of the web, fetched as a guest."""

from __future__ import annotations

import datetime
import time

import pytest

from claims.services.fetch_errors import TEXTS, fetch_error_text
from claims.sources.fetching import Bounds, FetchFailed, Why, page_fetch
from tests.web_server import PageServer, redirecting, revalidating
from tests.web_server_hostile import hanging


def test_a_page_comes_with_where_it_came_from(web_server: PageServer) -> None:
    web_server.place("/new", "<p>Harga cabai naik</p>", last_modified="Sun, 22 Nov 2026 08:00:00")
    old = web_server.behave("/old", redirecting("/new"))
    page = page_fetch(old)
    assert (page.url, page.asked_url) == (web_server.url("/new"), old)
    assert page.body == b"<p>Harga cabai naik</p>"
    assert page.headers["content-type"] == "text/html; charset=utf-8"
    assert page.fetched_at.utcoffset() == datetime.timedelta(0)


def test_a_page_that_is_still_the_same_is_not_sent_again(web_server: PageServer) -> None:
    url = web_server.behave("/", revalidating("<p>x</p>", etag='"v1"'))
    page = page_fetch(url)
    again = page_fetch(url, etag=page.headers["etag"])
    assert (again.is_unchanged, again.status, again.body) == (True, 304, b"")


@pytest.mark.parametrize("status", [404, 410, 500])
def test_an_error_of_the_site_is_no_page(web_server: PageServer, status: int) -> None:
    url = web_server.place("/", "sorry", status=status)
    with pytest.raises(FetchFailed) as failure:
        page_fetch(url)
    assert (failure.value.why, failure.value.status) == (Why.HTTP_STATUS, status)


@pytest.mark.parametrize("status", [201, 202, 204, 206, 300, 304])
def test_of_the_answers_with_success_only_those_with_the_page_are_one(
    web_server: PageServer, status: int
) -> None:
    # 304 to whoever has no copy; 202 with a riddle for robots; 206, a part nobody asked for.
    url = web_server.place("/", "" if status in {204, 304} else "<p>x</p>", status=status)
    with pytest.raises(FetchFailed) as failure:
        page_fetch(url)
    assert failure.value.status == status


def test_what_a_server_wrote_into_its_etag_is_not_believed_to_fit_a_header(
    web_server: PageServer,
) -> None:
    url = web_server.place("/", "<p>x</p>")
    date = "Sun, 22 Nov 2026 08:00:00 GMT"
    page_fetch(url, etag='"a"\r\nX-Injected: 1', last_modified=date)
    page_fetch(url, etag='W/"v\u00fc"')
    first, second = web_server.asked_for("/")
    assert first.headers["If-Modified-Since"] == date
    assert {"If-None-Match", "X-Injected"} & {*first.headers, *second.headers} == set()


def test_a_page_may_be_bounded_closer_than_usual(web_server: PageServer) -> None:
    url = web_server.place("/", "x" * 5000)
    with pytest.raises(FetchFailed) as failure:
        page_fetch(url, bounds=Bounds(max_bytes=4999))
    assert failure.value.why == Why.TOO_LARGE
    assert len(page_fetch(url, bounds=Bounds(max_bytes=5000)).body) == 5000


def test_the_time_for_a_page_is_also_that_for_its_robots_txt(web_server: PageServer) -> None:
    web_server.behave("/robots.txt", hanging)
    url = web_server.place("/", "<p>x</p>")
    began = time.monotonic()
    with pytest.raises(FetchFailed) as failure:
        page_fetch(url, bounds=Bounds(seconds=0.3))
    assert failure.value.why == Why.ROBOTS_AWAY
    assert time.monotonic() - began < 3


def test_proxies_of_the_environment_are_not_asked(
    web_server: PageServer, monkeypatch: pytest.MonkeyPatch
) -> None:
    for name in ("http_proxy", "HTTP_PROXY", "all_proxy", "ALL_PROXY"):
        monkeypatch.setenv(name, "http://127.0.0.1:9")
    assert page_fetch(web_server.place("/", "<p>x</p>")).status == 200


def test_every_failure_is_worded_for_people() -> None:
    assert set(TEXTS) == set(Why)
    assert all(fetch_error_text(why).endswith(".") for why in Why)

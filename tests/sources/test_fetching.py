"""A page of the web, fetched as a guest."""

from __future__ import annotations

import datetime

import pytest

from claims.services.fetch_errors import TEXTS, fetch_error_text
from claims.sources.fetching import FetchFailed, Why, page_fetch
from tests.web_server import PageServer, redirecting, revalidating


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


def test_every_failure_is_worded_for_people() -> None:
    assert set(TEXTS) == set(Why)
    assert all(fetch_error_text(why).endswith(".") for why in Why)

"""Pages by their address: fetched by the worker's side, taken in, tried again, given up."""

from __future__ import annotations

import datetime
from typing import Any

import pytest
from django.utils import timezone

from claims.models import Article, PageOutcome, PageWish
from claims.services.feeds import feed_add
from claims.services.page_fetching import (
    MAX_ATTEMPTS,
    page_ask,
    page_begin,
    page_fail,
    page_refuse,
    page_take,
)
from claims.services.page_wishes import page_retry, page_want, pages_want_of_feed
from claims.sources.feed_entries import FeedEntry
from claims.sources.fetching import FetchFailed, Why
from factcheck.accounts.models import User
from factcheck.arrivals import fetch_page
from factcheck.errors import InvalidInput, WrongState
from tests.audit import events_of
from tests.factories import make_source
from tests.web_server import PageServer, answering, redirecting, revalidating

pytestmark = pytest.mark.django_db
PAGE = """<!doctype html><html lang="en"><head><title>{title}</title>
<link rel="canonical" href="{canonical}"><meta name="author" content="Rina Wijaya">
<meta property="article:published_time" content="2026-05-02T08:00:00+07:00"></head>
<body><nav>Home | Ports</nav><article><h1>{title}</h1>
<p>{text} The authority gave the figure on Monday, in its report on the first quarter.</p>
<p>Another quay is to open next year, its director said, and cost 40 million dollars.</p>
</article></body></html>"""
TEXT = "The harbour handled 3,412 ships in March."


def page_html(text: str = TEXT, *, title: str = "More ships", canonical: str = "") -> str:
    return PAGE.format(title=title, text=text, canonical=canonical)


def fetched(url: str, actor: User) -> PageWish:
    """Return what became of the page at `url` once a worker has seen to it."""
    wish = page_want(url=url, actor=actor)
    fetch_page(wish.pk)
    wish.refresh_from_db()
    return wish


def make_due(page: PageWish) -> None:
    PageWish.objects.filter(pk=page.pk).update(due_at=timezone.now())


def test_a_page_becomes_an_article_with_what_it_says_of_itself(
    web_server: PageServer, fact_checker: User
) -> None:
    source = make_source()
    source.site = web_server.url("/")
    source.save()
    web_server.place("/ships", page_html(canonical="/ships"))
    url = web_server.behave("/s", redirecting("/ships?utm_source=mail"))
    web_server.place("/ships?utm_source=mail", page_html(canonical="/ships"))
    page = fetched(url, fact_checker)
    article = page.article
    assert article is not None
    assert (page.outcome, page.failure, page.due_at) == (PageOutcome.NEW, "", None)
    assert TEXT in article.text
    assert (article.title, article.author) == ("More ships", "Rina Wijaya")
    assert (article.url, article.source) == (web_server.url("/ships"), source)
    assert article.published_at == datetime.datetime(2026, 5, 2, 1, tzinfo=datetime.UTC)
    assert article.received_by == fact_checker
    assert events_of(page) == ["page.want", "page.take"]


def test_one_page_by_two_addresses_is_one_row_and_one_article(
    web_server: PageServer, fact_checker: User
) -> None:
    web_server.place("/a?id=1&fbclid=2", page_html())
    web_server.place("/a?id=1", page_html())
    first = fetched(web_server.url("/a?id=1&fbclid=2"), fact_checker)
    second = fetched(web_server.url("/a?id=1"), fact_checker)
    assert first.pk == second.pk
    assert second.outcome == PageOutcome.UNCHANGED
    assert Article.objects.count() == 1


def test_a_page_that_changed_is_a_new_version_and_one_that_did_not_is_not_sent(
    web_server: PageServer, fact_checker: User
) -> None:
    url = web_server.behave("/a", revalidating(page_html(), etag='"1"'))
    first = fetched(url, fact_checker)
    again = fetched(url, fact_checker)
    assert web_server.asked_for("/a")[1].headers["If-None-Match"] == '"1"'
    assert (again.outcome, again.article) == (PageOutcome.UNCHANGED, first.article)
    web_server.place("/a", page_html("The harbour handled 2,950 ships in March."))
    changed = fetched(url, fact_checker)
    assert changed.outcome == PageOutcome.VERSION
    assert changed.article is not None
    assert (changed.article.version, changed.article.supersedes) == (2, first.article)
    web_server.place("/a", page_html())
    reverted = fetched(url, fact_checker)
    assert (reverted.failure, reverted.due_at) == ("", None)


MENU = (
    "<nav>" + "".join(f"<a href='/{n}'>Section {n} of the paper</a>" for n in range(40)) + "</nav>"
)
OTHER = """The mill ground 88,000 tons of rice in April, a third more than a year ago. Its owner
wants to hire forty people in June, the district's office for labour said, most for the nights."""


def other_page(canonical: str = "") -> str:
    """Return a page with the menu of another and nothing else of it."""
    head = f"<head><title>Rice</title><link rel='canonical' href='{canonical}'></head>"
    return f"<html>{head}<body>{MENU}<article><h1>Rice</h1><p>{OTHER}</p></article></body></html>"


def with_menu(canonical: str = "") -> str:
    return page_html(canonical=canonical).replace("<body>", f"<body>{MENU}")


@pytest.mark.parametrize("canonical", ["/", "/article", ""])
def test_pages_that_give_themselves_one_address_stay_articles_of_their_own(
    web_server: PageServer, fact_checker: User, canonical: str
) -> None:
    one = fetched(web_server.place("/article?id=1", with_menu(canonical)), fact_checker)
    two = fetched(web_server.place("/article?id=2", other_page(canonical)), fact_checker)
    assert (one.outcome, two.outcome) == (PageOutcome.NEW, PageOutcome.NEW)
    assert two.article is not None
    assert (two.article.version, two.article.url) == (1, web_server.url("/article?id=2"))
    web_server.place("/article?id=2", other_page(canonical).replace("88,000", "90,000"))
    changed = fetched(two.url, fact_checker)
    assert changed.article is not None
    assert changed.article.supersedes == two.article


@pytest.mark.parametrize(
    ("page", "outcome"),
    [(other_page("/"), PageOutcome.NEW), (with_menu().replace("3,412", "99"), PageOutcome.VERSION)],
)
def test_an_address_that_leads_elsewhere_by_now_gives_a_version_only_of_its_text(
    web_server: PageServer, fact_checker: User, page: str, outcome: PageOutcome
) -> None:
    url = web_server.place("/a", with_menu())
    first = fetched(url, fact_checker)
    web_server.behave("/a", redirecting("/"))
    web_server.place("/", page)
    again = fetched(url, fact_checker)
    assert again.outcome == outcome
    if outcome == PageOutcome.NEW:
        assert (again.article, again.due_at) == (first.article, None)
        assert f"another text: {web_server.url('/')}" in again.failure
    assert Article.objects.count() == 1 + (outcome == PageOutcome.VERSION)


@pytest.mark.parametrize(
    ("of_feed", "of_site", "owner"),
    [
        ("https://kabar.example/", "{here}", "of site"),
        ("", "{here}", "of site"),
        ("{here}", "{here}", "of feed"),
        ("https://kabar.example/", "", "of feed"),
    ],
)
def test_a_page_that_a_feed_names_belongs_to_the_source_of_its_site(
    web_server: PageServer, fact_checker: User, of_feed: str, of_site: str, owner: str
) -> None:
    for name, site in (("of site", of_site), ("of feed", of_feed)):
        source = make_source(name)
        source.site = site.format(here=web_server.url("/"))
        source.save()
    wish = page_want(url=web_server.place("/a", page_html()), actor=fact_checker)
    PageWish.objects.filter(pk=wish.pk).update(source=source)
    fetch_page(wish.pk)
    article = Article.objects.get()
    assert article.source is not None
    assert article.source.name == owner


def test_a_text_that_was_pasted_before_is_known(web_server: PageServer, editor: User) -> None:
    first = fetched(web_server.place("/a", page_html()), editor)
    second = fetched(web_server.place("/b", page_html()), editor)
    assert (second.outcome, second.article) == (PageOutcome.KNOWN, first.article)


@pytest.mark.parametrize(
    ("status", "tries"), [(404, 1), (410, 1), (403, 1), (500, MAX_ATTEMPTS), (503, MAX_ATTEMPTS)]
)
def test_what_may_pass_is_tried_again_and_what_will_not_is_shown_at_once(
    web_server: PageServer, fact_checker: User, status: int, tries: int
) -> None:
    page = fetched(web_server.place("/a", "no", status=status), fact_checker)
    for _attempt in range(tries - 1):
        assert page.due_at is not None
        assert page.due_at > timezone.now() + datetime.timedelta(seconds=20)
        make_due(page)
        fetch_page(page.pk)
        page.refresh_from_db()
    assert page.due_at is None
    assert f"(HTTP {status})" in page.failure
    assert len(web_server.asked_for("/a")) == tries
    assert events_of(page) == ["page.want", "page.fail"]


def test_a_site_that_asks_for_time_gets_it_and_one_asked_a_moment_ago_too(
    fact_checker: User,
) -> None:
    page_want(url="https://gazette.example/a", actor=fact_checker)
    page = page_begin(page_id=PageWish.objects.get().pk)
    assert page is not None
    busy = FetchFailed(Why.HTTP_STATUS, "busy", status=503, retry_after=3600)
    asked_for = page_refuse(page=page, error=busy).due_at
    assert asked_for is not None
    assert asked_for > timezone.now() + datetime.timedelta(minutes=55)
    make_due(page)
    page = page_begin(page_id=page.pk)
    assert page is not None
    page = page_refuse(page=page, error=FetchFailed(Why.TOO_SOON, "wait", retry_after=2))
    assert page.attempts == 1  # the site was not asked
    assert page.due_at is not None


@pytest.mark.parametrize(
    ("error", "attempts", "goes_on"),
    [
        (FetchFailed(Why.TOO_SOON, "", retry_after=2), 0, True),
        (FetchFailed(Why.REDIS_AWAY, "", retry_after=30), 0, True),
        (FetchFailed(Why.UNKNOWN_HOST, ""), 1, True),
        (FetchFailed(Why.ROBOTS_AWAY, ""), 1, True),
        (FetchFailed(Why.BROKEN, ""), 1, True),
        (FetchFailed(Why.HTTP_STATUS, "", status=429), 1, True),
        (FetchFailed(Why.HTTP_STATUS, "", status=502), 1, True),
        (FetchFailed(Why.HTTP_STATUS, "", status=404), 1, False),
        (FetchFailed(Why.BAD_PORT, ""), 1, False),
        (FetchFailed(Why.ENCODING, ""), 1, False),
        (FetchFailed(Why.DOWNGRADE, ""), 1, False),
        (FetchFailed(Why.NOT_TRUSTED, ""), 1, False),
    ],
    ids=lambda value: str(getattr(value, "why", value)),
)
def test_what_a_person_has_to_mend_is_not_asked_again(
    fact_checker: User, error: FetchFailed, attempts: int, goes_on: bool
) -> None:
    begun = page_begin(page_id=page_want(url="https://gazette.example/a", actor=fact_checker).pk)
    assert begun is not None
    row = page_refuse(page=begun, error=error)
    assert (row.attempts, row.due_at is not None) == (attempts, goes_on)


def test_a_page_of_a_feed_is_asked_for_until_a_site_was_down_for_two_days(editor: User) -> None:
    feed = feed_add(source=make_source(), actor=editor, url="https://gazette.example/feed")
    pages_want_of_feed(feed=feed, entries=[FeedEntry("https://gazette.example/a")])
    page = PageWish.objects.get()
    waited = datetime.timedelta()
    while page.due_at is not None:
        make_due(page)
        begun = page_begin(page_id=page.pk)
        assert begun is not None
        page = page_refuse(page=begun, error=FetchFailed(Why.UNREACHABLE, "down"))
        waited += page.due_at - timezone.now() if page.due_at else datetime.timedelta()
    assert datetime.timedelta(days=2) < waited < datetime.timedelta(days=3)
    assert page.failure


@pytest.mark.parametrize("body", ["<html><body></body></html>", ""])
def test_a_page_without_an_article_says_so_and_can_be_retried(
    web_server: PageServer, fact_checker: User, body: str
) -> None:
    url = web_server.behave("/a", answering(body), answering(page_html()))
    page = fetched(url, fact_checker)
    assert "was not taken" in page.failure
    page_retry(page=page, actor=fact_checker)
    fetch_page(page.pk)
    page.refresh_from_db()
    assert (page.outcome, page.failure) == (PageOutcome.NEW, "")
    with pytest.raises(WrongState):
        page_retry(page=page, actor=fact_checker)


def test_a_page_in_a_network_of_ours_is_not_fetched(
    web_server: PageServer, fact_checker: User, settings: Any
) -> None:
    url = web_server.place("/a", page_html())
    settings.FETCH_ALLOW_HOSTS = []
    page = fetched(url, fact_checker)
    assert "not on the public internet" in page.failure
    assert page.due_at is None
    assert web_server.requests == []


def test_a_page_that_kills_its_workers_is_given_up(fact_checker: User) -> None:
    page = page_want(url="https://gazette.example/a", actor=fact_checker)
    for _worker in range(MAX_ATTEMPTS):
        assert page_begin(page_id=page.pk) is not None
        assert page_begin(page_id=page.pk) is None  # it is held
        make_due(page)
    assert page_begin(page_id=page.pk) is None
    page.refresh_from_db()
    assert page.due_at is None
    assert "died" in page.failure


def test_a_worker_that_comes_too_late_writes_nothing(
    web_server: PageServer, fact_checker: User
) -> None:
    page = page_want(url=web_server.place("/a", page_html()), actor=fact_checker)
    begun = page_begin(page_id=page.pk)
    assert begun is not None
    make_due(page)
    fetch_page(page.pk)
    assert page_fail(page=begun, why="too late", lasting=True).failure == ""
    assert page_take(page=begun, fetched=page_ask(page=begun)).outcome == PageOutcome.NEW
    assert events_of(page) == ["page.want", "page.take"]


@pytest.mark.parametrize(
    "url", ["", "gazette.example", "ftp://a.example/x", "http://u:p@a.example/", "http://a b/"]
)
def test_what_is_no_address_is_refused_at_its_field(fact_checker: User, url: str) -> None:
    with pytest.raises(InvalidInput) as refusal:
        page_want(url=url, actor=fact_checker)
    assert refusal.value.field == "url"
    assert not PageWish.objects.exists()

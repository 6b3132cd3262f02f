"""Who may open which address: a table."""

from __future__ import annotations

from typing import Any

import pytest
from django.test import Client
from django.urls import reverse

from claims.models import AlertKind
from claims.services.alerts import alert_raise
from claims.services.check_imports import check_import_ask
from claims.services.page_wishes import page_want
from factcheck import flow
from factcheck.accounts.models import User
from reviews.domain.report_spec import ReportSpec
from reviews.services.report_wishes import ReportWish
from reviews.services.reports import report_request
from tests.factories import make_article, make_sentence, make_source, make_version
from tests.services.test_copies import PAGE, cited
from tests.walks import published_verdict
from tests.web_server import PageServer

pytestmark = pytest.mark.django_db

OPEN, LOGIN, MOVED, NO, POST = 200, 302, 302, 403, 405
EVERYBODY = {"anonymous": OPEN, "outsider": OPEN, "checker": OPEN, "editor": OPEN, "admin": OPEN}
SIGNED_IN = {**EVERYBODY, "anonymous": LOGIN}
DESK = {**SIGNED_IN, "outsider": NO}
EDITORS = {**DESK, "checker": NO, "admin": NO}
OVERSEERS = {**DESK, "checker": NO}
BY_POST_ONLY = dict.fromkeys(EVERYBODY, POST)
BY_POST_AT_THE_DESK = {**DESK, "checker": POST, "editor": POST, "admin": POST}
BY_POST_OF_OVERSEERS = {**OVERSEERS, "editor": POST, "admin": POST}
SENT_TO_ITS_PAGE = {**DESK, "checker": MOVED, "editor": MOVED, "admin": MOVED}

TABLE: dict[str, dict[str, int]] = {
    "verdict-list": EVERYBODY,
    "verdict-detail": EVERYBODY,
    "rating-picture": EVERYBODY,
    "methodology": EVERYBODY,
    "healthz": EVERYBODY,
    "login": {**dict.fromkeys(EVERYBODY, 302), "anonymous": OPEN},
    "logout": BY_POST_ONLY,
    "language": BY_POST_ONLY,
    "preferences": SIGNED_IN,
    "preferences-rows": {**BY_POST_ONLY, "anonymous": LOGIN},
    "password": {**BY_POST_ONLY, "anonymous": LOGIN},
    "search": DESK,
    "search-alike": DESK,
    "dashboard": DESK,
    "dashboard-table": DESK,
    "article-list": DESK,
    "article-add": DESK,
    "article-send": DESK,
    "article-share": SENT_TO_ITS_PAGE,
    "manifest": EVERYBODY,
    "article-detail": DESK,
    "article-progress": DESK,
    "article-rows": DESK,
    "article-fetch": BY_POST_AT_THE_DESK,
    "article-upload": BY_POST_AT_THE_DESK,
    "page-detail": DESK,
    "page-progress": DESK,
    "page-retry": BY_POST_AT_THE_DESK,
    "source-list": DESK,
    "source-detail": DESK,
    "source-export": DESK,
    "source-add": OVERSEERS,
    "source-import": BY_POST_OF_OVERSEERS,
    "source-save": BY_POST_OF_OVERSEERS,
    "source-feed-add": BY_POST_OF_OVERSEERS,
    "source-feed-pause": BY_POST_OF_OVERSEERS,
    "source-feed-resume": BY_POST_OF_OVERSEERS,
    "source-feed-poll": BY_POST_OF_OVERSEERS,
    "article-retry": BY_POST_AT_THE_DESK,
    "article-changes": DESK,
    "article-version-add": DESK,
    "earlier-check-list": DESK,
    "earlier-check-take": {**BY_POST_OF_OVERSEERS, "admin": NO},
    "earlier-check-import": DESK,
    "earlier-check-import-progress": DESK,
    "earlier-check-import-refused": DESK,
    "alert-list": DESK,
    "claim": SENT_TO_ITS_PAGE,
    "claim-explain": DESK,
    "alert-settle": {**BY_POST_OF_OVERSEERS, "admin": NO},
    "evidence-copy": DESK,
    "copy-state": DESK,
    "copy-bytes": DESK,
    "copy-keep": {**BY_POST_AT_THE_DESK, "admin": NO},
    "copy-quote": {**BY_POST_AT_THE_DESK, "admin": NO},
    "copy-delete": {**BY_POST_OF_OVERSEERS, "editor": NO},
    "passage-raise": BY_POST_AT_THE_DESK,
    "sentence": SENT_TO_ITS_PAGE,
    "sentence-raise": BY_POST_AT_THE_DESK,
    "sentence-no-claim": BY_POST_AT_THE_DESK,
    "sentence-take-back": BY_POST_AT_THE_DESK,
    "agreement": EDITORS,
    "recusal-list": DESK,
    "recusal-end": BY_POST_AT_THE_DESK,
    "discussion-people": DESK,
    "notification-list": DESK,
    "notification-read-all": BY_POST_AT_THE_DESK,
    "notification-read": BY_POST_AT_THE_DESK,
    "audit": OVERSEERS,
    "audit-script": OVERSEERS,
    "audit-export": {**OVERSEERS, "editor": NO},
    "report-list": OVERSEERS,
    "report-preview": OVERSEERS,
    "report-detail": OVERSEERS,
    "report-state": OVERSEERS,
    "report-row": OVERSEERS,
    "report-download": OVERSEERS,
    "report-cancel": BY_POST_OF_OVERSEERS,
    "report-retry": BY_POST_OF_OVERSEERS,
    "report-save": BY_POST_OF_OVERSEERS,
    "report-saved-build": BY_POST_OF_OVERSEERS,
    "report-saved-schedule": BY_POST_OF_OVERSEERS,
    "report-saved-delete": BY_POST_OF_OVERSEERS,
    "report-saved-restore": BY_POST_OF_OVERSEERS,
}


@pytest.fixture
def people(
    outsider: User, fact_checker: User, editor: User, administrator: User
) -> dict[str, User | None]:
    """One person of each kind."""
    return {
        "anonymous": None,
        "outsider": outsider,
        "checker": fact_checker,
        "editor": editor,
        "admin": administrator,
    }


@pytest.fixture
def addresses(fact_checker: User, editor: User, web_server: PageServer) -> dict[str, str]:
    """The address of every route of the table, each with a row behind it."""
    verdict = published_verdict(fact_checker, editor)
    report = report_request(actor=editor, wish=ReportWish(ReportSpec(), "csv"))
    flow.build_report(report.pk)
    sentence = make_sentence(make_version(make_article()))
    evidence = cited(fact_checker, web_server.place("/table", PAGE))
    alert, _is_new = alert_raise(kind=AlertKind.FEED_GONE, cause="feed 1")
    ids: dict[str, list[Any]] = {
        "article": [sentence.article_id],
        "sentence": [sentence.article_id, sentence.pk],
        "verdict": [verdict.claim_id],
        "claim": [verdict.claim_id],
        "rating": [verdict.rating_id],
        "passage": [sentence.article_id],
        "evidence": [evidence.pk],
        "copy": [evidence.pk],
        "report": [report.pk],
        "recusal": [1],
        "notification": [1],
        "page": [page_want(url="https://gazette.example/a", actor=editor).pk],
        "source": [make_source().pk],
        "alert": [alert.pk],
        "earlier": [check_import_ask(actor=editor, data=b"[]").pk],
        "dashboard": ["flow"],
    }
    without_row = {
        "article-list", "article-rows", "article-add", "article-send", "article-share",
        "article-upload",
        "verdict-list", "report-list", "agreement", "dashboard",
        "article-fetch", "report-preview", "report-save", "source-list", "source-add",
        "source-import", "source-export",
        "earlier-check-list", "earlier-check-take",
        "recusal-list", "alert-list", "notification-list", "notification-read-all",
    }  # fmt: skip
    return {
        route: reverse(route, args=[] if route in without_row else ids.get(route.split("-")[0], []))
        for route in TABLE
    }


def test_a_page_opens_for_those_it_is_for_and_nobody_else(
    people: dict[str, User | None], addresses: dict[str, str]
) -> None:
    """One desk for all pages: filling one takes longer than asking for ten."""
    answers: dict[str, dict[str, int]] = {route: {} for route in TABLE}
    for kind, person in people.items():
        client = Client()
        if person is not None:
            client.force_login(person)
        for route, address in addresses.items():
            answer = client.get(address)
            answer.getvalue()  # reading a file to its end closes it
            answers[route][kind] = answer.status_code
    assert answers == TABLE


def test_the_table_names_every_route_of_the_pages_it_is_about() -> None:
    from claims.web import earlier_check_urls as checks
    from claims.web import source_urls as sources
    from claims.web import urls as articles
    from factcheck.web import urls as web
    from reviews.web import report_urls as reports
    from reviews.web import urls as reviews

    served = (articles, checks, sources, web, reviews, reports)
    routes: list[Any] = [route for urls in served for route in urls.urlpatterns]
    assert {route.name for route in routes if hasattr(route, "name")} == set(TABLE)


def test_a_stranger_is_sent_to_the_log_in_page_and_back(client: Client) -> None:
    answer = client.get(reverse("article-list"))
    assert answer.headers["Location"] == f"{reverse('login')}?next={reverse('article-list')}"

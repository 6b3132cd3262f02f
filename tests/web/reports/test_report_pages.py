"""People choose what a report holds, see it being built and download it."""

from __future__ import annotations

import csv
import hashlib
import io
import json
import uuid
from typing import Any

import pytest
from django.db import connection
from django.test import Client
from django.test.utils import CaptureQueriesContext
from django.urls import reverse
from django.utils import timezone

from factcheck import flow
from factcheck.accounts.models import User
from reviews.models import Report, ReportStatus
from reviews.web.days import periods
from tests.audit import events_of
from tests.factories import make_source
from tests.walks import published_verdict

pytestmark = pytest.mark.django_db
WISH = {"period": "this_month", "statuses": ["published"], "format": "csv", "language": "en"}


@pytest.fixture
def desk(client: Client, editor: User) -> Client:
    """A signed-in editor's browser."""
    client.force_login(editor)
    return client


def ask(desk: Client, **changed: Any) -> Report:
    """Ask for a report on this month."""
    answer = desk.post(reverse("report-list"), WISH | changed)
    assert answer.status_code == 302, answer.content.decode()
    return Report.objects.latest("id")


def download(desk: Client, report: Report) -> tuple[bytes, str, str]:
    """Return what is sent, its content type, and under which name."""
    answer = desk.get(reverse("report-download", args=[report.pk]))
    assert answer.status_code == 200
    sent = answer.getvalue()
    return sent, answer.headers["Content-Type"], answer.headers["Content-Disposition"]


def page(desk: Client, route: str, *args: Any, **query: Any) -> str:
    answer = desk.get(reverse(route, args=args), query)
    assert answer.status_code == 200
    return answer.content.decode()


def test_the_page_teaches_the_first_report(desk: Client) -> None:
    assert "No report was built yet" in page(desk, "report-list")


def test_a_report_is_asked_for_built_and_downloaded_as_csv(
    desk: Client, fact_checker: User, editor: User
) -> None:
    verdict = published_verdict(fact_checker, editor)
    report = ask(desk, columns=["claim", "rating"], ratings=["mostly-false"], byte_order_mark="on")
    assert report.requested_by == editor
    flow.build_report(report.pk)
    sent, kind, disposition = download(desk, report)
    report.refresh_from_db()
    assert kind == "text/csv; charset=utf-8"
    spec = report.spec
    name = f"verdicts-{spec['published_from']}-{spec['published_to']}.csv"
    assert disposition == f'attachment; filename="{name}"'
    assert hashlib.sha256(sent).hexdigest() == report.sha256
    [row] = csv.DictReader(io.StringIO(sent.decode("utf-8-sig")))
    assert row == {"claim": verdict.claim.text, "rating": "Mostly false"}
    assert events_of(report).count("report.download") == 1
    peek = desk.head(reverse("report-download", args=[report.pk]))
    assert (peek.status_code, peek.headers["Content-Length"]) == (200, str(len(sent)))
    assert events_of(report).count("report.download") == 1


def test_a_report_as_json_ld_is_json_with_its_own_content_type(
    desk: Client, fact_checker: User, editor: User
) -> None:
    published_verdict(fact_checker, editor)
    report = ask(desk, format="jsonld")
    flow.build_report(report.pk)
    sent, kind, disposition = download(desk, report)
    assert kind == "application/ld+json"
    assert disposition.endswith('.jsonld"')
    assert len(json.loads(sent)["dataFeedElement"]) == 1


def test_the_preview_shows_the_first_rows_and_how_many_there_are(
    desk: Client, fact_checker: User, editor: User
) -> None:
    for _verdict in range(11):
        published_verdict(fact_checker, editor)
    shown = page(desk, "report-preview", **WISH, columns=["version"])
    assert "11 verdicts" in shown
    assert shown.count("<tr>") == 11  # the head and the first ten
    assert "No verdict fits" in page(desk, "report-preview", **WISH | {"ratings": ["true"]})
    refused = page(desk, "report-preview", **WISH | {"period": "", "published_from": "soon"})
    assert "Published from: Enter a valid date" in refused


@pytest.mark.parametrize("route", ["report-row", "report-state"])
def test_what_shows_the_progress_asks_again_until_the_report_has_ended(
    desk: Client, route: str
) -> None:
    report = ask(desk)
    Report.objects.filter(pk=report.pk).update(
        status=ReportStatus.BUILDING, token=uuid.uuid4(), total=4000, progress=1000
    )
    building = page(desk, route, report.pk)
    assert "hx-trigger" in building
    assert '<progress max="4000" value="1000"' in building
    Report.objects.filter(pk=report.pk).update(due_at=timezone.now())
    flow.build_report(report.pk)
    done = page(desk, route, report.pk)
    assert "hx-trigger" not in done
    report.refresh_from_db()
    assert report.sha256 in done


def test_the_page_of_a_report_says_in_words_what_it_holds(desk: Client) -> None:
    report = ask(desk, ratings=["false"], speakers=" Rina  Wijaya \n", group_by="rating")
    shown = page(desk, "report-detail", report.pk)
    for words in ("Rina Wijaya", "False", "both included", "rating", "editor"):
        assert words in shown
    again = page(desk, "report-list", report=report.pk)
    assert '<input type="checkbox" name="ratings" value="false"' in again
    assert "Rina Wijaya</textarea>" in again


def test_a_page_of_many_reports_asks_the_database_no_more_often_than_of_one(
    desk: Client, editor: User, django_assert_num_queries: Any
) -> None:
    outlet = make_source("Suara Teluk")
    filters = {"outlets": [outlet.pk], "reviewers": [editor.pk], "ratings": ["false"]}
    ask(desk)
    Report.objects.update(spec=filters)
    page(desk, "report-list")
    with CaptureQueriesContext(connection) as queries:
        one = page(desk, "report-list").count("Suara Teluk")
    asked = len(queries)
    for _report in range(5):
        ask(desk)
    Report.objects.update(spec=filters)
    with django_assert_num_queries(asked):
        assert page(desk, "report-list").count("Suara Teluk") == one + 5


def test_a_failure_is_shown_with_what_to_do(desk: Client) -> None:
    report = ask(desk)
    Report.objects.filter(pk=report.pk).update(
        status=ReportStatus.FAILED, failure="OSError: <disk full>", due_at=None
    )
    shown = page(desk, "report-list")
    assert "OSError: &lt;disk full&gt;" in shown
    desk.post(reverse("report-retry", args=[report.pk]))
    desk.post(reverse("report-cancel", args=[report.pk]))
    assert Report.objects.get().status == ReportStatus.CANCELLED
    assert "nothing to cancel" in (
        desk.post(reverse("report-cancel", args=[report.pk]), follow=True).content.decode()
    )


@pytest.mark.parametrize(
    ("wrong", "message"),
    [
        ({"published_to": "2026-01-01", "published_from": "2026-02-01"}, "ends before it starts"),
        ({"published_from": "0001-01-01"}, "year from 1600 to 2200"),
        ({"published_to": "9999-12-31"}, "year from 1600 to 2200"),
        ({"published_from": "soon"}, "Enter a valid date"),
        ({"format": "docx"}, "Select a valid choice"),
        ({"columns": ["mood"]}, "Select a valid choice"),
        ({"statuses": []}, "Choose at least one of"),
        ({"speakers": "x" * 201}, "at most 200 characters"),
    ],
)
def test_a_refused_wish_is_said_at_the_field(
    desk: Client, wrong: dict[str, Any], message: str
) -> None:
    answer = desk.post(reverse("report-list"), WISH | {"period": ""} | wrong)
    assert answer.status_code == 422
    assert message in answer.content.decode()
    assert not Report.objects.exists()


def test_a_report_that_waits_or_lost_its_file_says_so_instead_of_being_sent(desk: Client) -> None:
    report = ask(desk)
    address = reverse("report-download", args=[report.pk])
    waiting = desk.get(address)
    assert (waiting.status_code, b"not built yet" in waiting.content) == (409, True)
    flow.build_report(report.pk)
    Report.objects.filter(pk=report.pk).update(file="reports/gone.csv")
    gone = desk.get(address)
    assert (gone.status_code, b"Ask for the report again" in gone.content) == (409, True)
    Report.objects.filter(pk=report.pk).update(status=ReportStatus.EXPIRED, file="")
    assert b"its time was over" in desk.get(address).content


def test_a_fact_checker_cannot_ask_for_a_report(client: Client, fact_checker: User) -> None:
    client.force_login(fact_checker)
    assert client.post(reverse("report-list"), {}).status_code == 403
    assert not Report.objects.exists()


def test_the_periods_offered_end_by_today() -> None:
    assert max(each.last for each in periods()) == timezone.localdate()
    assert all(each.first <= each.last for each in periods())

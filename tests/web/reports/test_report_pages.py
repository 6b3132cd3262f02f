"""Editors ask for reports and download them."""

from __future__ import annotations

import csv
import datetime
import hashlib
import io
import json

import pytest
from django.test import Client
from django.urls import reverse
from django.utils import timezone

from factcheck import flow
from factcheck.accounts.models import User
from reviews.models import Report, ReportStatus
from reviews.web.report_form import periods
from tests.walks import published_verdict

pytestmark = pytest.mark.django_db


@pytest.fixture
def desk(client: Client, editor: User) -> Client:
    """A signed-in editor's browser."""
    client.force_login(editor)
    return client


def ask(desk: Client, format: str = "csv", **changed: str) -> Report:
    """Ask for a report on this month."""
    today = timezone.localdate().isoformat()
    fields = {"published_from": f"{today[:8]}01", "published_to": today, "format": format}
    answer = desk.post(reverse("report-list"), fields | changed)
    assert answer.status_code == 302
    return Report.objects.latest("id")


def download(desk: Client, report: Report) -> tuple[bytes, str, str]:
    """Return what is sent, its content type, and under which name."""
    answer = desk.get(reverse("report-download", args=[report.pk]))
    assert answer.status_code == 200
    sent = answer.getvalue()
    return sent, answer.headers["Content-Type"], answer.headers["Content-Disposition"]


def test_the_page_teaches_the_first_report(desk: Client) -> None:
    assert "No report was built yet" in desk.get(reverse("report-list")).content.decode()


def test_a_report_is_asked_for_built_and_downloaded_as_csv(
    desk: Client, fact_checker: User, editor: User
) -> None:
    verdict = published_verdict(fact_checker, editor)
    report = ask(desk)
    assert report.requested_by == editor
    flow.build_report(report.pk)
    sent, kind, disposition = download(desk, report)
    report.refresh_from_db()
    assert kind == "text/csv; charset=utf-8"
    name = f"verdicts-{report.published_from}-{report.published_to}.csv"
    assert disposition == f'attachment; filename="{name}"'
    assert hashlib.sha256(sent).hexdigest() == report.sha256
    [row] = csv.DictReader(io.StringIO(sent.decode("utf-8-sig")))
    assert row["claim"] == verdict.claim.text


def test_a_report_as_json_ld_is_json_with_its_own_content_type(
    desk: Client, fact_checker: User, editor: User
) -> None:
    published_verdict(fact_checker, editor)
    report = ask(desk, "jsonld")
    flow.build_report(report.pk)
    sent, kind, disposition = download(desk, report)
    assert kind == "application/ld+json"
    assert disposition.endswith('.jsonld"')
    assert len(json.loads(sent)["dataFeedElement"]) == 1


def test_a_waiting_row_asks_again_and_a_finished_one_does_not(desk: Client) -> None:
    report = ask(desk)
    address = reverse("report-row", args=[report.pk])
    assert "hx-trigger" in desk.get(address).content.decode()
    flow.build_report(report.pk)
    done = desk.get(address).content.decode()
    assert "hx-trigger" not in done
    report.refresh_from_db()
    assert report.sha256 in done


def test_a_failure_is_shown_with_what_to_do(desk: Client) -> None:
    report = ask(desk)
    Report.objects.filter(pk=report.pk).update(
        status=ReportStatus.FAILED, failure="OSError: <disk full>"
    )
    page = desk.get(reverse("report-list")).content.decode()
    assert "OSError: &lt;disk full&gt;" in page
    assert "Ask for it again" in page


@pytest.mark.parametrize(
    ("wrong", "message"),
    [
        ({"published_to": "2026-01-01", "published_from": "2026-02-01"}, "ends before it starts"),
        ({"published_from": "0001-01-01"}, "year from 1600 to 2200"),
        ({"published_to": "9999-12-31"}, "year from 1600 to 2200"),
        ({"published_from": "soon"}, "Enter a valid date"),
        ({"format": "pdf"}, "Select a valid choice"),
    ],
)
def test_a_refused_wish_is_said_at_the_field(
    desk: Client, wrong: dict[str, str], message: str
) -> None:
    fields = {"published_from": "2026-03-01", "published_to": "2026-03-31", "format": "csv"}
    answer = desk.post(reverse("report-list"), fields | wrong)
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


def test_a_fact_checker_cannot_ask_for_a_report(client: Client, fact_checker: User) -> None:
    client.force_login(fact_checker)
    assert client.post(reverse("report-list"), {}).status_code == 403
    assert not Report.objects.exists()


def test_a_period_at_a_click_fills_the_form(desk: Client) -> None:
    page = desk.get(reverse("report-list"), {"from": "2026-02-01", "to": "2026-02-28"})
    assert 'value="2026-02-28"' in page.content.decode()


def test_the_periods_offered_join_without_gap_and_end_by_today() -> None:
    this_month, last_month, week, year = periods()
    assert last_month.last + datetime.timedelta(days=1) == this_month.first
    assert last_month.first.day == 1
    assert (week.last - week.first).days == 6
    assert year.first.month == year.first.day == 1
    assert max(each.last for each in periods()) == timezone.localdate()

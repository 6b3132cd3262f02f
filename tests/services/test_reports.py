"""Reports: an editor asks, a worker builds, the file is whole or absent."""

from __future__ import annotations

import csv
import datetime
import hashlib
import io
import json

import pytest
from django.core.files.storage import default_storage
from django.utils import timezone

from factcheck.accounts.models import User
from factcheck.errors import InvalidInput, NotAllowed
from reviews.models import Report, ReportStatus, Verdict
from reviews.services.reports import report_build, report_fail, report_request
from tests.audit import events_of
from tests.walks import published_verdict

TODAY = datetime.date(2026, 3, 9)


def ask(editor: User, format: str = "csv", day: datetime.date | None = None) -> Report:
    day = day or timezone.localdate()
    return report_request(actor=editor, format=format, published_from=day, published_to=day)


def content(report: Report) -> bytes:
    with default_storage.open(report.file) as file:
        return bytes(file.read())


def test_a_report_of_a_day_holds_its_verdicts(fact_checker: User, editor: User) -> None:
    verdict = published_verdict(fact_checker, editor)
    report = report_build(report_id=ask(editor).pk)
    data = content(report)
    assert report.status == ReportStatus.DONE
    assert (report.rows, report.size) == (1, len(data))
    assert report.sha256 == hashlib.sha256(data).hexdigest()
    (row,) = csv.DictReader(io.StringIO(data.decode("utf-8-sig")))
    assert row["claim_id"] == str(verdict.claim_id)
    assert row["content_sha256"] == verdict.content_hash
    assert events_of(report) == ["report.request", "report.build"]


def test_a_report_as_claim_review_is_a_feed_of_them(fact_checker: User, editor: User) -> None:
    verdict = published_verdict(fact_checker, editor)
    feed = json.loads(content(report_build(report_id=ask(editor, "jsonld").pk)))
    (review,) = feed["dataFeedElement"]
    assert feed["@type"] == "DataFeed"
    assert review["@type"] == "ClaimReview"
    assert review["claimReviewed"] == verdict.claim.text


def test_a_report_without_verdicts_is_a_file_without_rows(editor: User) -> None:
    report = report_build(report_id=ask(editor).pk)
    assert (report.status, report.rows) == (ReportStatus.DONE, 0)
    assert content(report).decode("utf-8-sig").startswith("claim_id,")


def test_days_are_those_of_the_person_who_asked(fact_checker: User, editor: User) -> None:
    # 18:30 UTC on 9 March is half past one on the 10th in Jakarta.
    verdict = published_verdict(fact_checker, editor)
    late = datetime.datetime(2026, 3, 9, 18, 30, tzinfo=datetime.UTC)
    Verdict.objects.filter(pk=verdict.pk).update(published_at=late)
    tomorrow = TODAY + datetime.timedelta(days=1)
    with timezone.override("Asia/Jakarta"):
        rows = [report_build(report_id=ask(editor, day=day).pk).rows for day in (TODAY, tomorrow)]
    assert rows == [0, 1]


def test_building_twice_leaves_one_file(editor: User) -> None:
    report = ask(editor)
    first, second = (report_build(report_id=report.pk) for _ in range(2))
    assert first.file == second.file
    assert default_storage.listdir("reports")[1] == [first.file.removeprefix("reports/")]
    assert events_of(report) == ["report.request", "report.build"]


def test_a_report_that_failed_says_why(editor: User) -> None:
    report = ask(editor)
    report_fail(report_id=report.pk, error=OSError("disk full"))
    stored = Report.objects.get()
    assert (stored.status, stored.failure) == (ReportStatus.FAILED, "OSError: disk full")
    assert report_build(report_id=report.pk).file == ""


def test_reports_are_for_editors(fact_checker: User, administrator: User, outsider: User) -> None:
    for person in (fact_checker, administrator, outsider):
        with pytest.raises(NotAllowed):
            ask(person)
    assert not Report.objects.exists()


def test_an_unknown_format_is_refused(editor: User) -> None:
    with pytest.raises(InvalidInput) as refusal:
        ask(editor, "docx")
    assert refusal.value.field == "format"


def test_a_period_that_ends_before_it_starts_is_refused(editor: User) -> None:
    with pytest.raises(InvalidInput) as refusal:
        report_request(
            actor=editor,
            format="csv",
            published_from=TODAY,
            published_to=TODAY - datetime.timedelta(days=1),
        )
    assert refusal.value.field == "published_to"

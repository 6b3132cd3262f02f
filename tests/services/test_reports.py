"""Reports: somebody asks, a worker builds, the file is whole or absent."""

from __future__ import annotations

import csv
import datetime
import hashlib
import io
import json
import uuid
from pathlib import Path
from typing import Any

import pytest
from django.core.files.storage import default_storage
from django.utils import timezone

from factcheck import flow
from factcheck.accounts.models import User
from factcheck.errors import InvalidInput, NotAllowed, WrongState
from reviews.domain.report_spec import ReportSpec
from reviews.exports.files import EXTENSIONS, WRITERS
from reviews.exports.stopping import Cancelled
from reviews.exports.stored import stored_report
from reviews.models import Report, ReportStatus, Verdict
from reviews.services.corrections import verdict_retract
from reviews.services.report_building import MAX_ATTEMPTS, report_begin, report_build, report_fail
from reviews.services.report_expiry import reports_expire
from reviews.services.report_wishes import ReportWish
from reviews.services.reports import report_cancel, report_request, report_retry
from tests.audit import events_of
from tests.walks import published_verdict

TODAY = datetime.date(2026, 3, 9)
HOUR = datetime.timedelta(hours=1)


def ask(person: User, format: str = "csv", **spec: Any) -> Report:
    return report_request(actor=person, wish=ReportWish(ReportSpec(**spec), format))


def built(report: Report) -> Report:
    flow.build_report(report.pk)
    return Report.objects.get(pk=report.pk)


def begun(report: Report) -> uuid.UUID:
    token = report_begin(report_id=report.pk)
    assert token is not None
    return token


def content(report: Report) -> bytes:
    with default_storage.open(report.file) as file:
        return bytes(file.read())


def rows_of(report: Report) -> list[dict[str, str]]:
    return list(csv.DictReader(io.StringIO(content(report).decode("utf-8-sig"))))


def files() -> list[str]:
    return [path.name for path in Path(default_storage.path("reports")).iterdir()]


def test_a_report_holds_the_verdicts_and_says_what_it_is(fact_checker: User, editor: User) -> None:
    verdict = published_verdict(fact_checker, editor)
    report = built(ask(editor))
    data = content(report)
    assert report.status == ReportStatus.DONE
    assert (report.total, report.progress, report.rows, report.size) == (1, 1, 1, len(data))
    assert report.sha256 == hashlib.sha256(data).hexdigest()
    (row,) = rows_of(report)
    assert row["claim_id"] == str(verdict.claim_id)
    assert row["content_sha256"] == verdict.content_hash
    assert events_of(report) == ["report.request", "report.build"]


def test_every_format_that_is_offered_is_built_and_sent_under_its_name(
    fact_checker: User, editor: User
) -> None:
    published_verdict(fact_checker, editor)
    for format in WRITERS:
        report = built(ask(editor, format.value, group_by="rating"))
        assert (report.failure, report.rows) == ("", 1), format
        stored = stored_report(report)
        with stored.file as file:
            assert hashlib.sha256(file.read()).hexdigest() == report.sha256
        assert stored.name == f"verdicts-{report.pk}.{EXTENSIONS[format]}"


def test_a_report_as_claim_review_is_a_feed_of_them(fact_checker: User, editor: User) -> None:
    verdict = published_verdict(fact_checker, editor)
    feed = json.loads(content(built(ask(editor, "jsonld"))))
    (review,) = feed["dataFeedElement"]
    assert feed["@type"] == "DataFeed"
    assert review["@type"] == "ClaimReview"
    assert review["claimReviewed"] == verdict.claim.text


def test_a_report_without_verdicts_is_a_file_without_rows(editor: User) -> None:
    report = built(ask(editor))
    assert (report.status, report.rows) == (ReportStatus.DONE, 0)
    assert content(report).decode("utf-8-sig").startswith("claim_id,")


def test_days_are_those_of_the_time_zone_of_the_filters(fact_checker: User, editor: User) -> None:
    # 18:30 UTC on 9 March is half past one on the 10th in Jakarta.
    verdict = published_verdict(fact_checker, editor)
    late = datetime.datetime(2026, 3, 9, 18, 30, tzinfo=datetime.UTC)
    Verdict.objects.filter(pk=verdict.pk).update(published_at=late)
    days = (TODAY, TODAY + datetime.timedelta(days=1))
    rows = [
        built(ask(editor, published_from=day, published_to=day, time_zone="Asia/Jakarta")).rows
        for day in days
    ]
    assert rows == [0, 1]


def test_what_happens_after_the_request_is_not_in_the_report(
    fact_checker: User, editor: User, second_editor: User
) -> None:
    verdict = published_verdict(fact_checker, editor)
    report = ask(editor)
    published_verdict(fact_checker, editor)
    verdict_retract(verdict=verdict, actor=second_editor, note="Wrong table.")
    (row,) = rows_of(built(report))
    assert (row["claim_id"], row["status"]) == (str(verdict.claim_id), "published")
    assert row["retraction_note"] == ""


def test_a_period_by_name_is_days_once_it_is_asked_for(editor: User) -> None:
    wish = ReportWish(ReportSpec(time_zone="Asia/Jakarta"), "csv", period="last_month")
    late = datetime.datetime(2026, 3, 31, 18, tzinfo=datetime.UTC)
    report = report_request(actor=editor, wish=wish, seen_at=late)
    assert report.spec["published_from"] == "2026-03-01"
    assert report.spec["published_to"] == "2026-03-31"


def test_a_report_that_is_done_is_not_begun_again(editor: User) -> None:
    report = built(ask(editor))
    assert report_begin(report_id=report.pk) is None
    assert built(report).file == report.file
    assert files() == [report.file.removeprefix("reports/")]
    assert events_of(report) == ["report.request", "report.build"]


def test_a_report_that_failed_says_why_and_is_built_after_all(editor: User) -> None:
    report = ask(editor)
    report_fail(report_id=report.pk, token=begun(report), error=OSError("disk full"))
    failed = Report.objects.get()
    assert (failed.status, failed.failure) == (ReportStatus.FAILED, "OSError: disk full")
    again = built(report_retry(report=failed, actor=editor))
    assert (again.status, again.failure) == (ReportStatus.DONE, "")
    assert events_of(report)[1:] == ["report.fail", "report.retry", "report.build"]
    with pytest.raises(WrongState):
        report_retry(report=again, actor=editor)


def test_a_cancelled_report_leaves_nothing_of_its_file(
    editor: User, django_capture_on_commit_callbacks: Any
) -> None:
    report = ask(editor)
    token = begun(report)
    part = Path(default_storage.path(f"reports/{report.pk}-{token.hex}.part"))
    part.parent.mkdir(parents=True)
    part.write_text("half a row")
    with django_capture_on_commit_callbacks(execute=True):
        report_cancel(report=report, actor=editor)
    with pytest.raises(Cancelled):
        report_build(report_id=report.pk, token=token)
    assert files() == []
    assert built(report).status == ReportStatus.CANCELLED
    with pytest.raises(WrongState):
        report_cancel(report=report, actor=editor)


def test_whoever_may_ask_for_reports_cancels_and_retries_those_of_others(
    fact_checker: User, editor: User, administrator: User
) -> None:
    for owner, person in ((editor, administrator), (administrator, editor)):
        report = report_cancel(report=ask(owner), actor=person)
        assert report_retry(report=report, actor=person).status == ReportStatus.WAITING
        for act in (report_cancel, report_retry):
            with pytest.raises(NotAllowed):
                act(report=report, actor=fact_checker)


def test_a_worker_that_was_taken_for_dead_changes_nothing_any_more(editor: User) -> None:
    report = ask(editor)
    sleeper = begun(report)
    Report.objects.update(due_at=timezone.now())
    other = begun(report)
    with pytest.raises(Cancelled):
        report_build(report_id=report.pk, token=sleeper)
    report_fail(report_id=report.pk, token=sleeper, error=OSError("woke up late"))
    assert report_build(report_id=report.pk, token=other).status == ReportStatus.DONE
    assert len(files()) == 1


def test_a_report_whose_workers_die_one_after_the_other_is_given_up(editor: User) -> None:
    report = ask(editor)
    for _death in range(MAX_ATTEMPTS):
        begun(report)
        Report.objects.update(due_at=timezone.now())
    assert report_begin(report_id=report.pk) is None
    assert Report.objects.get().status == ReportStatus.FAILED
    assert events_of(report) == ["report.request", "report.fail"]


def test_a_file_goes_when_its_time_is_over_and_its_hash_stays(editor: User) -> None:
    report, fresh = built(ask(editor)), built(ask(editor))
    Report.objects.filter(pk=report.pk).update(expires_at=timezone.now() - HOUR)
    assert [reports_expire(), reports_expire()] == [1, 0]
    expired = Report.objects.get(pk=report.pk)
    assert (expired.status, expired.file) == (ReportStatus.EXPIRED, "")
    assert expired.sha256 == report.sha256
    assert files() == [fresh.file.removeprefix("reports/")]
    assert events_of(report)[-1] == "report.expire"


def test_a_part_that_nobody_writes_any_more_is_swept_away(editor: User) -> None:
    report = built(ask(editor))
    left = Path(default_storage.path(f"reports/{report.pk + 1}-0.part"))
    left.write_text("half a row")
    reports_expire()
    assert files() == [report.file.removeprefix("reports/")]


def test_reports_are_for_editors_and_administrators(
    fact_checker: User, administrator: User, outsider: User
) -> None:
    for person in (fact_checker, outsider):
        with pytest.raises(NotAllowed):
            ask(person)
    assert ask(administrator).requested_by == administrator


@pytest.mark.parametrize(
    ("field", "wish"),
    [
        ("format", ReportWish(ReportSpec(), "docx")),
        ("language", ReportWish(ReportSpec(), "csv", "tlh")),
        ("period", ReportWish(ReportSpec(), "csv", period="soon")),
        ("columns", ReportWish(ReportSpec(columns=("mood",)), "csv")),
    ],
)
def test_what_no_report_can_be_made_of_is_refused_by_field(
    editor: User, field: str, wish: ReportWish
) -> None:
    with pytest.raises(InvalidInput) as refusal:
        report_request(actor=editor, wish=wish)
    assert refusal.value.field == field

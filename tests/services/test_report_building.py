"""A file that was begun is gone on with behind its last verdict, or started anew; parts go."""

from __future__ import annotations

import csv
import io
import uuid
from collections.abc import Callable
from pathlib import Path
from typing import Any

import pytest
from django.core.files.storage import default_storage
from django.db import connection

from factcheck import flow
from factcheck.accounts.models import User
from reviews.domain.report_spec import ReportSpec
from reviews.exports.part_files import part_name, part_open
from reviews.models import ItemTag, Report, Tag, Verdict
from reviews.selectors.report_rows import ReportRows
from reviews.services.report_building import report_begin
from reviews.services.report_expiry import reports_expire
from reviews.services.report_progress import Progress
from reviews.services.report_wishes import ReportWish
from reviews.services.reports import report_request
from tests.walks import published_verdict

FLOOD = ReportSpec(topics=("flood",), columns=("claim_id",), byte_order_mark=False)
EVERYTHING = ReportSpec(columns=("claim_id",), byte_order_mark=False)
MARK = b"999999\r\n"  # in place of a row that was written: shows that it is not written again


@pytest.fixture
def verdicts(fact_checker: User, editor: User) -> list[Verdict]:
    return [published_verdict(fact_checker, editor) for _number in range(4)]


def left(editor: User, spec: ReportSpec, total: int, last: Verdict) -> Report:
    """Return a report whose worker died behind two of `total` rows, the second that of `last`."""
    report = report_request(actor=editor, wish=ReportWish(spec, "csv"))
    part, written = part_name(report.pk, uuid.uuid4()), b"claim_id\r\n" + 2 * MARK
    path(part).parent.mkdir(parents=True, exist_ok=True)
    path(part).write_bytes(written)
    noted = {"part": part, "part_rows": 2, "part_after": last.pk, "part_bytes": len(written)}
    Report.objects.filter(pk=report.pk).update(total=total, **noted)
    return report


def path(name: str) -> Path:
    return Path(default_storage.path(name))


def claims(report: Report) -> list[str]:
    """Build the report; return what is in its rows."""
    flow.build_report(report.pk)
    built = Report.objects.get(pk=report.pk)
    assert built.failure == ""
    rows = list(csv.DictReader(io.StringIO(path(built.file).read_text())))
    assert built.rows == len(rows)
    return [row["claim_id"] for row in rows]


def test_a_file_is_gone_on_with_behind_its_last_verdict(
    editor: User, verdicts: list[Verdict]
) -> None:
    _a, b, c, d = verdicts
    report = left(editor, EVERYTHING, total=4, last=b)
    assert claims(report) == ["999999", "999999", str(c.claim_id), str(d.claim_id)]


def test_rows_that_may_have_moved_are_written_anew(editor: User, verdicts: list[Verdict]) -> None:
    a, b, c, d = verdicts
    flood = Tag.objects.create(name="flood", added_by=editor)
    for verdict in (a, b, c):
        ItemTag.objects.create(item=verdict.item, tag=flood)
    report = left(editor, FLOOD, total=3, last=b)
    # As many as before, but c is the second of them now.
    ItemTag.objects.filter(item=a.item).delete()
    ItemTag.objects.create(item=d.item, tag=flood)
    assert claims(report) == [str(each.claim_id) for each in (b, c, d)]


def test_a_part_of_before_its_last_verdict_was_kept_is_written_anew(
    editor: User, verdicts: list[Verdict]
) -> None:
    report = left(editor, EVERYTHING, total=4, last=verdicts[1])
    Report.objects.update(part_after=0)
    assert claims(report) == [str(each.claim_id) for each in verdicts]


def test_deaths_count_until_more_is_written_than_ever_before(editor: User) -> None:
    report = report_request(actor=editor, wish=ReportWish(EVERYTHING, "csv"))
    token = report_begin(report_id=report.pk)
    assert token is not None
    file, _length = part_open(report.pk, token, former="", length=0)
    with file:
        read = ReportRows(EVERYTHING, after=7)
        for rows, attempts in ((1000, 1), (2000, 1), (2001, 0)):
            Progress(report.pk, token, file, read, goes_on=True, furthest=2000).told(rows)
            noted = Report.objects.get()
            assert (noted.attempts, noted.part_rows, noted.part_after) == (attempts, rows, 7)
    assert noted.furthest == 2001


def test_the_sweep_deletes_a_part_beside_a_finished_file_and_not_the_file(
    editor: User, verdicts: list[Verdict]
) -> None:
    report = report_request(actor=editor, wish=ReportWish(EVERYTHING, "csv"))
    assert len(claims(report)) == 4
    file = Report.objects.get().file
    stray = path(part_name(report.pk, uuid.uuid4()))
    stray.write_bytes(MARK)
    reports_expire()
    assert (stray.exists(), path(file).exists()) == (False, True)


def test_the_sweep_leaves_a_report_alone_that_is_done_once_the_database_is_asked(
    editor: User, verdicts: list[Verdict]
) -> None:
    report = left(editor, EVERYTHING, total=4, last=verdicts[1])
    waiting = [report]

    def finish_first(execute: Callable[..., Any], sql: str, params: Any, *rest: Any) -> Any:
        """Finish the report between the look at the disk and the question what is under way."""
        if waiting and "waiting" in (params or ()):
            claims(waiting.pop())
        return execute(sql, params, *rest)

    with connection.execute_wrapper(finish_first):
        reports_expire()
    assert not waiting
    assert path(Report.objects.get().file).exists()

"""Reports: an editor asks, a worker builds, the file is whole or absent."""

from __future__ import annotations

import datetime
import hashlib
import tempfile
from functools import partial
from typing import IO

from django.conf import settings
from django.core.files import File
from django.core.files.storage import default_storage
from django.db import transaction
from django.db.models import F
from django.utils import timezone
from django.utils.translation import gettext as _

from factcheck.accounts.models import User
from factcheck.accounts.roles import Role
from factcheck.audit.log import record
from factcheck.errors import InvalidInput, NotAllowed
from reviews.domain.report_spec import ReportSpec
from reviews.exports.columns import columns_of
from reviews.exports.files import EXTENSIONS, WRITERS, write_report
from reviews.exports.table import Table
from reviews.models import Report, ReportFormat, ReportStatus
from reviews.selectors.report_rows import report_rows

MAX_ATTEMPTS = 3
# No task runs longer than that: a report still waiting then has lost its worker.
BUILD_LEASE = datetime.timedelta(seconds=settings.CELERY_TASK_TIME_LIMIT)


def report_request(
    *, actor: User, format: str, published_from: datetime.date, published_to: datetime.date
) -> Report:
    """Ask for a report on the verdicts published in a period (both days included).

    Days are those of the time zone the person sees. Raises NotAllowed for all but editors,
    InvalidInput naming the field.
    """
    if Role.EDITOR not in actor.roles:
        raise NotAllowed(_("Reports are for editors."), code="role")
    if format not in WRITERS:
        raise InvalidInput("format", _("There is no such format of reports."))
    if published_to < published_from:
        raise InvalidInput("published_to", _("The period ends before it starts. Swap the days."))
    with transaction.atomic():
        report = Report.objects.create(
            requested_by=actor,
            format=format,
            published_from=published_from,
            published_to=published_to,
            time_zone=timezone.get_current_timezone_name(),
            due_at=timezone.now(),
        )
        record(actor=actor, action="report.request", target=report, after={"format": format})
    return report


def report_begin(*, report_id: int) -> bool:
    """Claim a due report for this worker; False when it is not due.

    A guarded update, as for the steps of articles: of two workers one gets it, it is due again if
    that one dies, and given up after MAX_ATTEMPTS.
    """
    now = timezone.now()
    due = Report.objects.filter(pk=report_id, status=ReportStatus.WAITING, due_at__lte=now)
    if due.filter(attempts__gte=MAX_ATTEMPTS).exists():
        _give_up(report_id, _("The worker died while building it."))
        return False
    return bool(due.update(due_at=now + BUILD_LEASE, attempts=F("attempts") + 1))


def report_build(*, report_id: int) -> Report:
    """Write the file of a waiting report. Building twice leaves one file and one digest."""
    report = Report.objects.get(pk=report_id)
    if report.status != ReportStatus.WAITING:
        return report
    with tempfile.TemporaryFile("w+b") as file:
        rows = write_report(_table(report), ReportFormat(report.format), file)
        digest = _digest(file)
        file.seek(0)
        return _finish(report, file, rows, digest)


def _table(report: Report) -> Table:
    spec = ReportSpec(
        published_from=report.published_from,
        published_to=report.published_to,
        time_zone=report.time_zone,
    )
    rows = report_rows(spec, as_of=report.created_at)
    return Table(str(report), columns_of(spec), rows, spec, report.created_at)


def report_fail(*, report_id: int, error: Exception) -> None:
    """Note that a report could not be built, for the editor to see."""
    _give_up(report_id, f"{type(error).__name__}: {error}"[:1000])


def _give_up(report_id: int, failure: str) -> None:
    """Say why a report failed, unless it is done or failed already."""
    with transaction.atomic():
        waiting = Report.objects.filter(pk=report_id, status=ReportStatus.WAITING)
        if waiting.update(status=ReportStatus.FAILED, failure=failure, due_at=None):
            report = Report.objects.get(pk=report_id)
            record(actor=None, action="report.fail", target=report, note=failure)


def _finish(report: Report, file: IO[bytes], rows: int, digest: str) -> Report:
    """Store the file under its digest and say so in the row, if no other worker did."""
    with transaction.atomic():
        locked = Report.objects.select_for_update(no_key=True).get(pk=report.pk)
        if locked.status != ReportStatus.WAITING:
            return locked
        name = f"reports/{locked.pk}-{digest[:12]}.{EXTENSIONS[ReportFormat(locked.format)]}"
        content = File(file)
        locked.size, locked.rows, locked.sha256 = content.size, rows, digest
        locked.file = default_storage.save(name, content)
        locked.status, locked.finished_at = ReportStatus.DONE, timezone.now()
        locked.due_at = None
        locked.save()
        record(
            actor=None,
            action="report.build",
            target=locked,
            after={"rows": rows, "sha256": digest},
        )
    return locked


def _digest(file: IO[bytes]) -> str:
    file.seek(0)
    digest = hashlib.sha256()
    for block in iter(partial(file.read, 1 << 20), b""):
        digest.update(block)
    return digest.hexdigest()

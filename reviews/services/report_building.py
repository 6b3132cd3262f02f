"""Building a report: a worker takes one that is due, writes its file and puts it in place whole.

The rows are those of the moment the report was asked for, `as_of`, whenever it is built: a verdict
published later is left out, and one corrected or retracted later has the status it had then; its
words never change once it was published. So a build that was cut can be gone on with behind the
last verdict in its file. Where filters look at what may change meanwhile (tags, outlets that took a
claim up), or the number of rows is another, the file is started anew.
"""

from __future__ import annotations

import datetime
import uuid
from collections.abc import Callable
from dataclasses import dataclass
from typing import IO

from django.conf import settings
from django.db import transaction
from django.db.models import F
from django.utils import timezone, translation
from django.utils.translation import gettext as _

from factcheck.audit.log import record
from reviews.domain.report_spec import ReportSpec
from reviews.exports.files import EXTENSIONS, RESUMABLE, WRITERS
from reviews.exports.part_files import (
    FOLDER,
    part_delete,
    part_digest,
    part_finish,
    part_keep,
    part_name,
    part_open,
    parts_delete,
)
from reviews.exports.stopping import Cancelled
from reviews.exports.table import Table
from reviews.models import Report, ReportFormat, ReportStatus
from reviews.selectors.report_filter import is_settled
from reviews.selectors.report_rows import ReportRows, report_count
from reviews.services.report_progress import Progress, held, lease_end, signs_of_life
from reviews.services.reports import UNDER_WAY, report_end

# Deaths of workers without a step forward between them.
MAX_ATTEMPTS = 5


@dataclass(frozen=True, slots=True)
class Written:
    """What is in a part that is whole."""

    rows: int
    size: int
    sha256: str


def report_begin(*, report_id: int) -> uuid.UUID | None:
    """Claim a due report for this worker and return its token; None when it is not due.

    A guarded update, as for the steps of articles: of two workers one gets it, it is due again when
    that one gives no sign of life any more, and given up after MAX_ATTEMPTS.
    """
    now, token = timezone.now(), uuid.uuid4()
    due = Report.objects.filter(pk=report_id, status__in=UNDER_WAY, due_at__lte=now)
    if due.filter(attempts__gte=MAX_ATTEMPTS).exists():
        _give_up(report_id, None, _("Its workers died, one after the other."))
        return None
    taken = due.update(
        status=ReportStatus.BUILDING, token=token, due_at=lease_end(), attempts=F("attempts") + 1
    )
    return token if taken else None


def report_build(*, report_id: int, token: uuid.UUID) -> Report:
    """Write the file of a report that `report_begin` gave to this worker.

    Raises Cancelled when it was cancelled meanwhile or is another worker's by now; nothing is left
    of the file then.
    """
    report = held(report_id, token).first()
    if report is None:
        raise Cancelled
    part, goes_on = part_name(report_id, token), _can_go_on(report)
    try:
        with signs_of_life(report_id, token), translation.override(report.language):
            file, done, after = _part(report, token)
            with file:
                rows = ReportRows(
                    _spec(report), after, language=report.language, as_of=report.as_of
                )
                told = Progress(report_id, token, file, rows, goes_on, report.furthest).told
                count = WRITERS[ReportFormat(report.format)](_table(report, rows, done, told), file)
                written = Written(count, size=part_keep(file), sha256=part_digest(file))
            return _finish(report, token, written)
    except Cancelled:
        part_delete(part)
        raise


def report_fail(*, report_id: int, token: uuid.UUID, error: Exception) -> None:
    """Note that a report could not be built, for whoever asked to see."""
    _give_up(report_id, token, f"{type(error).__name__}: {error}"[:1000])


def _part(report: Report, token: uuid.UUID) -> tuple[IO[bytes], int, int]:
    """Open the part to write and note what it begins with.

    Returns it with the rows it begins with and the verdict of the last of them.
    """
    total = report_count(_spec(report), as_of=report.as_of)
    go_on = _can_go_on(report) and report.part_after and total == report.total
    former = report.part if go_on else ""
    file, length = part_open(report.pk, token, former=former, length=report.part_bytes)
    done, after = (report.part_rows, report.part_after) if length else (0, 0)
    part_keep(file)
    name = part_name(report.pk, token)
    begun = held(report.pk, token).update(
        total=total,
        progress=done,
        part=name,
        part_rows=done,
        part_after=after,
        part_bytes=length,
    )
    if not begun:
        raise Cancelled
    if report.part:
        part_delete(report.part)
    return file, done, after


def _table(report: Report, rows: ReportRows, done: int, told: Callable[[int], None]) -> Table:
    """Return `rows`, those behind the `done` first, as a table to write."""
    return Table(
        title=report.title,
        columns=rows.columns,
        rows=rows,
        spec=rows.spec,
        made_at=report.as_of,
        language=report.language,
        told=told,
        done=done,
        csv_lines=rows.csv_lines,
    )


def _can_go_on(report: Report) -> bool:
    """Return whether a part can be gone on with: the same rows, in the order of their ids."""
    spec = _spec(report)
    in_order = ReportFormat(report.format) in RESUMABLE and not spec.group_by
    return in_order and is_settled(spec)


def _finish(report: Report, token: uuid.UUID, written: Written) -> Report:
    """Put the file in place and say so in the row, if the report is still this worker's."""
    ending = EXTENSIONS[ReportFormat(report.format)]
    name = f"{FOLDER}/{report.pk}-{written.sha256[:12]}.{ending}"
    with transaction.atomic():
        locked = held(report.pk, token).select_for_update(no_key=True).first()
        if locked is None:
            raise Cancelled
        part_finish(part_name(report.pk, token), name)
        now = timezone.now()
        locked.status, locked.token, locked.due_at, locked.part = ReportStatus.DONE, None, None, ""
        locked.file, locked.sha256, locked.size = name, written.sha256, written.size
        locked.rows = locked.progress = written.rows
        locked.finished_at = now
        locked.expires_at = now + datetime.timedelta(days=settings.REPORT_DAYS)
        locked.save()
        record(
            actor=None,
            action="report.build",
            target=locked,
            after={"rows": written.rows, "sha256": written.sha256},
        )
    parts_delete(report.pk, keep=name)
    return locked


def _give_up(report_id: int, token: uuid.UUID | None, failure: str) -> None:
    """Say why a report failed, unless it has ended or is another worker's."""
    with transaction.atomic():
        mine = Report.objects.filter(pk=report_id, status__in=UNDER_WAY)
        if token is not None:
            mine = mine.filter(token=token)
        report = mine.select_for_update(no_key=True).first()
        if report is not None:
            report_end(report, ReportStatus.FAILED, failure)
            record(actor=None, action="report.fail", target=report, note=failure)


def _spec(report: Report) -> ReportSpec:
    return ReportSpec.from_json(report.spec)
